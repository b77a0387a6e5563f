import { lstat, readdir } from 'node:fs/promises'
import path from 'node:path'
import { type Db, isRefusal } from '../../../../db/client.ts'
import { albumPlace } from '../../files/path-names.ts'
import type { ReadResult } from '../../files/read-file.ts'
import type { Reader } from '../../files/reader.ts'
import { type FoundFile, walk } from '../../files/walk.ts'
import { albumTitleKey } from '../../identity/group.ts'
import type { FolderRow } from '../../store/scans.ts'
import {
  countFiles,
  filesAfter,
  filesByHash,
  type MovedFrom,
  markMissing,
  markPresent,
  moveFile,
  type NewFile,
  upsertFiles,
  type WalkRow,
} from '../../store/write/files.ts'
import { applyFiles, type Touched } from './apply.ts'
import type { Progress } from './progress.ts'

type Deps = Readonly<{
  db: Db
  reader: Reader
  folders: readonly FolderRow[]
  progress: Progress
  touched: Touched
  signal: AbortSignal
}>
type Candidate = Readonly<{ file: FoundFile; row: WalkRow | undefined }>

const BATCH = 96
const PAGE = 2000
/** Rows remembered as gone before they are marked: a bound on memory. */
const MOST_GONE = 20_000

/** Is the folder there? An empty mount point whose files we know is a disk that is not plugged in. */
export async function isOnline(db: Db, folder: FolderRow): Promise<boolean> {
  const entries = await readdir(folder.path).catch(() => null)
  if (!entries) return false
  return entries.length > 0 || (await countFiles(db, folder.id)) === 0
}

/**
 * Brings the rows of one folder in line with the disk. The walk and the table run side by side in the same order, so
 * memory holds one page of rows, one directory of each level and one batch of files.
 */
export async function scanFolder(deps: Deps, folder: FolderRow): Promise<void> {
  const rows = createRowReader(deps.db, folder.id)
  const pending: Candidate[] = []
  const gone: WalkRow[] = []
  let writing: Promise<void> = Promise.resolve()

  const flush = async (): Promise<void> => {
    const batch = pending.splice(0)
    const results = await deps.reader.read(batch.map(({ file }) => ({ root: folder.path, ...file })))
    // The next batch is read while this one is written.
    await writing
    writing = writeBatch(deps, folder, batch, results)
  }
  /** What is gone is decided last: it may turn up at another path, and then it has moved. */
  const forgetGone = async (): Promise<void> => {
    await flush()
    await writing
    await forget(deps, folder, gone.splice(0))
  }

  try {
    for await (const event of walk(folder.path, deps.signal)) {
      if ('problem' in event) {
        await deps.progress.problem(folder.id, event.problem.relPath, event.problem.reason)
        continue
      }
      gone.push(...(await rows.before(event.file.relPath)))
      if (gone.length >= MOST_GONE) await forgetGone()
      const row = await rows.take(event.file.relPath)
      const unchanged = row && row.size === event.file.size && row.mtimeMs === event.file.mtimeMs
      if (unchanged) await keep(deps, row)
      else pending.push({ file: event.file, row })
      if (pending.length >= BATCH) await flush()
    }
    for (let rest = await rows.rest(); rest.length > 0; rest = await rows.rest()) {
      gone.push(...rest)
      if (gone.length >= MOST_GONE) await forgetGone()
    }
    await forgetGone()
  } finally {
    await writing
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
  if (gone.length > 0) await deps.progress.count('missing', await deps.db.transaction((tx) => markMissing(tx, gone)))
}

const isGone = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT' || error.code === 'ENOTDIR',
  )

async function writeBatch(deps: Deps, folder: FolderRow, batch: Candidate[], results: ReadResult[]): Promise<void> {
  const good: NewFile[] = []
  const known = new Set<string>()
  for (const [at, { file, row }] of batch.entries()) {
    const result = results[at]
    if (!result || 'problem' in result) {
      await deps.progress.problem(folder.id, file.relPath, result?.problem ?? 'The file could not be read')
      continue
    }
    if (row) known.add(file.relPath)
    const { relPath, size, mtimeMs } = file
    const { albumDir } = albumPlace(relPath)
    good.push({
      folderId: folder.id,
      relPath,
      albumDir,
      albumTitle: albumTitleKey(result.ok.tags.album),
      size,
      mtimeMs,
      read: result.ok,
    })
  }
  await store(deps, folder, good, known)
}

/** Stores files in one transaction. When the database refuses one of them, halves find out which: it alone is left out. */
async function store(deps: Deps, folder: FolderRow, files: NewFile[], known: ReadonlySet<string>): Promise<void> {
  const [first, ...others] = files
  if (!first) return
  try {
    await storeTogether(deps, files, known)
  } catch (error) {
    if (!isRefusal(error)) throw error
    if (others.length === 0) {
      await deps.progress.problem(folder.id, first.relPath, 'What the file says about itself cannot be stored')
      return
    }
    const half = Math.ceil(files.length / 2)
    await store(deps, folder, files.slice(0, half), known)
    await store(deps, folder, files.slice(half), known)
  }
}

async function storeTogether(deps: Deps, files: NewFile[], known: ReadonlySet<string>): Promise<void> {
  const fresh = files.filter((file) => !known.has(file.relPath))
  const moved = await deps.db.transaction(async (tx) => {
    const paths = await adoptMoved(tx, deps.folders, fresh)
    await applyFiles(tx, await upsertFiles(tx, files), deps.touched)
    return paths
  })
  await deps.progress.count('moved', moved.size)
  await deps.progress.count('updated', files.length - fresh.length)
  await deps.progress.count('added', fresh.length - moved.size)
}

/** New paths whose content is known from a path that is no more: the row moves, and with it everything people did. */
async function adoptMoved(tx: Db, folders: readonly FolderRow[], fresh: NewFile[]): Promise<Set<string>> {
  const moved = new Set<string>()
  if (fresh.length === 0) return moved
  const roots = new Map(folders.map((folder) => [folder.id, folder]))
  const origins = await filesByHash(
    tx,
    fresh.map((file) => file.read.quickHash),
  )
  const used = new Set<number>()
  for (const file of fresh) {
    for (const origin of origins.filter(
      (row) => row.quickHash === file.read.quickHash && row.size === file.size && !used.has(row.id),
    )) {
      if (!(await hasLeft(origin, roots))) continue
      used.add(origin.id)
      moved.add(file.relPath)
      const { folderId, relPath, albumDir, mtimeMs } = file
      await moveFile(tx, origin.id, { folderId, relPath, albumDir, mtimeMs })
      break
    }
  }
  return moved
}

async function hasLeft(origin: MovedFrom, roots: Map<number, FolderRow>): Promise<boolean> {
  const root = roots.get(origin.folderId)
  return (
    root !== undefined &&
    (origin.state === 'missing' || (root.state === 'online' && (await isGone(path.join(root.path, origin.relPath)))))
  )
}

/** The folder's rows in walking order, a page at a time. */
function createRowReader(db: Db, folderId: number) {
  let page: WalkRow[] = []
  let at = 0
  let last = ''
  let ended = false

  async function peek(): Promise<WalkRow | undefined> {
    if (at >= page.length && !ended) {
      page = await filesAfter(db, folderId, last, PAGE)
      at = 0
      ended = page.length < PAGE
      last = page.at(-1)?.relPath ?? last
    }
    return page[at]
  }

  return {
    /** Rows whose path comes before this one: the disk does not have them. */
    async before(relPath: string): Promise<WalkRow[]> {
      const passed: WalkRow[] = []
      if ((await peek())?.relPath === relPath) return passed
      const key = Buffer.from(relPath)
      for (let row = await peek(); row && Buffer.compare(Buffer.from(row.relPath), key) < 0; row = await peek()) {
        passed.push(row)
        at++
      }
      return passed
    },
    async take(relPath: string): Promise<WalkRow | undefined> {
      const row = await peek()
      if (row?.relPath !== relPath) return undefined
      at++
      return row
    },
    async rest(): Promise<WalkRow[]> {
      const passed: WalkRow[] = []
      for (let row = await peek(); row && passed.length < PAGE; row = await peek()) {
        passed.push(row)
        at++
      }
      return passed
    },
  }
}
