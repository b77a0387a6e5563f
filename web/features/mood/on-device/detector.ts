import type { MeshFrame } from '../live/wire/encode.ts'
import type { FromWorker, ToWorker } from './messages.ts'

export type Detector = {
  detect: (picture: ImageBitmap, timestamp: number) => Promise<MeshFrame>
  close: () => void
}
type Waiting = { resolve: (frame: MeshFrame) => void; reject: (error: Error) => void }

/** A browser that cannot run the worker at all; the page does the work then. */
class NoWorker extends Error {}

function answers(worker: Worker, waiting: Map<number, Waiting>): void {
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.type !== 'found' && data.type !== 'error') return
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.type === 'found') asked?.resolve(data.frame)
    else asked?.reject(new Error(data.message))
  }
}

/** Resolves once the worker has the model; a worker that never starts rejects with `NoWorker`. */
function ready(worker: Worker, modelUrl: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    worker.onerror = () => reject(new NoWorker())
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === 'ready') resolve()
      else if (data.type === 'failed') reject(new Error(data.message))
    }
    worker.postMessage({ type: 'load', modelUrl } satisfies ToWorker)
  })
}

async function inWorker(modelUrl: string, signal: AbortSignal): Promise<Detector> {
  if (typeof OffscreenCanvas === 'undefined') throw new NoWorker()
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  try {
    await ready(worker, modelUrl, signal)
  } catch (error) {
    worker.terminate()
    throw error
  }
  const waiting = new Map<number, Waiting>()
  answers(worker, waiting)
  const fail = () => {
    for (const { reject } of waiting.values()) reject(new Error('the face model stopped'))
    waiting.clear()
  }
  worker.onerror = fail
  let last = 0
  return {
    detect: (picture, timestamp) =>
      new Promise((resolve, reject) => {
        const id = ++last
        waiting.set(id, { resolve, reject })
        worker.postMessage({ type: 'detect', id, picture, timestamp } satisfies ToWorker, [picture])
      }),
    close: () => {
      fail()
      worker.terminate()
    },
  }
}

/** Loads the face model: in a worker where that is possible, else in the page. `signal` gives the loading up. */
export async function loadDetector(modelUrl: string, signal: AbortSignal): Promise<Detector> {
  try {
    return await inWorker(modelUrl, signal)
  } catch (error) {
    if (!(error instanceof NoWorker)) throw error
  }
  const { Landmarker } = await import('./landmarker.ts')
  const landmarker = await Landmarker.load(modelUrl)
  return { detect: (picture, timestamp) => landmarker.detect(picture, timestamp), close: () => landmarker.close() }
}
