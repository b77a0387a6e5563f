import { stat } from 'node:fs/promises'
import { watch as chokidar, type FSWatcher } from 'chokidar'
import type { Db } from '../../../db/client.ts'
import { isAudioName } from '../files/formats.ts'
import { listFolders } from '../store/scans.ts'

type Log = { warn(fields: object, text: string): void }
type Deps = Readonly<{ db: Db; log: Log; onChange(folderId: number): Promise<unknown>; quietMs?: number }>

/** Copying an album is one change, not twelve: a scan starts when nothing has moved for this long. */
const QUIET_MS = 3000
const SIDECAR = /\.(lrc|jpe?g|png|webp)$/i

/** Audio, what lies beside it, and names without an ending: directories that come, go or are renamed. */
const isInteresting = (name: string): boolean =>
  isAudioName(name) || SIDECAR.test(name) || !/[^/\\]\.[^/\\.]+$/.test(name)

/** Which directory a path means just now: '' while there is none. */
const placeOf = (root: string): Promise<string> =>
  stat(root).then(
    ({ dev, ino }) => `${dev}:${ino}`,
    () => '',
  )

/** Watches the music folders and asks for a scan of one when its files change. */
export function createWatcher({ db, log, onChange, quietMs = QUIET_MS }: Deps) {
  const watchers = new Map<number, FSWatcher>()
  const timers = new Map<number, NodeJS.Timeout>()
  const opening = new Map<number, Promise<void>>()
  /** What each watcher watches: a directory that is not there, or another one of the same path, is not it. */
  const places = new Map<number, string>()
  let turn: Promise<void> = Promise.resolve()
  let closed = false

  function touched(folderId: number): void {
    clearTimeout(timers.get(folderId))
    const scan = () => {
      timers.delete(folderId)
      onChange(folderId).catch((err: unknown) => log.warn({ err, folder: folderId }, 'a change could not be scanned'))
    }
    timers.set(folderId, setTimeout(scan, quietMs))
  }

  function open(folderId: number, root: string): void {
    // Directories only: a watch for each of a million files costs more memory than the rest of the server. What a
    // directory reports about its files arrives as raw events.
    const watcher = chokidar(root, {
      ignoreInitial: true,
      followSymlinks: false,
      ignorePermissionErrors: true,
      ignored: (file, stats) => stats?.isFile() === true || /(^|[/\\])\./.test(file.slice(root.length)),
    })
    watcher.on('raw', (_event, name: string | null) => {
      // Some platforms do not say what changed.
      if (name === null || isInteresting(name)) touched(folderId)
    })
    watcher.on('error', (err) => log.warn({ err, folder: folderId }, 'a music folder cannot be watched: scan by hand'))
    watchers.set(folderId, watcher)
    opening.set(folderId, new Promise((resolve) => watcher.once('ready', resolve)))
  }

  async function align(): Promise<void> {
    const folders = new Map((await listFolders(db)).map((folder) => [folder.id, folder.path]))
    for (const [id, watcher] of watchers) {
      const root = folders.get(id)
      if (root !== undefined && (await placeOf(root)) === places.get(id)) continue
      watchers.delete(id)
      opening.delete(id)
      // Deaf at once; what it holds is let go while the next one opens.
      watcher.close().catch((err: unknown) => log.warn({ err, folder: id }, 'a watcher could not be closed'))
    }
    for (const [id, root] of folders) {
      if (watchers.has(id)) continue
      places.set(id, await placeOf(root))
      if (!closed) open(id, root)
    }
  }

  return {
    /** Brings the watchers in line with the folders there are, and with disks that were plugged in or exchanged. */
    refresh(): Promise<void> {
      const done = turn.then(align)
      turn = done.catch(() => undefined)
      return done
    },

    /** Resolves when every folder is watched; changes from then on are seen. */
    async ready(): Promise<void> {
      await Promise.all(opening.values())
    },

    async close(): Promise<void> {
      closed = true
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all([...watchers.values()].map((watcher) => watcher.close()))
    },
  }
}

export type Watcher = ReturnType<typeof createWatcher>
