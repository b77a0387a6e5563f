import { mkdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Db } from '../../db/client.ts'
import { readSetting, writeSetting } from '../../db/settings.ts'
import { AppError } from '../../errors.ts'
import type { JobDefinition, Jobs } from '../../platform/jobs/jobs.ts'
import type { Folders } from '../library/scan/folders.ts'
import type { Scans } from '../library/scan/service.ts'
import { type DemoStatus, status } from './contract.ts'
import { makeDemoLibrary } from './make.ts'

type Deps = Readonly<{ db: Db; jobs: Jobs; folders: Folders; scans: Scans; downloadsDir: string }>

const IDLE: DemoStatus = { state: 'idle', done: 0, total: 0, scan_id: null }
const SETTING = 'demo'

/** The demo library: rendered into the downloads folder, then added and scanned like anybody's music. */
export function createDemo({ db, jobs, folders, scans, downloadsDir }: Deps) {
  const dir = path.join(downloadsDir, 'Animo demo')
  const save = (value: DemoStatus) => writeSetting(db, SETTING, value)

  const job: JobDefinition<Record<string, never>> = {
    name: 'library.demo',
    payload: z.strictObject({}),
    key: () => 'all',
    async run(_payload, { signal }) {
      try {
        await make(signal)
      } catch (error) {
        // A server that stops in between goes on rendering at its next start.
        if (!signal.aborted) await save({ ...IDLE, state: 'failed' })
        throw error
      }
    },
  }

  async function make(signal: AbortSignal): Promise<void> {
    await mkdir(dir, { recursive: true })
    let saving: Promise<void> = Promise.resolve()
    const onProgress = (done: number, total: number) => {
      saving = saving.then(() => save({ state: 'rendering', done, total, scan_id: null }))
    }
    const { tracks } = await makeDemoLibrary(dir, { signal, onProgress })
    await saving
    // Folders are kept by their real path.
    const real = await realpath(dir)
    const known = (await folders.list()).find((folder) => folder.path === real)
    const folder = known ?? (await folders.add(real))
    await save({ state: 'scanning', done: tracks, total: tracks, scan_id: await scans.start(folder.id) })
  }

  return {
    register: () => jobs.register(job),

    async start(): Promise<void> {
      await save({ ...IDLE, state: 'rendering' })
      await jobs.send(job, {})
    },

    async status(): Promise<DemoStatus> {
      const stored = status.safeParse(await readSetting(db, SETTING))
      if (!stored.success) return IDLE
      const { state, scan_id } = stored.data
      if (state !== 'scanning' || scan_id === null) return stored.data
      const scan = await scans.get(scan_id).catch((error: unknown) => {
        // Old scans are forgotten, and only those that have ended.
        if (error instanceof AppError && error.code === 'NOT_FOUND') return { state: 'done' } as const
        throw error
      })
      const ended = { done: 'done', failed: 'failed', cancelled: 'failed' } as const
      return { ...stored.data, state: scan.state in ended ? ended[scan.state as keyof typeof ended] : 'scanning' }
    },
  }
}

export type Demo = ReturnType<typeof createDemo>
