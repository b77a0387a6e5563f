/** One event of a bar: place and length in beats from the start of the bar. */
export type Step = { at: number; length: number; symbol: string; accent: number }

/**
 * Reads one bar of step notation: each character is one step, all bars parted by `|` repeat in turn. `.` is a rest,
 * `-` holds the step before, any other sign starts something; a capital is an accent, `o` (in drums) is soft.
 */
export function readBar(pattern: string, bar: number, beatsPerBar: number): Step[] {
  const bars = pattern.split('|')
  const signs = [...(bars[bar % bars.length] ?? '')]
  const size = beatsPerBar / signs.length
  return signs.flatMap((sign, i) => {
    if (sign === '.' || sign === '-') return []
    const next = signs.findIndex((later, k) => k > i && later !== '-')
    const end = next === -1 ? signs.length : next
    const symbol = sign.toLowerCase()
    return [{ at: i * size, length: (end - i) * size, symbol, accent: sign === symbol ? 0.8 : 1 }]
  })
}
