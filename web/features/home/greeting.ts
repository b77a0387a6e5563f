/** The part of the day that a greeting names; `hour` is local, 0 to 23. */
export function partOfDay(hour: number): 'morning' | 'afternoon' | 'evening' | 'night' {
  if (hour < 5) return 'night'
  if (hour < 12) return 'morning'
  return hour < 20 ? 'afternoon' : 'evening'
}

/** The name one is called by. */
export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? ''

/** Keeps the first of each track: a song heard five times in a row is one thing to go on with. */
export function distinct<T extends { track_id: number }>(items: readonly T[]): T[] {
  const seen = new Set<number>()
  return items.filter(({ track_id: id }) => !seen.has(id) && seen.add(id))
}
