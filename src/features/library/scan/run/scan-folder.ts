import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Db } from '../../../../db/client.ts'
import type { Reader } from '../../files/reader.ts'
import { isFileProblem, walk } from '../../files/walk.ts'
import type { FolderRow } from '../../store/scans.ts'
import { inTransaction } from '../../store/transaction.ts'
import { countFiles, markMissing, markPresent, type WalkRow } from '../../store/write/files.ts'
import { createCoverWatch } from './cover-watch.ts'
import { createRowReader } from './row-reader.ts'
import { type Candidate, isGone, type WriteDeps, writeBatch } from './write-batch.ts'

type Deps = WriteDeps & Readonly<{ reader: Reader; signal: AbortSignal }>

const BATCH = 96
/** Rows remembered as gone before they are marked: a bound on memory. */
const MOST_GONE = 20_000

/** Is the folder there? An empty mount point whose files we know is a disk that is not plugged in. */
export async function isOnline(db: Db, folder: FolderRow): Promise<boolean> {
  const entries = await readdir(folder.path).catch((error: unknown) => {
    if (isFileProblem(error)) return null
    throw error
  })
  if (!entries) return false
  return entries.length > 0 || (await countFiles(db, folder.id)) === 0
}

/**
 * Brings the rows of one folder in line with the disk. The walk and the table run side by side in the same order, so
 * memory holds one page of rows, one directory of each level and one batch of files.
 */
export async function scanFolder(deps: Deps, folder: FolderRow): Promise<void> {
  const rows = createRowReader(deps.db, folder.id)
  const covers = createCoverWatch(deps.db, folder)
  const batches = createBatches(deps, folder)
  const gone: WalkRow[] = []
  /** What is gone is decided last: it may turn up at another path, and then it has moved. */
  const forgetGone = async (): Promise<void> => {
    await batches.flush()
    await batches.written()
    await forget(deps, folder, gone.splice(0))
  }

  try {
    for await (const event of walk(folder.path, deps.signal)) {
      if ('problem' in event) await deps.progress.problem(folder.id, event.problem.relPath, event.problem.reason)
      else if ('directory' in event) await covers.note(event.directory)
      else {
        gone.push(...(await rows.before(event.file.relPath)))
        if (gone.length >= MOST_GONE) await forgetGone()
        const row = await rows.take(event.file.relPath)
        const unchanged = row && row.size === event.file.size && row.mtimeMs === event.file.mtimeMs
        await (unchanged ? keep(deps, row) : batches.add({ file: event.file, row }))
      }
    }
    for (let rest = await rows.rest(); rest.length > 0; rest = await rows.rest()) {
      gone.push(...rest)
      if (gone.length >= MOST_GONE) await forgetGone()
    }
    await forgetGone()
    await covers.flush()
  } finally {
    await batches.written()
  }
}

/** Files to be read, a batch at a time: the next batch is read while the last one is written. */
function createBatches(deps: Deps, folder: FolderRow) {
  const pending: Candidate[] = []
  let writing: Promise<void> = Promise.resolve()

  async function flush(): Promise<void> {
    const batch = pending.splice(0)
    const results = await deps.reader.read(batch.map(({ file }) => ({ root: folder.path, ...file })))
    await writing
    writing = writeBatch(deps, folder, batch, results)
    // Heard at the next wait; until then it is nobody's unhandled rejection.
    writing.catch(() => undefined)
  }

  return {
    flush,
    written: () => writing,
    async add(candidate: Candidate): Promise<void> {
      pending.push(candidate)
      if (pending.length >= BATCH) await flush()
    },
  }
}

async function keep(deps: Deps, row: WalkRow): Promise<void> {
  if (row.state === 'missing') await markPresent(deps.db, [row.id])
  await deps.progress.count(row.state === 'missing' ? 'updated' : 'unchanged')
}

/** Rows that the walk passed by: a last look tells a vanished file from one that only could not be listed. */
async function forget(deps: Deps, folder: FolderRow, rows: WalkRow[]): Promise<void> {
  const present = rows.filter((row) => row.state === 'present')
  const gone: WalkRow[] = []
  for (const row of present) if (await isGone(path.join(folder.path, row.relPath))) gone.push(row)
  if (gone.length > 0) await deps.progress.count('missing', await inTransaction(deps.db, (tx) => markMissing(tx, gone)))
}
