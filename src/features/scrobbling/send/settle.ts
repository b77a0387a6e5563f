import type { Db } from '../../../db/client.ts'
import { groupBy } from '../../../platform/lib/group-by.ts'
import { UpstreamError } from '../../../platform/upstream/types.ts'
import type { Providers } from '../../../providers/provider.ts'
import * as accounts from '../store/accounts.ts'
import * as queue from '../store/queue.ts'
import type { Vault } from '../vault.ts'
import { GIVEN_UP_AFTER_MS, nextTry } from './backoff.ts'
import type { BatchOutcome } from './batch.ts'

export type Log = {
  info(fields: object, text: string): void
  warn(fields: object, text: string): void
  error(fields: object, text: string): void
}
export type SendDeps = Readonly<{
  db: Db
  providers: Pick<Providers, 'of'>
  vault: Vault
  log: Log
  now: () => Date
  random: () => number
}>
const idsOf = (rows: readonly queue.ScrobbleRow[]) => rows.map((row) => row.id)
const isRefusal = (error: unknown) => error instanceof UpstreamError && error.problem === 'refused'

/** Writes down what became of a batch: what was taken goes, what was not is due again, now or later. */
export async function settle(
  deps: SendDeps,
  account: accounts.AccountRow,
  outcome: BatchOutcome,
  signal: AbortSignal,
): Promise<void> {
  const { db, log, now } = deps
  const { userId, service } = account
  await queue.remove(db, idsOf([...outcome.taken, ...outcome.ignored]))
  if (outcome.taken.length > 0) await accounts.markSent(db, account, now())
  if (outcome.ignored.length > 0)
    log.info({ service, userId, count: outcome.ignored.length }, 'a service did not want some listenings')
  if (outcome.failed.length === 0) return
  // A stop in order: they are due when the server starts again.
  if (signal.aborted) return queue.putBack(db, idsOf(outcome.failed), now(), null)
  if (isRefusal(outcome.error)) {
    await accounts.markRefused(db, account, wordsOf(outcome.error))
    log.warn({ service, userId }, 'a service does not take the token of a user any more')
    return queue.putBack(db, idsOf(outcome.failed), now(), null)
  }
  if (!(outcome.error instanceof UpstreamError))
    log.error({ err: outcome.error, service, userId }, 'listenings could not be sent')
  await postpone(deps, account, outcome)
}

/** Later again; what has waited for two weeks is given up. */
async function postpone(deps: SendDeps, account: accounts.AccountRow, { failed, error }: BatchOutcome): Promise<void> {
  const { db, log, now, random } = deps
  const at = now()
  const until = error instanceof UpstreamError ? error.until : undefined
  const isOld = (row: queue.ScrobbleRow) => at.getTime() - row.createdAt.getTime() >= GIVEN_UP_AFTER_MS
  const old = failed.filter(isOld)
  for (const [attempts, rows] of groupBy(
    failed.filter((row) => !isOld(row)),
    (row) => row.attempts,
  )) {
    await queue.putBack(db, idsOf(rows), nextTry(attempts, at, random, until), wordsOf(error))
  }
  if (old.length === 0) return
  const { service, userId } = account
  await queue.remove(db, idsOf(old))
  await accounts.setNote(db, account, `${old.length} listenings were given up after 14 days: ${wordsOf(error)}`)
  log.warn({ service, userId, count: old.length, reason: wordsOf(error) }, 'listenings were given up after 14 days')
}

/** For people: an `UpstreamError` has words without keys; of others only that it went wrong. */
const wordsOf = (error: unknown) =>
  error instanceof UpstreamError ? error.message : 'Sending failed; the log of the server says why'
