import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../../../db/client.ts'
import { AppError } from '../../../errors.ts'
import type { Run } from './contract.ts'
import * as store from './store.ts'

type Deps = Readonly<{ db: Db; enqueue(lane: store.Lane): Promise<void> }>

const FOLLOW_EVERY_MS = 400
const ENDED: readonly Run['state'][] = ['done', 'failed', 'cancelled']

/** Runs as the API sees them: begun, followed, cancelled. The work itself is a background job. */
export function createRuns({ db, enqueue }: Deps) {
  async function views(rows: readonly store.RunRow[]): Promise<Run[]> {
    const failed = await store.failedSteps(
      db,
      rows.map(({ id }) => id),
    )
    return rows.map((row) => view(row, failed.get(row.id) ?? 0))
  }

  async function get(id: number): Promise<Run> {
    const row = await store.findRun(db, id)
    const [run] = row ? await views([row]) : []
    if (!run) throw new AppError('NOT_FOUND', { details: 'Run not found' })
    return run
  }

  return {
    get,

    list: async (query: { active: boolean; limit: number }): Promise<Run[]> => views(await store.listRuns(db, query)),

    /** The active run about something, or null. */
    async about(...subjects: string[]): Promise<Run | null> {
      const row = await store.activeRunOf(db, subjects)
      return row ? get(row.id) : null
    },

    /** Queues work; what is queued or running already is not doubled. */
    async begin(run: store.NewRun, steps: readonly store.NewStep[]): Promise<Run> {
      const row = await store.queueRun(db, run, steps)
      await enqueue(row.byPerson ? 'person' : 'background')
      return view(row, 0)
    },

    async cancel(id: number): Promise<Run> {
      await get(id)
      if (!(await store.requestCancel(db, id))) throw new AppError('CONFLICT', { details: 'The run has ended' })
      return get(id)
    },

    /** The run now and after every change, until it ends. */
    async *follow(id: number, signal: AbortSignal): AsyncGenerator<Run> {
      let last = ''
      while (!signal.aborted) {
        const run = await get(id)
        const text = JSON.stringify(run)
        if (text !== last) yield run
        if (ENDED.includes(run.state)) return
        last = text
        await sleep(FOLLOW_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined)
      }
    },
  }
}

function view(row: store.RunRow, failed: number): Run {
  const { id, kind, title, state, artists, albums, tracks, current, note } = row
  const share = row.stepsTotal === 0 ? 0 : (100 * row.stepsDone) / row.stepsTotal
  return {
    ...{ id, kind, title, state, artists, albums, tracks, note },
    current: state === 'running' ? current : null,
    ...{ steps_total: row.stepsTotal, steps_done: row.stepsDone, steps_failed: failed },
    percentage: state === 'done' ? 100 : Math.floor(share),
    artist_id: typeof row.payload.artistId === 'number' ? row.payload.artistId : null,
    cancellable: !ENDED.includes(state) && !row.cancelRequested,
    created_at: row.createdAt.toISOString(),
    started_at: row.startedAt?.toISOString() ?? null,
    finished_at: row.finishedAt?.toISOString() ?? null,
  }
}

export type Runs = ReturnType<typeof createRuns>
