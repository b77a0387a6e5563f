const FIRST_MS = 1000
const LONGEST_MS = 30_000
/** A server that is full wants more time than a line that dropped. */
const BUSY_MS = 5000

/**
 * How long to wait before another try, in milliseconds: doubling, never more than half a minute, and spread over the
 * upper half so that a house full of browsers does not come back in one moment. `attempt` counts from 0.
 */
export function backoff(attempt: number, busy: boolean, random: number): number {
  const whole = Math.min(LONGEST_MS, (busy ? BUSY_MS : FIRST_MS) * 2 ** Math.min(attempt, 10))
  return Math.round(whole / 2 + (whole / 2) * random)
}
