import { UpstreamError } from '../../../platform/upstream/types.ts'
import type { Scrobble, Scrobbler } from '../../../providers/ports.ts'
import { listening, toScrobble } from '../listening.ts'
import type { ScrobbleRow } from '../store/queue.ts'

/** What became of each row of a batch; `error` is why those of `failed` are still to be sent. */
export type BatchOutcome = { taken: ScrobbleRow[]; ignored: ScrobbleRow[]; failed: ScrobbleRow[]; error: unknown }
type Send = (scrobbles: readonly Scrobble[]) => ReturnType<Scrobbler['scrobble']>

/** How often a batch that a service calls bad is cut in two before the rest is left for later. */
const MOST_CUTS = 12

/** The service answered that what it was sent is wrong: one listening may spoil the others. */
const isBadRequest = (error: unknown) =>
  error instanceof UpstreamError &&
  error.problem === 'failed' &&
  error.status !== undefined &&
  [400, 413, 422].includes(error.status)

/** Sends rows in their order. A batch that is refused as a whole is cut in two, so that one bad row holds up only itself. */
export async function sendBatch(rows: readonly ScrobbleRow[], send: Send): Promise<BatchOutcome> {
  const outcome: BatchOutcome = { taken: [], ignored: [], failed: [], error: null }
  const { good, bad } = readable(rows)
  outcome.ignored.push(...bad)
  const open = good.length > 0 ? [good] : []
  let cuts = 0
  for (let batch = open.pop(); batch; batch = open.pop()) {
    try {
      sort(batch, await send(batch.map(({ scrobble }) => scrobble)), outcome)
    } catch (error) {
      if (isBadRequest(error) && batch.length > 1 && cuts++ < MOST_CUTS) {
        const middle = Math.ceil(batch.length / 2)
        open.push(batch.slice(middle), batch.slice(0, middle))
        continue
      }
      outcome.error = error
      outcome.failed.push(...batch.map(({ row }) => row))
      if (isBadRequest(error) && batch.length === 1) continue
      // Whatever is wrong is wrong for the rest too.
      outcome.failed.push(...open.flat().map(({ row }) => row))
      break
    }
  }
  return outcome
}

type Ready = { row: ScrobbleRow; scrobble: Scrobble }

function readable(rows: readonly ScrobbleRow[]): { good: Ready[]; bad: ScrobbleRow[] } {
  const read = rows.map((row) => ({ row, heard: listening.safeParse(row.listening).data }))
  return {
    good: read.flatMap(({ row, heard }) => (heard ? [{ row, scrobble: toScrobble(heard, row.startedAt) }] : [])),
    bad: read.flatMap(({ row, heard }) => (heard ? [] : [row])),
  }
}

function sort(batch: readonly Ready[], answers: readonly ('taken' | 'ignored')[], outcome: BatchOutcome): void {
  for (const [at, { row }] of batch.entries()) {
    const answer = answers[at]
    if (answer === undefined) {
      outcome.failed.push(row)
      outcome.error ??= new Error('the service did not say what became of every listening')
    } else outcome[answer].push(row)
  }
}
