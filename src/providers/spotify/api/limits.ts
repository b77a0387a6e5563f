import { UpstreamError } from '../../../platform/upstream/types.ts'

/** What was possible for old apps, what is for those in development mode, and two guesses below. */
const STEPS = [50, 10, 5, 1] as const
const DEVELOPMENT = 10
/** What `examine` says of a 400 about a limit; other 400 teach nothing. */
export const TOO_MANY = 'Spotify does not give that many at once'

/** How many of a list this app may ask for at once. */
export type Limits = Readonly<{
  /** Runs a call with the most we believe in; a smaller one after a 400, which is remembered. */
  within<T>(most: number, call: (limit: number) => Promise<T>): Promise<T>
  /** An answer had fields that only apps in extended mode get. */
  sawExtended(): void
}>

/**
 * Starts from the 10 of development mode. More is asked for only once an answer showed extended mode, so that an app
 * in development mode spends no call of its quota on finding out.
 */
export function createLimits(usual: number = DEVELOPMENT): Limits {
  let believed = usual
  let refused = Number.POSITIVE_INFINITY
  const tooMany = (error: unknown) => error instanceof UpstreamError && error.message.includes(TOO_MANY)
  const within: Limits['within'] = async (most, call) => {
    const limit = Math.max(1, Math.min(most, believed))
    try {
      return await call(limit)
    } catch (error) {
      const lower = STEPS.find((step) => step < limit)
      if (!tooMany(error) || lower === undefined) throw error
      refused = Math.min(refused, limit)
      believed = Math.min(believed, lower)
      return within(most, call)
    }
  }
  return {
    within,
    sawExtended() {
      if (STEPS[0] < refused) believed = STEPS[0]
    },
  }
}
