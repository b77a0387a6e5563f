import type { Answer, Verdict } from '../../platform/upstream/types.ts'

/**
 * The service says how long to wait in a header of its own. An answer that came is kept even if it was the last of its
 * window: at a call a second the window (30 in 10 seconds) is never spent by us alone.
 */
export function examine({ status, headers }: Answer): Verdict | undefined {
  if (status !== 429) return undefined
  const seconds = Number(headers['x-ratelimit-reset-in'] ?? Number.NaN)
  return {
    means: 'wait',
    seconds: Number.isFinite(seconds) && seconds > 0 ? seconds : 10,
    reason: 'ListenBrainz takes no more calls for a moment',
  }
}
