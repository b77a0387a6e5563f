import { lstat, opendir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { isInside } from '../../../platform/files/inside.ts'
import { isAudioName } from './formats.ts'

/**
 * A file as the disk shows it. `mtimeMs` is the later of the audio's and its `.lrc` file's, whole milliseconds, and one
 * more when there is an `.lrc` file: one that is older than its audio is noticed too when it comes or goes.
 */
export type FoundFile = Readonly<{ relPath: string; size: number; mtimeMs: number; lyricsFile: string | null }>
/** When a directory or a picture in it last changed; a picture that came or went changes its directory. */
export type FoundDirectory = Readonly<{ relPath: string; changedMs: number }>
export type WalkEvent =
  | { file: FoundFile }
  | { directory: FoundDirectory }
  | { problem: { relPath: string; reason: string } }

const SKIPPED = new Set(['@eadir', '$recycle.bin', 'lost+found', 'system volume information'])
const STATS_AT_ONCE = 16
const PICTURE = /\.(jpe?g|png|webp)$/i
/** Pictures looked at in one directory: covers, not a collection of photographs. */
const MOST_PICTURES = 50

/**
 * Every audio file below `root`, in the byte order of its path, so that the walk can run beside a table in the same
 * order. Symbolic links are not followed: what they show inside the folder is met at its real place, and what lies
 * outside is reported. Memory holds one directory of each level.
 */
export async function* walk(root: string, signal: AbortSignal): AsyncGenerator<WalkEvent> {
  const real = await realpath(root)
  yield* walkDirectory(real, '', signal)
}

/** How many audio files a walk would find; reads directories only. */
export async function countAudioFiles(dir: string, signal: AbortSignal): Promise<number> {
  signal.throwIfAborted()
  const listing = await list(dir)
  let total = 0
  for (const entry of listing?.sorted ?? []) {
    if (entry.kind === 'file') total++
    if (entry.kind === 'directory') total += await countAudioFiles(path.join(dir, entry.name), signal)
  }
  return total
}

async function* walkDirectory(root: string, dir: string, signal: AbortSignal): AsyncGenerator<WalkEvent> {
  const listing = await list(path.join(root, dir))
  if (!listing) {
    yield { problem: { relPath: dir, reason: 'The directory cannot be read' } }
    return
  }
  yield { directory: { relPath: dir, changedMs: await lastChange(path.join(root, dir), listing.pictures) } }
  const stats = await statAll(root, dir, listing)
  for (const entry of listing.sorted) {
    signal.throwIfAborted()
    const relPath = dir ? `${dir}/${entry.name}` : entry.name
    if (entry.kind === 'directory') yield* walkDirectory(root, relPath, signal)
    else if (entry.kind === 'link') yield* reportOutside(root, relPath)
    else {
      const found = stats.get(entry.name)
      if (found) yield { file: { relPath, ...found } }
      else yield { problem: { relPath, reason: 'The file cannot be read' } }
    }
  }
}

type Entry = { name: string; kind: 'file' | 'directory' | 'link'; key: Buffer }
type Listing = { sorted: Entry[]; lyrics: Map<string, string>; pictures: string[] }

async function list(dir: string): Promise<Listing | null> {
  const entries: Entry[] = []
  const lyrics = new Map<string, string>()
  const pictures: string[] = []
  try {
    for await (const entry of await opendir(dir, { bufferSize: 256 })) {
      const { name } = entry
      if (name.startsWith('.') || SKIPPED.has(name.toLowerCase())) continue
      if (entry.isDirectory()) entries.push({ name, kind: 'directory', key: Buffer.from(`${name}/`) })
      else if (isAudioName(name))
        entries.push({ name, kind: entry.isSymbolicLink() ? 'link' : 'file', key: Buffer.from(name) })
      else if (entry.isSymbolicLink()) entries.push({ name, kind: 'link', key: Buffer.from(name) })
      else if (PICTURE.test(name)) pictures.push(name)
      else if (/\.lrc$/i.test(name)) lyrics.set(name.slice(0, -4).toLowerCase(), name)
    }
  } catch (error) {
    if (isFileProblem(error)) return null
    throw error
  }
  return { sorted: entries.sort((a, b) => Buffer.compare(a.key, b.key)), lyrics, pictures }
}

/** The status time counts as well: a copy may bring the modification time of its original. */
async function lastChange(dir: string, pictures: readonly string[]): Promise<number> {
  const files = pictures.slice(0, MOST_PICTURES).map((name) => path.join(dir, name))
  const times = await Promise.all(
    [dir, ...files].map((file) =>
      lstat(file).then(
        (found) => Math.max(found.mtimeMs, found.ctimeMs),
        (error: unknown) => {
          if (isFileProblem(error)) return 0
          throw error
        },
      ),
    ),
  )
  return Math.max(...times)
}

type Stat = { size: number; mtimeMs: number; lyricsFile: string | null }

async function statAll(root: string, dir: string, { sorted, lyrics }: Listing): Promise<Map<string, Stat>> {
  const files = sorted.filter((entry) => entry.kind === 'file')
  const found = new Map<string, Stat>()
  let next = 0
  const work = async (): Promise<void> => {
    for (let entry = files[next++]; entry; entry = files[next++]) {
      const stat = await statOne(path.join(root, dir), entry.name, lyrics)
      if (stat) found.set(entry.name, stat)
    }
  }
  await Promise.all(Array.from({ length: Math.min(STATS_AT_ONCE, files.length) }, work))
  return found
}

async function statOne(dir: string, name: string, lyrics: Map<string, string>): Promise<Stat | null> {
  const lyricsFile = lyrics.get(name.slice(0, name.lastIndexOf('.')).toLowerCase()) ?? null
  try {
    const audio = await lstat(path.join(dir, name))
    const side = lyricsFile === null ? audio : await lstat(path.join(dir, lyricsFile))
    return {
      size: audio.size,
      mtimeMs: Math.floor(Math.max(audio.mtimeMs, side.mtimeMs)) + (lyricsFile === null ? 0 : 1),
      lyricsFile,
    }
  } catch (error) {
    if (isFileProblem(error)) return null
    throw error
  }
}

async function* reportOutside(root: string, relPath: string): AsyncGenerator<WalkEvent> {
  const target = await realpath(path.join(root, relPath)).catch(() => null)
  if (target !== null && !isInside(root, target)) {
    yield { problem: { relPath, reason: 'The link leads out of the music folder' } }
  }
}

/** The path, its rights, and disks or network shares that went away. */
const PROBLEMS = new Set([
  ...['ENOENT', 'EACCES', 'EPERM', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EIO', 'ENXIO', 'ENODEV', 'EREMOTEIO'],
  ...['ESTALE', 'ENOTCONN', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'ECONNABORTED'],
])

/** Does this error say that the disk, the path or its rights are in the way (and not that we are out of handles)? */
export const isFileProblem = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && PROBLEMS.has(String(error.code))
