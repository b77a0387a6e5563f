import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../../../db/client.ts'
import { AppError } from '../../../errors.ts'
import type { Viewer } from '../../../platform/http/guards/viewer.ts'
import type { Run } from './contract.ts'
import * as store from './store.ts'

type Deps = Readonly<{ db: Db; enqueue(lane: store.Lane): Promise<void> }>

type Reader = Pick<Viewer, 'id' | 'role'>
type Seen = Readonly<{ row: store.RunRow; failed: number; parts: number }>
const NO_STEPS = { failed: 0, parts: 0 }

const FOLLOW_EVERY_MS = 400
const MOST_ACTIVE = 24
/** What a look began and could not finish is not begun by the next look. */
const PAUSE_MINUTES = 15
const ENDED: readonly Run['state'][] = ['done', 'failed', 'cancelled']

/** Runs as the API sees them: begun, followed, cancelled. The work itself is a background job. */
export function createRuns({ db, enqueue }: Deps) {
  const ticks = new Map<number, Promise<Seen>>()

  async function look(rows: readonly store.RunRow[]): Promise<Seen[]> {
    const steps = await store.stepsNow(
      db,
      rows.map(({ id }) => id),
    )
    return rows.map((row) => ({ row, ...(steps.get(row.id) ?? NO_STEPS) }))
  }

  async function find(id: number): Promise<Seen> {
    const row = await store.findRun(db, id)
    const [run] = row ? await look([row]) : []
    if (!run) throw new AppError('NOT_FOUND', { details: 'Run not found' })
    return run
  }
  const get = async (reader: Reader, id: number): Promise<Run> => view(await find(id), reader)

  /** The next look at a run: one for all who follow it. */
  function tick(id: number): Promise<Seen> {
    const shared =
      ticks.get(id) ??
      sleep(FOLLOW_EVERY_MS, undefined, { ref: false })
        .then(() => find(id))
        .finally(() => ticks.delete(id))
    ticks.set(id, shared)
    return shared
  }

  return {
    get,

    list: async (reader: Reader, query: { active: boolean; limit: number }): Promise<Run[]> =>
      (await look(await store.listRuns(db, query))).map((seen) => view(seen, reader)),

    /** The active run about something, or null. */
    async about(reader: Reader, ...subjects: string[]): Promise<Run | null> {
      const row = await store.activeRunOf(db, subjects)
      return row ? get(reader, row.id) : null
    },

    /**
     * Queues work; what is queued or running already is not doubled. RATE_LIMIT_EXCEEDED: this user has begun a lot that
     * is not done.
     */
    async begin(run: store.NewRun, steps: readonly store.NewStep[]): Promise<Run> {
      const { userId } = run
      const joins = userId === null || (await store.activeRunOf(db, [run.subject])) !== undefined
      if (!joins && (await store.activeOf(db, userId)) >= MOST_ACTIVE)
        throw new AppError('RATE_LIMIT_EXCEEDED', { details: `At most ${MOST_ACTIVE} runs of one user wait at once` })
      const row = await store.queueRun(db, run, steps)
      await enqueue(row.byPerson ? 'person' : 'background')
      return view({ row, ...NO_STEPS }, { id: userId ?? 0, role: 'user' })
    },

    /** Whether a mere look may begin work: not again and again where it fails, and not beyond what one user may. */
    async mayBegin(userId: number, ...subjects: string[]): Promise<boolean> {
      const [lately, active] = await Promise.all([
        store.endedLately(db, subjects, PAUSE_MINUTES),
        store.activeOf(db, userId),
      ])
      return !lately && active < MOST_ACTIVE
    },

    /** FORBIDDEN: somebody else began it. */
    async cancel(reader: Reader, id: number): Promise<Run> {
      const { row } = await find(id)
      if (!mayCancel(row, reader)) throw new AppError('FORBIDDEN')
      if (!(await store.requestCancel(db, id))) throw new AppError('CONFLICT', { details: 'The run has ended' })
      await enqueue(row.byPerson ? 'person' : 'background')
      return get(reader, id)
    },

    /** The run now and after every change, until it ends. */
    async *follow(reader: Reader, id: number, signal: AbortSignal): AsyncGenerator<Run> {
      let last = ''
      for (let seen = await find(id); !signal.aborted; seen = await tick(id)) {
        const run = view(seen, reader)
        const text = JSON.stringify(run)
        if (text !== last) yield run
        if (ENDED.includes(run.state)) return
        last = text
      }
    },
  }
}

const mayCancel = ({ userId }: store.RunRow, { id, role }: Reader): boolean => role === 'admin' || userId === id

function view({ row, failed, parts }: Seen, reader: Reader): Run {
  const { id, kind, title, state, artists, albums, tracks, current, note } = row
  const share = row.stepsTotal === 0 ? 0 : (100 * (row.stepsDone + parts)) / row.stepsTotal
  return {
    ...{ id, kind, title, state, artists, albums, tracks, note },
    current: state === 'running' ? current : null,
    ...{ steps_total: row.stepsTotal, steps_done: row.stepsDone, steps_failed: failed },
    percentage: state === 'done' ? 100 : Math.min(99, Math.floor(share)),
    next_at: state === 'running' && row.nextAt > new Date() ? row.nextAt.toISOString() : null,
    artist_id: typeof row.payload.artistId === 'number' ? row.payload.artistId : null,
    stopping: !ENDED.includes(state) && row.cancelRequested,
    cancellable: !ENDED.includes(state) && !row.cancelRequested && mayCancel(row, reader),
    created_at: row.createdAt.toISOString(),
    started_at: row.startedAt?.toISOString() ?? null,
    finished_at: row.finishedAt?.toISOString() ?? null,
  }
}

export type Runs = ReturnType<typeof createRuns>
