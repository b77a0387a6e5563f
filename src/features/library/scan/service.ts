import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../../../db/client.ts'
import { AppError } from '../../../errors.ts'
import * as store from '../store/scans.ts'
import type { Scan } from './contract.ts'

type Deps = Readonly<{ db: Db; enqueue(): Promise<void> }>

/** How often a watched scan is looked at: its process may be another one. */
const FOLLOW_EVERY_MS = 300
const ENDED: readonly Scan['state'][] = ['done', 'failed', 'cancelled']

/** Scans as the API sees them: asked for, followed, cancelled. The work itself is a background job. */
export function createScans({ db, enqueue }: Deps) {
  async function view(row: store.ScanRow): Promise<Scan> {
    const { id, state, added, updated, unchanged, moved, missing, failed } = row
    return {
      ...{ id, state, files_total: row.filesTotal, files_seen: row.filesSeen },
      ...{ added, updated, unchanged, moved, missing, failed },
      errors: await store.scanErrorsOf(db, id),
      started_at: row.startedAt?.toISOString() ?? null,
      finished_at: row.finishedAt?.toISOString() ?? null,
    }
  }

  async function get(id: number): Promise<Scan> {
    const row = await store.findScan(db, id)
    if (!row) throw new AppError('NOT_FOUND')
    return view(row)
  }

  return {
    get,

    async latest(): Promise<Scan[]> {
      return Promise.all((await store.latestScans(db, 20)).map(view))
    },

    /** Queues a scan of one folder or all; one that waits already is not doubled. */
    async start(folderId?: number): Promise<number> {
      const folders = await store.listFolders(db)
      if (folderId !== undefined && !folders.some((folder) => folder.id === folderId)) throw new AppError('NOT_FOUND')
      const folderIds = folderId === undefined ? null : [folderId]
      const id = (await store.findQueuedScan(db, folderIds)) ?? (await store.insertScan(db, folderIds))
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

export type Scans = ReturnType<typeof createScans>
