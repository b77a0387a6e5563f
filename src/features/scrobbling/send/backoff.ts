const MINUTE = 60_000
const LONGEST_MS = 60 * MINUTE
const DAY = 24 * 60 * MINUTE

/** So long a listening is tried; then it is given up. Last.fm takes none that is older. */
export const GIVEN_UP_AFTER_MS = 14 * DAY

/**
 * When to try again after so many attempts: a minute, two, four ... up to an hour, and between half and the whole of it,
 * so that those who failed together do not come back together. Not before `until`, when a service names a time.
 */
export function nextTry(attempts: number, now: Date, random: () => number, until?: Date): Date {
  const wait = Math.min(LONGEST_MS, MINUTE * 2 ** Math.min(10, Math.max(0, attempts - 1)))
  const own = now.getTime() + wait * (0.5 + 0.5 * random())
  // Nobody can ask for more than a day.
  const named = Math.min(until?.getTime() ?? 0, now.getTime() + DAY)
  return new Date(Math.max(own, named))
}
