const QUARTER_MS = 15 * 60_000

/**
 * How far a zone of the IANA data base is ahead of UTC, in milliseconds, at a moment in epoch milliseconds. The answer
 * is remembered for a quarter of an hour at a time, so that a run of moments costs little. undefined: no such zone.
 */
export function zoneOffset(zone: string): ((at: number) => number) | undefined {
  const format = formatOf(zone)
  if (!format) return undefined
  let [quarter, offset] = [Number.NaN, 0]
  return (at) => {
    const now = Math.floor(at / QUARTER_MS)
    if (now !== quarter) [quarter, offset] = [now, localTime(format, at) - Math.floor(at / 1000) * 1000]
    return offset
  }
}

/**
 * The name that a zone goes by now. Others also know its older ones, but Postgres takes some of these for abbreviations
 * with another meaning (`IST`), or for none (`AET`). undefined: no such zone.
 */
export const zoneName = (zone: string): string | undefined => formatOf(zone)?.resolvedOptions().timeZone

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  // Names only: what an offset like "+02:00" means differs between those who read it.
  if (!/^[A-Za-z]/.test(zone)) return undefined
  const fields = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
  try {
    return new Intl.DateTimeFormat('en-US', {
      ...fields,
      second: 'numeric',
      hourCycle: 'h23',
      era: 'short',
      timeZone: zone,
    })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The clock on the wall as if it showed UTC, in epoch milliseconds. */
function localTime(format: Intl.DateTimeFormat, at: number): number {
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year)
  const local = new Date(0)
  local.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day))
  return local.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second))
}

/** `2026-11-21T15:00:00+01:00`: a moment on the clock of a zone, to the second. */
export function inZone(at: number, offset: number): string {
  const minutes = Math.abs(Math.round(offset / 60_000))
  const two = (value: number) => String(value).padStart(2, '0')
  const sign = offset < 0 ? '-' : '+'
  const clock = new Date(at + offset).toISOString().replace(/\.\d{3}Z$/, '')
  return `${clock}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
