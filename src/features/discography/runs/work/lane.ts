import { setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../../../../db/client.ts'
import * as store from '../store.ts'
import { type StepWork, workSteps } from './steps.ts'

type Log = { info(fields: object, text: string): void; error(fields: object, text: string): void }
type Deps = Readonly<{ database: Database; log: Log; work: StepWork }>

const LOCK_RETRY_MS = 1000
const LOOK_FOR_CANCEL_MS = 1000
/** While nobody can be asked, a run rests: a minute, then twice as long each time, half an hour at most. */
const restMs = (attempts: number) => Math.min(30, 2 ** attempts) * 60_000
/** About a day of resting. */
const MOST_ATTEMPTS = 48

/**
 * Works the runs of one lane, one after the other, in one process at a time. A run whose process was killed goes on
 * with the steps that wait: each is written whole or done again with the same result.
 */
export async function workLane(deps: Deps, lane: store.Lane, stop: AbortSignal): Promise<void> {
  const { database } = deps
  const lock = await database.reserve()
  try {
    while (!(await store.tryLaneLock(lock.db, lane))) {
      if (stop.aborted || !(await store.dueRun(database.db, lane))) return
      await sleep(LOCK_RETRY_MS, undefined, { signal: stop }).catch(() => undefined)
    }
    try {
      for (
        let run = await store.dueRun(database.db, lane);
        run && !stop.aborted;
        run = await store.dueRun(database.db, lane)
      )
        await workRun(deps, run, stop)
    } finally {
      await store.releaseLaneLock(lock.db, lane)
    }
  } finally {
    lock.release()
  }
}

async function workRun({ database: { db }, log, work }: Deps, run: store.RunRow, stop: AbortSignal): Promise<void> {
  if (!(await store.claimRun(db, run.id))) return end(db, run.id, 'cancelled', null)
  const cancel = new AbortController()
  const signal = AbortSignal.any([cancel.signal, stop])
  // Every call on its way listens for the end.
  setMaxListeners(1000, signal)
  const watching = watchForCancel(() => store.findRun(db, run.id), cancel)
  try {
    const outcome = await workSteps({ db, run, work, log, signal })
    // One that came on meanwhile is not punished for the rests before.
    const attempts = outcome.done > 0 ? 0 : run.attempts
    if (outcome.resting !== null && attempts < MOST_ATTEMPTS) {
      const nextAt = new Date(Date.now() + restMs(attempts))
      await store.changeRun(db, run.id, { nextAt, attempts: attempts + 1, note: outcome.resting, current: null })
    } else await end(db, run.id, outcome.resting === null ? await store.outcomeOf(db, run.id) : 'failed', outcome.note)
  } catch (error) {
    // A server that stops leaves the run as running: the next start goes on with it.
    if (stop.aborted) return
    if (!cancel.signal.aborted) log.error({ err: error, run: run.id }, 'run failed')
    await end(db, run.id, cancel.signal.aborted ? 'cancelled' : 'failed', null)
  } finally {
    watching.end()
  }
}

async function end(db: Database['db'], id: number, state: 'done' | 'failed' | 'cancelled', note: string | null) {
  await store.recount(db, id)
  await store.changeRun(db, id, { state, finishedAt: new Date(), current: null, ...(note !== null && { note }) })
}

/** Another process may take the cancellation: it is read from the row. */
function watchForCancel(read: () => Promise<store.RunRow | undefined>, cancel: AbortController) {
  const timer = setInterval(() => {
    read().then(
      (row) => (!row || row.cancelRequested) && cancel.abort(),
      // The next look tells; the work itself meets a database that is gone.
      () => undefined,
    )
  }, LOOK_FOR_CANCEL_MS)
  timer.unref()
  return { end: () => clearInterval(timer) }
}
