import type { Db } from '../../db/client.ts'
import { tooMany } from '../../platform/http/guards/rate-limit.ts'
import { forgetAttempts, lockAttempts, recentAttempts, recordAttempts } from './store.ts'

type Window = Readonly<{ max: number; seconds: number }>
export type Guarded = 'login' | 'recovery' | 'register' | 'confirm'

/** One person at one address; everybody at an address; one account from everywhere. */
const LIMITS: Readonly<Record<Guarded, Readonly<Record<'pair' | 'address' | 'account', Window>>>> = {
  login: { pair: { max: 5, seconds: 60 }, address: { max: 20, seconds: 60 }, account: { max: 100, seconds: 3600 } },
  recovery: { pair: { max: 5, seconds: 300 }, address: { max: 10, seconds: 300 }, account: { max: 20, seconds: 3600 } },
  // Whoever found an open session must not be able to guess its password.
  confirm: { pair: { max: 5, seconds: 60 }, address: { max: 20, seconds: 60 }, account: { max: 100, seconds: 3600 } },
  register: { pair: { max: 3, seconds: 60 }, address: { max: 5, seconds: 60 }, account: { max: 20, seconds: 3600 } },
}
const HORIZON_SECONDS = 3600
/** How much of the account's window one address can fill: a stranger alone cannot keep the owner out. */
const SHARE = 0.3

/** Sliding windows over a log in the database: exact, shared by processes, kept over restarts. */
export function createAttempts(db: Db, now: () => Date = () => new Date()) {
  const keys = (what: Guarded, address: string, account: string) => ({
    pair: `${what}:pair:${address}:${account.toLowerCase()}`,
    address: `${what}:address:${address}`,
    account: `${what}:account:${account.toLowerCase()}`,
  })

  return {
    /** Notes an attempt and throws RATE_LIMIT_EXCEEDED when any of its windows is full. */
    async take(what: Guarded, address: string, account: string): Promise<void> {
      const at = now().getTime()
      const all = Object.entries(keys(what, address, account)) as ['pair' | 'address' | 'account', string][]
      await db.transaction(async (tx) => {
        for (const [scope, key] of all) {
          const { max, seconds } = LIMITS[what][scope]
          // Parallel guesses wait for each other here, or all of them would see a free place.
          await lockAttempts(tx, key)
          const { used, oldest } = await recentAttempts(tx, key, new Date(at - seconds * 1000))
          if (used >= max) throw tooMany(max, (oldest?.getTime() ?? at) + seconds * 1000, at)
        }
        const horizon = new Date(at - HORIZON_SECONDS * 1000)
        const { max, seconds } = LIMITS[what].account
        const { pair, address: everybody, account: everywhere } = keys(what, address, account)
        const mine = await recentAttempts(tx, pair, horizon)
        // What does not count against the account any more is held to the same number by itself.
        if (mine.used >= max) throw tooMany(max, (mine.oldest?.getTime() ?? at) + seconds * 1000, at)
        await recordAttempts(tx, mine.used < max * SHARE ? [pair, everybody, everywhere] : [pair, everybody], horizon)
      })
    },

    /** A success shows that this person at this address is no guesser. */
    async clear(what: Guarded, address: string, account: string): Promise<void> {
      await forgetAttempts(db, keys(what, address, account).pair)
    },
  }
}

export type Attempts = ReturnType<typeof createAttempts>
