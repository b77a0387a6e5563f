import { Landmarker } from './landmarker.ts'
import type { FromWorker, ToWorker } from './messages.ts'

const say = (message: FromWorker) => self.postMessage(message)
const words = (error: unknown) => (error instanceof Error ? error.message : String(error))

let landmarker: Landmarker | null = null

async function load(modelUrl: string): Promise<void> {
  try {
    landmarker = await Landmarker.load(modelUrl)
    say({ type: 'ready' })
  } catch (error) {
    say({ type: 'failed', message: words(error) })
  }
}

async function detect(id: number, picture: ImageBitmap, timestamp: number): Promise<void> {
  try {
    if (landmarker === null) throw new Error('the face model is not loaded')
    say({ type: 'found', id, frame: await landmarker.detect(picture, timestamp) })
  } catch (error) {
    say({ type: 'error', id, message: words(error) })
  }
}

/** Looks for faces away from the page, so that music and scrolling stay smooth. */
self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'load') void load(data.modelUrl)
  else void detect(data.id, data.picture, data.timestamp)
}
