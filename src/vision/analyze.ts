import type { Models } from './face/models.ts'
import { type Checkpoint, readFace } from './face/read-face.ts'
import { decode } from './picture/decode.ts'
import type { FaceReading } from './reading.ts'

/** Reads the largest face of an encoded picture. Throws `VisionError` for bytes that are not a usable picture. */
export async function analyze(models: Models, bytes: Uint8Array, checkpoint: Checkpoint): Promise<FaceReading> {
  const started = performance.now()
  const frame = await decode(bytes)
  const decoded = performance.now()
  checkpoint()
  const face = await readFace(models, frame, checkpoint)
  const done = performance.now()
  const timings = { decodeMs: decoded - started, modelMs: done - decoded, totalMs: done - started }
  return { image: frame.source, face, timings }
}
