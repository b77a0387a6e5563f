import type { Random } from './random.ts'

/** The days of a world end here unless it is told another one. */
export const TODAY = '2026-11-20'
const DAY = 86_400_000

export const daysFrom = (date: string, days: number) =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)

/** Between two years, never after today: mostly a day, sometimes less is known, sometimes nothing. */
export function dateBetween(random: Random, from: number, to: number, today: string): string {
  const day = `${random.int(from, Math.max(from, to))}-${pad(random.int(1, 12))}-${pad(random.int(1, 28))}`
  const date = day > today ? daysFrom(today, -random.int(40, 300)) : day
  return random.weighted([
    [date, 80],
    [date.slice(0, 7), 7],
    [date.slice(0, 4), 9],
    ['', 4],
  ])
}
const pad = (number: number) => String(number).padStart(2, '0')
