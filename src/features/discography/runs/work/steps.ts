import type { Db } from '../../../../db/client.ts'
import type { Unavailable } from '../../ask.ts'
import * as store from '../store.ts'

/** What a step did; `asked` 0: nobody could be asked, and the step is not done. */
export type StepResult = { albums: number; tracks: number; asked: number; unavailable: readonly Unavailable[] }
export type StepTools = Readonly<{
  run: store.RunRow
  signal: AbortSignal
  /** Shown while it runs. */
  progress(counts: { albums: number; tracks: number }): Promise<void>
  /** Puts further steps behind, once for each mark. */
  add(mark: string, steps: readonly store.NewStep[]): Promise<void>
}>
export type StepWork = (step: store.StepRow, tools: StepTools) => Promise<StepResult>
type Task = Readonly<{ db: Db; run: store.RunRow; work: StepWork; signal: AbortSignal }>
/** `resting`: why the run waits for services; `note`: what could not be had. */
type Outcome = { resting: string | null; note: string | null }

/** Steps in work at once: while one waits for a slow service another one asks a quick one. */
const AT_ONCE = 4

/**
 * Does the waiting steps of a run. It begins with one at a time and goes on with more as they succeed, so that services
 * that just came back are not met with everything at once. When nobody can be asked the run rests.
 */
export async function workSteps(task: Task): Promise<Outcome> {
  const missed = new Map<string, string>()
  let [resting, lanes] = [null as string | null, 1]
  const taken = new Set<number>()
  const next = async (): Promise<store.StepRow | undefined> => {
    const step = (await store.waitingSteps(task.db, task.run.id)).find(({ position }) => !taken.has(position))
    if (step) taken.add(step.position)
    return step
  }
  const running = new Set<Promise<void>>()
  const one = async (step: store.StepRow): Promise<void> => {
    const result = await workStep(task, step)
    for (const { provider, reason } of result.unavailable) missed.set(provider, reason)
    if (result.asked === 0 && result.unavailable.length > 0) resting = sentence(missed)
    else lanes = Math.min(AT_ONCE, lanes + 1)
  }
  for (;;) {
    if (task.signal.aborted) await Promise.allSettled(running)
    task.signal.throwIfAborted()
    while (resting === null && running.size < lanes) {
      const step = await next()
      if (!step) break
      const work: Promise<void> = one(step).finally(() => running.delete(work))
      running.add(work)
    }
    if (running.size === 0) break
    // One that failed ends the run; the others are awaited first, so that nothing writes behind its end.
    await Promise.race(running).catch(async (error: unknown) => {
      await Promise.allSettled(running)
      throw error
    })
  }
  return { resting, note: missed.size > 0 ? sentence(missed) : null }
}

const sentence = (missed: ReadonlyMap<string, string>): string =>
  [...missed]
    .map(([provider, reason]) => `${provider}: ${reason}`)
    .join(' · ')
    .slice(0, 1000)

async function workStep({ db, run, work, signal }: Task, step: store.StepRow): Promise<StepResult> {
  const name = typeof step.subject.name === 'string' ? step.subject.name : null
  await store.changeRun(db, run.id, { current: name })
  const save = (counts: { albums: number; tracks: number }) =>
    store.changeStep(db, step, { subject: { ...step.subject, ...counts } }).then(() => store.recount(db, run.id))
  const result = await work(step, {
    run,
    signal,
    progress: save,
    add: (mark, steps) => store.addSteps(db, run.id, mark, steps),
  })
  const { albums, tracks, asked, unavailable } = result
  const done = asked > 0 || unavailable.length === 0
  const note = unavailable.map(({ provider, reason }) => `${provider}: ${reason}`).join(' · ') || null
  await store.changeStep(db, step, {
    ...(done && { state: 'done' }),
    attempts: step.attempts + 1,
    note,
    subject: { ...step.subject, albums, tracks },
  })
  await store.recount(db, run.id)
  return result
}
