import { lstat } from 'node:fs/promises'
import path from 'node:path'
import { type Db, isForeignKeyViolation, isRefusal } from '../../../../db/client.ts'
import { albumPlace } from '../../files/path-names.ts'
import type { ReadResult } from '../../files/read-file.ts'
import type { FoundFile } from '../../files/walk.ts'
import { albumTitleKey } from '../../identity/group.ts'
import { type FolderRow, folderExists } from '../../store/scans.ts'
import { inTransaction } from '../../store/transaction.ts'
import {
  filesByHash,
  type MovedFrom,
  moveFile,
  type NewFile,
  upsertFiles,
  type WalkRow,
} from '../../store/write/files.ts'
import { applyFiles, type Touched } from './apply.ts'
import type { Progress } from './progress.ts'

export type WriteDeps = Readonly<{ db: Db; folders: readonly FolderRow[]; progress: Progress; touched: Touched }>
/** A file that is new or looks changed; `row` is what was known of its path. */
export type Candidate = Readonly<{ file: FoundFile; row: WalkRow | undefined }>

/** How often a batch is tried that lost a row it refers to. */
const ATTEMPTS = 3

/** Brings what was read of a batch of files into the library; what could not be read is listed. */
export async function writeBatch(
  deps: WriteDeps,
  folder: FolderRow,
  batch: Candidate[],
  results: ReadResult[],
): Promise<void> {
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
async function store(
  deps: WriteDeps,
  folder: FolderRow,
  files: NewFile[],
  known: ReadonlySet<string>,
  attempts = ATTEMPTS,
): Promise<void> {
  const [first, ...others] = files
  if (!first) return
  try {
    await storeTogether(deps, files, known)
  } catch (error) {
    if (isForeignKeyViolation(error)) {
      // Not the files' fault: a folder was removed meanwhile, this one or one that held the same artists.
      if (attempts <= 1 || !(await folderExists(deps.db, folder.id))) throw error
      return store(deps, folder, files, known, attempts - 1)
    }
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

async function storeTogether(deps: WriteDeps, files: NewFile[], known: ReadonlySet<string>): Promise<void> {
  const fresh = files.filter((file) => !known.has(file.relPath))
  // The disk is asked before the turn to write comes: a slow one must not keep other writers waiting.
  const moved = await findMoved(deps.db, deps.folders, fresh)
  const work = async (tx: Db) => {
    for (const { id, file } of moved) {
      const { folderId, relPath, albumDir, mtimeMs } = file
      await moveFile(tx, id, { folderId, relPath, albumDir, mtimeMs })
    }
    await applyFiles(tx, await upsertFiles(tx, files), deps.touched)
  }
  // A broken key is told from a refused file by the caller.
  await inTransaction(deps.db, work, { met: false })
  await deps.progress.count('moved', moved.length)
  await deps.progress.count('updated', files.length - fresh.length)
  await deps.progress.count('added', fresh.length - moved.length)
}

/** New paths whose content is known from a path that is no more: the row moves, and with it everything people did. */
async function findMoved(
  db: Db,
  folders: readonly FolderRow[],
  fresh: NewFile[],
): Promise<{ id: number; file: NewFile }[]> {
  const moved: { id: number; file: NewFile }[] = []
  if (fresh.length === 0) return moved
  const roots = new Map(folders.map((folder) => [folder.id, folder]))
  const origins = await filesByHash(
    db,
    fresh.map((file) => file.read.quickHash),
  )
  const used = new Set<number>()
  for (const file of fresh) {
    for (const origin of origins.filter(
      (row) => row.quickHash === file.read.quickHash && row.size === file.size && !used.has(row.id),
    )) {
      if (!(await hasLeft(origin, roots))) continue
      used.add(origin.id)
      moved.push({ id: origin.id, file })
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

/** Is a path really no more? A file that only cannot be looked at is not gone. */
export const isGone = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT' || error.code === 'ENOTDIR',
  )
