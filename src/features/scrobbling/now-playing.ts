import { UpstreamError } from '../../platform/upstream/types.ts'
import { listening, toScrobble } from './listening.ts'
import type { SendDeps } from './send/settle.ts'
import * as accounts from './store/accounts.ts'
import { listeningOf } from './store/queue.ts'
import { ownerOf } from './vault.ts'

/** Told or not, the music goes on: more than this at once is not kept. */
const MOST_AT_ONCE = 50
const PATIENCE_MS = 15_000

/** Tells services what plays now. In memory only, never tried again: in a minute it would be wrong. */
export function createNowPlaying({ db, providers, vault, log, now }: Omit<SendDeps, 'random'>) {
  const running = new Set<Promise<void>>()
  const closing = new AbortController()

  async function tell(account: accounts.AccountRow, trackId: number): Promise<void> {
    const port = providers.of('scrobbler').find(({ name }) => name === account.service)?.port
    const token = vault.open(account.token, ownerOf(account))
    const heard = listening.safeParse(await listeningOf(db, trackId)).data
    if (!port || token === null || !heard || heard.artist === '') return
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(PATIENCE_MS)])
    await port.nowPlaying(token, toScrobble(heard, now()), { priority: 'background', signal })
  }

  async function tellOne(account: accounts.AccountRow, trackId: number): Promise<void> {
    try {
      await tell(account, trackId)
    } catch (error) {
      if (closing.signal.aborted) return
      if (error instanceof UpstreamError && error.problem === 'refused')
        await accounts.markRefused(db, account, error.message)
      log.warn({ err: error, service: account.service, userId: account.userId }, 'now playing could not be told')
    }
  }

  async function tellAll(userId: number, trackId: number): Promise<void> {
    try {
      const active = (await accounts.accountsOf(db, userId)).filter(({ state }) => state === 'active')
      await Promise.all(active.map((account) => tellOne(account, trackId)))
    } catch (error) {
      log.error({ err: error, userId }, 'now playing could not be told')
    }
  }

  return {
    /** Returns at once. */
    start(userId: number, trackId: number): void {
      if (closing.signal.aborted || running.size >= MOST_AT_ONCE) return
      const task: Promise<void> = tellAll(userId, trackId).finally(() => running.delete(task))
      running.add(task)
    },

    /** Resolves when nothing is being told. */
    async settle(): Promise<void> {
      await Promise.all(running)
    },

    async close(): Promise<void> {
      closing.abort()
      await Promise.all(running)
    },
  }
}
