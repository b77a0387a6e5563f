import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { writeAtomically } from '../../platform/files/write-atomically.ts'

type Log = { warn(fields: object, text: string): void }
type Options = Readonly<{ dir: string; mostBytes: number; log: Log }>
type Kept = { file: string; bytes: number; used: number }

/** A look is noted once in so long. */
const NOTE_MS = 3_600_000
/** Cleaning leaves room for a while. */
const FULL_AFTER = 0.9
/** The folder is counted again after this part of it was written. */
const COUNT_EVERY = 0.05
const AT_ONCE = 64

/**
 * Files that can be made again, in a folder that grows no larger than `mostBytes` and a little: those at which nobody
 * looked for longest go first. The time of the last access says when that was, whatever the file system notes itself.
 */
export function createShelf({ dir, mostBytes, log }: Options) {
  // What lies there from before is counted with the first file that comes.
  let uncounted = Number.POSITIVE_INFINITY
  let cleaning: Promise<void> | undefined

  async function sizes(): Promise<Kept[]> {
    const entries = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    const found: Kept[] = []
    for (let at = 0; at < entries.length; at += AT_ONCE) {
      const some = entries.slice(at, at + AT_ONCE).map(async (entry) => {
        const file = path.join(entry.parentPath, entry.name)
        // A file that went in between takes no room.
        const one = await stat(file).catch(() => null)
        return one ? [{ file, bytes: one.size, used: Math.max(one.atimeMs, one.mtimeMs) }] : []
      })
      found.push(...(await Promise.all(some)).flat())
    }
    return found
  }

  async function clean(): Promise<void> {
    const files = await sizes()
    let total = files.reduce((sum, { bytes }) => sum + bytes, 0)
    if (total <= mostBytes) return
    for (const { file, bytes } of files.sort((a, b) => a.used - b.used)) {
      if (total <= mostBytes * FULL_AFTER) return
      await rm(file, { force: true })
      total -= bytes
    }
  }

  function written(bytes: number): void {
    uncounted += bytes
    if (cleaning || uncounted < mostBytes * COUNT_EVERY) return
    uncounted = 0
    cleaning = clean()
      .catch((err: unknown) => log.warn({ err, dir }, 'the cache of pictures cannot be cleaned'))
      .finally(() => {
        cleaning = undefined
      })
  }

  return {
    /** null: not there, made more than `maxAgeMs` ago, or unreadable. */
    async get(name: string, maxAgeMs = Number.POSITIVE_INFINITY): Promise<Buffer | null> {
      const target = path.join(dir, name)
      const file = await open(target).catch(() => null)
      if (!file) return null
      try {
        const { atimeMs, mtimeMs, mtime } = await file.stat()
        const now = Date.now()
        if (now - mtimeMs > maxAgeMs) return null
        const bytes = await file.readFile()
        if (now - atimeMs > NOTE_MS) await file.utimes(new Date(now), mtime)
        return bytes
      } catch {
        return null
      } finally {
        await file.close()
      }
    },

    async put(name: string, bytes: Buffer): Promise<void> {
      const target = path.join(dir, name)
      await mkdir(path.dirname(target), { recursive: true })
      await writeAtomically(target, bytes)
      written(bytes.length)
    },

    /** Resolves when no cleaning is under way. */
    idle: async (): Promise<void> => cleaning,
  }
}

export type Shelf = ReturnType<typeof createShelf>
