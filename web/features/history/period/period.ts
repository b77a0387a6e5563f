export const PERIODS = ['today', 'yesterday', 'week', 'month', 'day'] as const
export type Period = (typeof PERIODS)[number]
export type Range = { from: Date; to: Date }

/** Days in the longer periods, today among them. */
const DAYS = { week: 7, month: 30 } as const

/** Midnight `days` from a day; by the calendar, so that a day of 23 or 25 hours is one day. */
const midnight = (date: Date, days = 0) => new Date(date.getFullYear(), date.getMonth(), date.getDate() + days)
const untilEndOf = (date: Date) => new Date(midnight(date, 1).getTime() - 1)

/** `2026-11-21` as that day here; null for what is no day. */
export function dayOf(text: string | undefined): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '')
  if (!match) return null
  const [year, month, day] = match.slice(1).map(Number)
  const date = new Date(year ?? 0, (month ?? 1) - 1, day)
  return date.getMonth() + 1 === month ? date : null
}

/** A day as fields and addresses write it. */
export const dayText = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`

/** From the first to the last moment of a period in the time of this place. */
export function rangeOf(period: Period, day: Date | null, now: Date): Range {
  if (period === 'yesterday') return { from: midnight(now, -1), to: untilEndOf(midnight(now, -1)) }
  if (period === 'day' && day) return { from: midnight(day), to: untilEndOf(day) }
  if (period === 'week' || period === 'month') return { from: midnight(now, 1 - DAYS[period]), to: untilEndOf(now) }
  return { from: midnight(now), to: untilEndOf(now) }
}

/** The days of a range, each by its text. */
export function daysIn({ from, to }: Range): string[] {
  const days: string[] = []
  for (let day = midnight(from); day <= to; day = midnight(day, 1)) days.push(dayText(day))
  return days
}

export const isOneDay = (period: Period): boolean => period !== 'week' && period !== 'month'
