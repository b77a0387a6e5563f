import type { Db } from '../../../../db/client.ts'
import { inWords, type Unavailable } from '../../ask.ts'
import * as store from '../store.ts'

/** What a step did; `asked` 0: nobody could be asked, and the step is not done. */
export type StepResult = { albums: number; tracks: number; asked: number; unavailable: readonly Unavailable[] }
export type StepTools = Readonly<{
  run: store.RunRow
  signal: AbortSignal
  /** Shown while it runs; `share` of the step is done, 0 to 1. */
  progress(counts: { albums: number; tracks: number; share: number }): Promise<void>
  /** Puts further steps behind, once for each mark. */
  add(mark: string, steps: readonly store.NewStep[]): Promise<void>
}>
export type StepWork = (step: store.StepRow, tools: StepTools) => Promise<StepResult>
type Log = { error(fields: object, text: string): void }
type Task = Readonly<{ db: Db; run: store.RunRow; work: StepWork; log: Log; signal: AbortSignal }>
/** `resting`: why the run waits for services; `note`: what could not be had; `done`: how many steps came to their end. */
type Outcome = { resting: string | null; note: string | null; done: number }

const LONGEST = 1000
/** Steps in work at once: while one waits for a slow service another one asks a quick one. */
const AT_ONCE = 4
/** A fault of ours may pass: a step that failed is tried again after a rest, so often in all. */
const MOST_FAULTS = 3
const FAULT = 'Animo: an internal error, which the log of the server describes'

/**
 * Does the waiting steps of a run. It begins with one at a time and goes on with more as they succeed, so that services
 * that just came back are not met with everything at once. When nobody can be asked the run rests. A step that fails
 * costs no other step its turn.
 */
export async function workSteps(task: Task): Promise<Outcome> {
  const missed = new Map<string, Unavailable>()
  let [resting, lanes, done, again, lost] = [false, 1, 0, false, false]
  const taken: number[] = []
  const running = new Set<Promise<void>>()
  const one = async (step: store.StepRow): Promise<void> => {
    const result = await workStep(task, step).catch((error: unknown) => failStep(task, step, error))
    if (result === 'again') again = true
    if (result === 'failed') lost = true
    if (typeof result === 'string') return
    for (const service of result.unavailable) missed.set(service.provider, service)
    if (result.asked === 0 && result.unavailable.length > 0) resting = true
    else {
      lanes = Math.min(AT_ONCE, lanes + 1)
      done += 1
    }
  }
  for (;;) {
    if (task.signal.aborted) await Promise.allSettled(running)
    task.signal.throwIfAborted()
    while (!resting && running.size < lanes) {
      const step = await store.nextStep(task.db, task.run.id, taken)
      if (!step) break
      taken.push(step.position)
      const work: Promise<void> = one(step).finally(() => running.delete(work))
      running.add(work)
    }
    if (running.size === 0) break
    // What could not even be noted ends the run; the others are awaited first, so that nothing writes behind its end.
    await Promise.race(running).catch(async (error: unknown) => {
      await Promise.allSettled(running)
      throw error
    })
  }
  const told = [...(lost ? [FAULT] : []), ...(missed.size > 0 ? [inWords([...missed.values()])] : [])]
  const note = told.length > 0 ? told.join(' · ').slice(0, LONGEST) : null
  return { resting: resting ? note : again ? FAULT : null, note, done }
}

/** Of ours is the fault, or of the database: the log has it. What was stopped is none. */
async function failStep(
  { db, run, log, signal }: Task,
  step: store.StepRow,
  error: unknown,
): Promise<'again' | 'failed'> {
  if (signal.aborted) throw error
  log.error({ err: error, run: run.id, step: step.position }, 'step of a run failed')
  const attempts = step.attempts + 1
  const last = attempts >= MOST_FAULTS
  await store.changeStep(db, step, { ...(last && { state: 'failed' }), attempts, note: FAULT })
  await store.recount(db, run.id)
  return last ? 'failed' : 'again'
}

async function workStep({ db, run, work, signal }: Task, step: store.StepRow): Promise<StepResult> {
  const name = typeof step.subject.name === 'string' ? step.subject.name : null
  await store.changeRun(db, run.id, { current: name })
  const result = await work(step, {
    run,
    signal,
    async progress(counts) {
      await store.changeStep(db, step, { subject: { ...step.subject, ...counts } })
      await store.recount(db, run.id)
    },
    add: (mark, steps) => store.addSteps(db, run.id, mark, steps),
  })
  const { albums, tracks, asked, unavailable } = result
  const done = asked > 0 || unavailable.length === 0
  await store.changeStep(db, step, {
    ...(done && { state: 'done' }),
    attempts: step.attempts + 1,
    note: inWords(unavailable) || null,
    subject: { ...step.subject, albums, tracks },
  })
  await store.recount(db, run.id)
  return result
}
