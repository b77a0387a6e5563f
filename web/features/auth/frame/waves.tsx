const LINES = 26
const WIDTH = 900
const HEIGHT = 1000

/** Record grooves that swell into a smile: line after line of the mark, growing from rest to wave. */
function lineAt(index: number): string {
  const share = index / (LINES - 1)
  const y = 90 + share * 700
  const swing = 120 * Math.sin(Math.PI * share) ** 2
  const [a, b] = [swing * 0.55, swing]
  return `M-40 ${y} C 170 ${y - a}, 230 ${y + b}, 430 ${y + b * 0.9} S 700 ${y - b * 0.8}, ${WIDTH + 40} ${y - a * 0.4}`
}

export function Waves() {
  return (
    <svg
      className="absolute inset-0 size-full"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      {Array.from({ length: LINES }, (_, index) => lineAt(index)).map((line, index) => (
        <path
          key={line}
          d={line}
          fill="none"
          stroke="var(--accent)"
          strokeWidth={index === LINES / 2 ? 5 : 1.5}
          strokeLinecap="round"
          opacity={index === LINES / 2 ? 1 : 0.1 + 0.42 * Math.sin((Math.PI * index) / LINES) ** 2}
        />
      ))}
    </svg>
  )
}
