import type { HourCounts } from '../../../lib/api/emotions.ts'
import { type Found, isFound } from '../../mood/emotions.ts'

export type Counts = ReadonlyMap<Found, number>
export type Cell = { total: number; most: Found | null }

/** Day and hour as the server wrote them, in the zone it was asked for: `2026-11-21T15:00:00+01:00`. */
const placeOf = (hour: string) => ({ day: hour.slice(0, 10), hour: Number(hour.slice(11, 13)) })

/** Monday 0 to Sunday 6, of a calendar day wherever one is. */
export const weekdayOf = (day: string): number => (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7

function added(sum: Map<Found, number>, counts: HourCounts['counts']): Map<Found, number> {
  for (const [name, count] of Object.entries(counts)) if (isFound(name)) sum.set(name, (sum.get(name) ?? 0) + count)
  return sum
}

export const totalOf = (counts: Counts): number => [...counts.values()].reduce((sum, count) => sum + count, 0)

function cellOf(counts: Counts): Cell {
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return { total: totalOf(counts), most: most ? most[0] : null }
}

/** Readings by weekday and hour: seven rows from Monday, 24 cells each. */
export function heatOf(hours: readonly HourCounts[]): Cell[][] {
  const rows = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => new Map<Found, number>()))
  for (const { hour, counts } of hours) {
    const place = placeOf(hour)
    const cell = rows[weekdayOf(place.day)]?.[place.hour]
    if (cell) added(cell, counts)
  }
  return rows.map((row) => row.map(cellOf))
}

/** Readings by day, for the days asked for in their order; days without any are there too. */
export function byDay(hours: readonly HourCounts[], days: readonly string[]): { day: string; counts: Counts }[] {
  const sums = new Map(days.map((day) => [day, new Map<Found, number>()]))
  for (const { hour, counts } of hours) {
    const sum = sums.get(placeOf(hour).day)
    if (sum) added(sum, counts)
  }
  return days.map((day) => ({ day, counts: sums.get(day) ?? new Map() }))
}
