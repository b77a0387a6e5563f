import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, type Db, isForeignKeyViolation } from '../../../../db/client.ts'
import { withLeanHeap } from '../../../../platform/lib/lean-heap.ts'
import { createReader } from '../../files/reader.ts'
import { countAudioFiles } from '../../files/walk.ts'
import * as store from '../../store/scans.ts'
import { inTransaction } from '../../store/transaction.ts'
import { analyze, refreshArtists, removeOrphans } from '../../store/write/counts.ts'
import type { Touched } from './apply.ts'
import { createProgress, type Progress } from './progress.ts'
import { isOnline, scanFolder } from './scan-folder.ts'

type Log = { warn(fields: object, text: string): void; error(fields: object, text: string): void }
type Deps = Readonly<{ database: Database; log: Log; onFinished(): Promise<void> }>

/** Analysing pays after a load of this many files. */
const BULK = 1000
const LOCK_RETRY_MS = 1000

/**
 * Runs the queued scans one after the other, in one process at a time. A scan whose process was killed begins again:
 * every batch is one transaction, so nothing is lost and what was done is found unchanged.
 */
export async function runQueuedScans({ database, log, onFinished }: Deps, stop: AbortSignal): Promise<void> {
  await withScanLock(database, stop, async (db) => {
    for (let [scan] = await store.activeScans(db); scan && !stop.aborted; [scan] = await store.activeScans(db)) {
      await runScan(database.db, scan, log, stop)
      if (stop.aborted) return
      await onFinished()
    }
  })
}

/** The lock lives on one connection, which stays out of the pool meanwhile. */
async function withScanLock(database: Database, stop: AbortSignal, work: (db: Db) => Promise<void>): Promise<void> {
  const lock = await database.reserve()
  try {
    // While another process scans, what was queued here is done by it; if it ends first, this one goes on.
    while (!(await store.tryScanLock(lock.db))) {
      if (stop.aborted || (await store.activeScans(database.db)).length === 0) return
      await sleep(LOCK_RETRY_MS, undefined, { signal: stop }).catch(() => undefined)
    }
    try {
      await work(database.db)
    } finally {
      await store.releaseScanLock(lock.db)
    }
  } finally {
    lock.release()
  }
}

async function runScan(db: Db, scan: store.ScanRow, log: Log, stop: AbortSignal): Promise<void> {
  const cancel = new AbortController()
  const progress = createProgress(db, scan.id, cancel)
  const resumed = scan.state === 'running'
  await store.clearScanErrors(db, scan.id)
  await store.updateScan(db, scan.id, { state: 'running', startedAt: scan.startedAt ?? new Date() })
  try {
    const signal = AbortSignal.any([cancel.signal, stop])
    await withLeanHeap(() => scanAll({ db, log, progress, signal }, scan, resumed))
    await progress.save()
    await finish(db, scan.id, 'done')
  } catch (error) {
    // A server that stops leaves the scan as running: the next start goes on with it.
    if (stop.aborted) return
    await progress.save()
    if (!cancel.signal.aborted) log.error({ err: error, scan: scan.id }, 'scan failed')
    await finish(db, scan.id, cancel.signal.aborted ? 'cancelled' : 'failed')
  }
}

type Tools = Readonly<{ db: Db; log: Log; progress: Progress; signal: AbortSignal }>

async function scanAll({ db, log, progress, signal }: Tools, scan: store.ScanRow, resumed: boolean): Promise<void> {
  const folders = await store.listFolders(db)
  const wanted = folders.filter((folder) => scan.folderIds === null || scan.folderIds.includes(folder.id))
  const touched: Touched = { albums: new Set(), artists: new Set() }
  const reader = createReader(log)
  const online: store.FolderRow[] = []
  try {
    for (const folder of wanted) {
      if (await isOnline(db, folder)) online.push({ ...folder, state: 'online' })
      else {
        await store.setFolderState(db, folder.id, 'offline')
        const reason = 'The folder cannot be reached: its files are kept as offline'
        await whileThere(db, folder, () => progress.problem(folder.id, '.', reason))
      }
    }
    await countAll(db, scan.id, online, signal)
    const known = folders.map((folder) => online.find((other) => other.id === folder.id) ?? folder)
    for (const folder of online) {
      // What changes while the folder is walked is newer than its last scan.
      const began = new Date()
      await store.setFolderState(db, folder.id, 'online')
      const deps = { db, reader, folders: known, progress, touched, signal }
      await whileThere(db, folder, () => scanFolder(deps, folder))
      await store.setFolderState(db, folder.id, 'online', began)
    }
  } finally {
    await reader.close()
    // Also what a cancelled scan brought in must be counted.
    await settle(db, touched, resumed)
  }
}

/** Somebody may remove a folder while it is scanned: that ends its part, and the other folders go on. */
async function whileThere(db: Db, folder: store.FolderRow, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!isForeignKeyViolation(error) || (await store.folderExists(db, folder.id))) throw error
  }
}

async function countAll(
  db: Db,
  scanId: number,
  folders: readonly store.FolderRow[],
  signal: AbortSignal,
): Promise<void> {
  let filesTotal = 0
  for (const folder of folders) filesTotal += await countAudioFiles(folder.path, signal)
  await store.updateScan(db, scanId, { filesTotal })
}

async function settle(db: Db, touched: Touched, resumed: boolean): Promise<void> {
  const artists = [...touched.artists]
  for (let at = 0; at < artists.length; at += BULK) {
    const some = artists.slice(at, at + BULK)
    await inTransaction(db, (tx) => refreshArtists(tx, some))
  }
  if (touched.albums.size > 0 || resumed) await inTransaction(db, removeOrphans)
  if (touched.albums.size >= BULK / 10) await analyze(db)
}

async function finish(db: Db, id: number, state: 'done' | 'failed' | 'cancelled'): Promise<void> {
  await store.updateScan(db, id, { state, finishedAt: new Date() })
  await store.pruneScans(db)
}
