/** How numbers, times and lengths are written. All pure: the language with its region and the present are given. */
const pad = (n: number) => String(n).padStart(2, '0')

/** Milliseconds as `m:ss`, or `h:mm:ss` from an hour on. Unknown lengths are a dash. */
export function duration(ms: number | null | undefined): string {
  if (ms === null || ms === undefined || !Number.isFinite(ms) || ms < 0) return '–'
  const seconds = Math.floor(ms / 1000)
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`
}

/** `1 h 12 min`: the length of an album or a queue. */
export function longDuration(ms: number, language: string): string {
  const minutes = Math.max(ms > 0 ? 1 : 0, Math.round(ms / 60_000))
  const unit = (value: number, name: 'hour' | 'minute') =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return unit(minutes, 'minute')
  return rest === 0 ? unit(hours, 'hour') : `${unit(hours, 'hour')} ${unit(rest, 'minute')}`
}

/** `4 120` or `4,120`: grouped even where the language leaves four digits alone, so that columns line up. */
export const count = (value: number, language: string): string =>
  new Intl.NumberFormat(language, { useGrouping: 'always' }).format(value)

export const percent = (share: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share)

const STEPS = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
] as const

/** Days between two moments by the calendar: late evening to early morning is one day. */
function calendarDays(from: Date, to: Date): number {
  const day = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000
  return day(to) - day(from)
}

/** `5 minutes ago`, `yesterday`, `last month`. Empty for what is not a date. */
export function relativeTime(iso: string, language: string, now = new Date()): string {
  const then = new Date(iso)
  if (Number.isNaN(then.getTime())) return ''
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const days = calendarDays(now, then)
  if (days === 0) {
    let value = (then.getTime() - now.getTime()) / 1000
    for (const [unit, size] of STEPS) {
      if (Math.abs(value) < size || unit === 'hour') return words.format(Math.trunc(value), unit)
      value /= size
    }
  }
  if (Math.abs(days) < 30) return words.format(days, 'day')
  if (Math.abs(days) < 365) return words.format(Math.trunc(days / 30.44), 'month')
  return words.format(Math.trunc(days / 365.25), 'year')
}

/** The full value behind a relative time. */
export function fullDate(iso: string, language: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return ''
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(date)
}

/** Hours and minutes of a moment, as the region writes them. */
export function timeOfDay(iso: string, language: string): string {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? '' : new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(date)
}

/** The year of a release date, which may be `1965`, `1965-03` or a whole day; empty when unknown. */
export const year = (releaseDate: string): string => /^\d{4}/.exec(releaseDate)?.[0] ?? ''

/** A release date as far as it is known: `7 Nov 2025`, `Nov 2025`, `2025`; empty when unknown. */
export function releaseDay(date: string, language: string): string {
  const [, y, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date) ?? []
  if (y === undefined) return ''
  if (month === undefined) return y
  const at = new Date(`${y}-${month}-${day ?? '01'}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return y
  const parts: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', timeZone: 'UTC' }
  if (day !== undefined) parts.day = 'numeric'
  return new Intl.DateTimeFormat(language, parts).format(at)
}
