import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../../errors.ts'
import type { ModelView } from './contract.ts'
import { fetchModel, type Patience } from './fetch-model.ts'
import { type Expected, receive, WrongContent } from './receive.ts'

export const MODEL = 'face_landmarker'
const FILE = `${MODEL}.task`
/** The one model that the page is made for, as its makers publish it. */
export const FACE_LANDMARKER: Expected = {
  bytes: 3_758_596,
  sha256: '64184e229b263107bc2b804c6625db1341ff2bb731874b0bcc2fe6544e0bc9ff',
}
const PATIENCE: Patience = { silenceMs: 30_000, wholeMs: 600_000 }

type Deps = Readonly<{ storageDir: string; url: string; model?: Expected; patience?: Patience }>

/** The face model that browsers load when no picture shall leave the device. */
export function createOnDevice({ storageDir, url, model = FACE_LANDMARKER, patience = PATIENCE }: Deps) {
  const file = path.join(storageDir, 'models', FILE)
  let fetching: Promise<void> | null = null
  let verified = ''

  /** Is an open file the model? It is read through once, and again when it is another one. */
  async function isModel(handle: FileHandle): Promise<boolean> {
    const { size, mtimeMs, ino, isFile } = await stateOf(handle)
    if (!isFile || size !== model.bytes) return false
    const state = `${ino} ${mtimeMs}`
    if (state === verified) return true
    const hash = createHash('sha256').update(await handle.readFile())
    if (hash.digest('hex') !== model.sha256) return false
    verified = state
    return true
  }

  async function withModel<T>(use: (handle: FileHandle | null) => T): Promise<T> {
    const handle = await open(file).catch(absent)
    const whole = handle !== null && (await isModel(handle).catch(closing(handle)))
    if (!whole) await handle?.close()
    return use(whole ? handle : null)
  }

  async function view(): Promise<ModelView> {
    const installed = await withModel(async (handle) => {
      await handle?.close()
      return handle !== null
    })
    return { name: MODEL, installed, url: `/models/${FILE}`, ...model, source: url, license: 'Apache-2.0' }
  }

  return {
    model,
    view,

    /** Fetches the model, once for all who ask at the same time. MODEL_UNAVAILABLE, STORAGE_FAILED. */
    async install(): Promise<ModelView> {
      fetching ??= fetchModel(url, file, model, patience).finally(() => {
        fetching = null
      })
      await fetching
      return view()
    },

    /** Takes the model from whoever has it. MODEL_INVALID for anything else, STORAGE_FAILED. */
    async put(source: AsyncIterable<Uint8Array>): Promise<ModelView> {
      await receive(source, file, model).catch((cause: unknown) => {
        throw cause instanceof WrongContent ? new AppError('MODEL_INVALID', { details: cause.message, cause }) : cause
      })
      return view()
    },

    /** The model to read from and to close; null: it is not installed, or what lies there is something else. */
    open: (): Promise<FileHandle | null> => withModel((handle) => handle),
  }
}

async function stateOf(handle: FileHandle) {
  const stats = await handle.stat()
  return { size: stats.size, mtimeMs: stats.mtimeMs, ino: stats.ino, isFile: stats.isFile() }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
  throw error
}

const closing = (handle: FileHandle) => async (error: unknown) => {
  await handle.close()
  throw error
}

export type OnDevice = ReturnType<typeof createOnDevice>
