import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../../../db/client.ts'
import { AppError } from '../../../errors.ts'
import { groupBy } from '../../../platform/lib/group-by.ts'
import * as store from '../store/scans.ts'
import type { Scan } from './contract.ts'

type Deps = Readonly<{ db: Db; enqueue(): Promise<void> }>

/** How often a watched scan is looked at: its process may be another one. */
const FOLLOW_EVERY_MS = 300
const ENDED: readonly Scan['state'][] = ['done', 'failed', 'cancelled']

/** Scans as the API sees them: asked for, followed, cancelled. The work itself is a background job. */
export function createScans({ db, enqueue }: Deps) {
  async function views(rows: store.ScanRow[]): Promise<Scan[]> {
    const errors = await store.scanErrorsOf(
      db,
      rows.map(({ id }) => id),
    )
    const errorsOf = groupBy(errors, ({ scanId }) => scanId)
    return rows.map((row) => view(row, errorsOf.get(row.id)))
  }

  async function get(id: number): Promise<Scan> {
    const row = await store.findScan(db, id)
    const [scan] = row ? await views([row]) : []
    if (!scan) throw new AppError('NOT_FOUND')
    return scan
  }

  return {
    get,

    async latest(): Promise<Scan[]> {
      return views(await store.latestScans(db, 20))
    },

    /** Queues a scan of one folder or all; one that waits already is not doubled. */
    async start(folderId?: number): Promise<number> {
      if (folderId !== undefined && !(await store.folderExists(db, folderId))) throw new AppError('NOT_FOUND')
      const id = await store.queueScan(db, folderId === undefined ? null : [folderId])
      await enqueue()
      return id
    },

    async cancel(id: number): Promise<Scan> {
      await get(id)
      if (!(await store.requestCancel(db, id))) throw new AppError('SCAN_NOT_ACTIVE')
      return get(id)
    },

    /** The scan now and after every change, until it ends. */
    async *follow(id: number, signal: AbortSignal): AsyncGenerator<Scan> {
      let last = ''
      while (!signal.aborted) {
        const scan = await get(id)
        const text = JSON.stringify(scan)
        if (text !== last) yield scan
        if (ENDED.includes(scan.state)) return
        last = text
        await sleep(FOLLOW_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined)
      }
    },
  }
}

function view(row: store.ScanRow, errors: readonly store.ScanErrorRow[] = []): Scan {
  const { id, state, added, updated, unchanged, moved, missing, failed } = row
  return {
    ...{ id, state, files_total: row.filesTotal, files_seen: row.filesSeen },
    ...{ added, updated, unchanged, moved, missing, failed },
    errors: errors.map(({ file, reason }) => ({ file, reason })),
    started_at: row.startedAt?.toISOString() ?? null,
    finished_at: row.finishedAt?.toISOString() ?? null,
  }
}

export type Scans = ReturnType<typeof createScans>
