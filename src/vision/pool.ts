import { availableParallelism } from 'node:os'
import { type WorkerFile, workerFile } from '../platform/lib/worker-file.ts'
import { type Look, WHOLE_PICTURE } from './face/read-face.ts'
import type { FaceReading } from './reading.ts'
import { VisionError } from './vision-error.ts'
import { createWorkers, TASKS_PER_THREAD, type VisionLogger, type Workers } from './workers.ts'

type VisionState = 'loading' | 'loaded' | 'failed'
export type Vision = ReturnType<typeof createVision>
type AnalyzeOptions = { signal?: AbortSignal | undefined; look?: Look }
type Options = {
  /** Folder with the files of `tools/prepare-models.ts`. */
  modelsDir: string
  /** Most pictures read at once; a second thread starts only when it is needed. */
  threads?: number
  /** Most pictures waiting for a thread. */
  maxWaiting?: number
  logger?: VisionLogger
  /** The worker to run; another one in tests. */
  worker?: WorkerFile
}

/** A reading takes about 12 ms, so a full line is about a fifth of a second long. */
const MAX_WAITING = 16

const MAX_THREADS = 4

// Each thread costs about 60 MB. All cores may read faces, because these threads give way to the others.
const defaultThreads = () => Math.min(MAX_THREADS, availableParallelism())

/**
 * Reads faces in worker threads.
 * - `analyze(bytes)` takes the bytes over (they may be moved to the worker: do not use them afterwards) and rejects
 *   with `VisionError` only; a signal ends the wait at once and the work at its next step; `look` says where to look for
 *   faces, the whole picture by default (see `createTracker` for streams);
 * - `atOnce` is the most pictures in work: more only wait;
 * - `ready()` settles when the models are loaded, or rejects when they cannot be;
 * - a crashed worker fails what it had in work, two pictures at most, and is replaced.
 */
export function createVision(options: Options) {
  const { modelsDir, threads = defaultThreads(), maxWaiting = MAX_WAITING, logger } = options
  const worker = options.worker ?? workerFile(import.meta.url, './worker')
  const workers = createWorkers({ modelsDir, threads, worker, logger })
  const warmUp = watch(workers.send({ type: 'warm-up' }), logger)
  const atOnce = threads * TASKS_PER_THREAD
  const limit = threads + maxWaiting
  let active = 0
  let closed = false

  return {
    atOnce,
    async analyze(bytes: Uint8Array, { signal, look = WHOLE_PICTURE }: AnalyzeOptions = {}): Promise<FaceReading> {
      if (signal?.aborted) throw aborted()
      if (closed) throw new VisionError('busy', 'The server is stopping.')
      if (active >= limit) throw new VisionError('busy', `${active} pictures are in work or waiting already.`)
      active++
      const cancelled = new Int32Array(new SharedArrayBuffer(4))
      const work = read(workers, { bytes, look, cancelled }).finally(() => active--)
      return untilAborted(work, cancelled, signal)
    },
    ready: () => warmUp.done,
    state: () => warmUp.state(),
    close: () => {
      closed = true
      return workers.close()
    },
  }
}

/** Remembers how the loading of the models went. */
function watch(loading: Promise<unknown>, logger: VisionLogger | undefined) {
  let state: VisionState = 'loading'
  const done = loading.then(
    () => {
      state = 'loaded'
    },
    (error: unknown) => {
      state = 'failed'
      logger?.warn({ err: error }, 'the face models could not be loaded')
      throw error
    },
  )
  // `ready()` hands the failure out; nobody has to ask.
  done.catch(() => undefined)
  return { done, state: () => state }
}

type Work = { bytes: Uint8Array; look: Look; cancelled: Int32Array }

async function read(workers: Workers, { bytes, look, cancelled }: Work): Promise<FaceReading> {
  const own = ownCopy(bytes)
  const reading = await workers.send({ type: 'analyze', bytes: own, look, cancelled }, [own.buffer])
  if (!reading) throw new VisionError('failed', 'The vision worker gave no reading.')
  return reading
}

/** A buffer of its own is moved as it is; a view into a larger one (Node's buffer pool) is copied once. */
function ownCopy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes
  const whole = buffer instanceof ArrayBuffer && bytes.byteLength === buffer.byteLength
  return whole ? new Uint8Array(buffer) : Uint8Array.from(bytes)
}

const aborted = () => new VisionError('aborted', 'The caller gave up.')

/** Settles with the work, or at once when the signal fires; then the worker is told through shared memory. */
async function untilAborted<T>(work: Promise<T>, cancelled: Int32Array, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work
  const { promise: gaveUp, reject } = rejection()
  const give = () => {
    Atomics.store(cancelled, 0, 1)
    Atomics.notify(cancelled, 0)
    reject(aborted())
  }
  signal.addEventListener('abort', give, { once: true })
  return Promise.race([work, gaveUp]).finally(() => signal.removeEventListener('abort', give))
}

function rejection() {
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<never>((_resolve, fail) => {
    reject = fail
  })
  return { promise, reject }
}
