/** A small wave that is also a smile. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path
        d="M5 31c4-4 8-3 10 3 4 12 9 18 17 18s13-6 17-18c2-6 6-7 10-3"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="7.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="22" cy="14" r="5" fill="var(--accent)" />
      <circle cx="42" cy="14" r="5" fill="var(--accent)" />
    </svg>
  )
}
