import { realpath } from 'node:fs/promises'
import { z } from 'zod'
import type { Database } from '../../db/client.ts'
import { AppError } from '../../errors.ts'
import type { JobDefinition, Jobs } from '../../platform/jobs/jobs.ts'
import { createFolders } from './scan/folders.ts'
import { runQueuedScans } from './scan/run/run.ts'
import { createScans } from './scan/service.ts'
import { createWatcher } from './scan/watch.ts'
import { createCatalogue } from './service.ts'
import { hidesAnyone, trackVisible, visibleTrack } from './store/read/visible.ts'
import { activeScans, listFolders } from './store/scans.ts'
import { createViews } from './views/views.ts'

type Log = {
  info(fields: object, text: string): void
  warn(fields: object, text: string): void
  error(fields: object, text: string): void
}
type Deps = Readonly<{
  database: Database
  jobs: Jobs
  log: Log
  /** Directories of the server itself, which are no music folders. */
  ownDirs: readonly string[]
  /** Runs after each scan: covers are looked for off the scan's path. */
  afterScan(signal: AbortSignal): Promise<void>
}>

const SIX_HOURS = 6 * 3600

/** The own music: folders, scans, watching, and the catalogue that comes of them. */
export function createLibrary({ database, jobs, log, ownDirs, afterScan }: Deps) {
  const { db } = database
  const views = createViews(db)

  const coversJob: JobDefinition<Record<string, never>> = {
    name: 'library.covers',
    payload: z.strictObject({}),
    key: () => 'all',
    expireInSeconds: SIX_HOURS,
    run: (_payload, { signal }) => afterScan(signal),
  }
  const scanJob: JobDefinition<Record<string, never>> = {
    name: 'library.scan',
    payload: z.strictObject({}),
    key: () => 'all',
    expireInSeconds: SIX_HOURS,
    run: (_payload, { signal }) => runQueuedScans({ database, log, onFinished }, signal),
  }

  async function onFinished(): Promise<void> {
    await jobs.send(coversJob, {})
    // A folder that was offline when watching began may be there now.
    await refreshWatcher()
  }

  const scans = createScans({ db, enqueue: () => jobs.send(scanJob, {}) })
  const watcher = createWatcher({ db, log, onChange: (folderId) => scans.start(folderId) })
  const refreshWatcher = () =>
    watcher.refresh().catch((err: unknown) => log.warn({ err }, 'the music folders cannot be watched'))
  const folders = createFolders({ db, ownDirs, onChange: () => void refreshWatcher() })

  async function addConfigured(musicDirs: readonly string[]): Promise<void> {
    const known = new Set((await listFolders(db)).map((folder) => folder.path))
    for (const dir of musicDirs) {
      // Folders are kept by their real path.
      if (known.has(await realpath(dir).catch(() => dir))) continue
      await folders.add(dir).catch((error: unknown) => {
        if (!(error instanceof AppError)) throw error
        log.warn({ dir, reason: error.toBody('en').error.details }, 'a folder of MUSIC_DIRS cannot be used')
      })
    }
  }

  return {
    views,
    scans,
    folders,
    catalogue: createCatalogue({ db, views }),
    visibility: {
      track: async (userId: number, id: number) => (await visibleTrack(db, userId, id)).length > 0,
      condition: async (userId: number) => ((await hidesAnyone(db, userId)) ? trackVisible(db, userId) : undefined),
    },

    /** Begins working: adds configured folders, looks for what changed while the server was down, and watches. */
    async start(musicDirs: readonly string[]): Promise<void> {
      await jobs.register(coversJob)
      await jobs.register(scanJob)
      await addConfigured(musicDirs)
      // A scan that a stop or a kill interrupted goes on before the new one.
      if ((await listFolders(db)).length > 0) await scans.start()
      else if ((await activeScans(db)).length > 0) await jobs.send(scanJob, {})
      // So does a search for covers.
      await jobs.send(coversJob, {})
      await refreshWatcher()
    },

    /** Resolves when changes in every folder there is are seen. */
    async watching(): Promise<void> {
      await refreshWatcher()
      await watcher.ready()
    },

    close: () => watcher.close(),
  }
}
