import { UpstreamError } from '../../../platform/upstream/types.ts'
import type { Providers } from '../../../providers/provider.ts'
import * as accounts from '../store/accounts.ts'
import * as queue from '../store/queue.ts'
import { ownerOf } from '../vault.ts'
import { sendBatch } from './batch.ts'
import { type SendDeps, settle } from './settle.ts'

type Service = ReturnType<typeof servicesOf>[number]
const servicesOf = (providers: Pick<Providers, 'of'>) => providers.of('scrobbler')

/** Nobody else sends what one process took for so long; asking a service takes less. */
const CLAIMED_MS = 10 * 60_000
const LONGEST_CALL_MS = 5 * 60_000
const STILL_MINE_MS = CLAIMED_MS - LONGEST_CALL_MS

const LOCKED_TOKEN = 'The kept token cannot be read any more (the secret of the server has changed): connect again'

/** Troubles of a service as a whole: whoever is next would meet the same. */
const OF_THE_SERVICE = new Set(['off', 'unable', 'budget', 'unreachable', 'timeout'])
const isOfService = (error: unknown) => error instanceof UpstreamError && OF_THE_SERVICE.has(error.problem)

/**
 * Sends what is due, of one service or of all. A row is deleted only after the service has taken it, so a kill in
 * between sends it twice; ListenBrainz and Last.fm know it by its time and keep it once.
 */
export async function sendDue(deps: SendDeps, service: string | undefined, signal: AbortSignal): Promise<void> {
  const dead = new Set<string>()
  for (const account of await accounts.dueAccounts(deps.db, deps.now(), service)) {
    const found = servicesOf(deps.providers).find(({ name }) => name === account.service)
    if (!found || dead.has(account.service)) continue
    if (!(await sendAccount(deps, account, found, signal))) dead.add(account.service)
  }
}

/** Sends everything that is due of one account; false: the service is of no use now. */
async function sendAccount(deps: SendDeps, account: accounts.AccountRow, { port }: Service, signal: AbortSignal) {
  const { db, vault, now } = deps
  const token = vault.open(account.token, ownerOf(account))
  if (token === null) {
    await accounts.markRefused(db, account, LOCKED_TOKEN)
    return true
  }
  for (;;) {
    signal.throwIfAborted()
    const at = now()
    const until = new Date(at.getTime() + CLAIMED_MS)
    const rows = await queue.claim(db, account, { at, until, most: Math.max(1, port.mostAtOnce) })
    if (rows.length === 0) return true
    const begun = performance.now()
    const outcome = await sendBatch(rows, (scrobbles) => {
      // Cut batches take several calls; all of them end while the rows are ours.
      const left = STILL_MINE_MS - (performance.now() - begun)
      if (left <= 0) throw new UpstreamError(account.service, 'timeout', 'Sending took too long')
      const patience = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_CALL_MS)])
      return port.scrobble(token, scrobbles, { priority: 'background', signal: patience })
    })
    await settle(deps, account, outcome, signal)
    if (outcome.error !== null) return !isOfService(outcome.error)
  }
}
