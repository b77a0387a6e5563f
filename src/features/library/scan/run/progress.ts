import type { Db } from '../../../../db/client.ts'
import { addScanErrors, isCancelRequested, updateScan } from '../../store/scans.ts'

type Counter = 'added' | 'updated' | 'unchanged' | 'moved' | 'missing' | 'failed'
export type Progress = Readonly<{
  count(counter: Counter, by?: number): Promise<void>
  problem(folderId: number, file: string, reason: string): Promise<void>
  save(): Promise<void>
}>

/** Progress reaches the database, and so every watcher in every process, at most this often. */
const SAVE_EVERY_MS = 250

/** Counts what a scan meets. Saving also asks whether somebody cancelled, and then aborts the scan. */
export function createProgress(
  db: Db,
  scanId: number,
  cancel: AbortController,
  now: () => number = Date.now,
): Progress {
  const counts: Record<Counter, number> = { added: 0, updated: 0, unchanged: 0, moved: 0, missing: 0, failed: 0 }
  let savedAt = now()

  async function save(): Promise<void> {
    savedAt = now()
    const filesSeen = counts.added + counts.updated + counts.unchanged + counts.moved + counts.failed
    await updateScan(db, scanId, { ...counts, filesSeen })
    if (await isCancelRequested(db, scanId)) cancel.abort()
  }

  async function count(counter: Counter, by = 1): Promise<void> {
    counts[counter] += by
    if (now() - savedAt >= SAVE_EVERY_MS) await save()
  }

  return {
    count,
    save,
    async problem(folderId, file, reason) {
      await addScanErrors(db, scanId, folderId, [{ file: file || '.', reason }])
      await count('failed')
    },
  }
}
