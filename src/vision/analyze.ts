import type { Models } from './face/models.ts'
import { type Checkpoint, type Look, readFaces, WHOLE_PICTURE } from './face/read-face.ts'
import { decode } from './picture/decode.ts'
import type { FaceReading } from './reading.ts'

/** Reads the faces of an encoded picture. Throws `VisionError` for bytes that are not a usable picture. */
export async function analyze(
  models: Models,
  bytes: Uint8Array,
  checkpoint: Checkpoint,
  look: Look = WHOLE_PICTURE,
): Promise<FaceReading> {
  const started = performance.now()
  const frame = await decode(bytes)
  const decoded = performance.now()
  checkpoint()
  const faces = await readFaces(models, frame, look, checkpoint)
  const done = performance.now()
  const timings = { decodeMs: decoded - started, modelMs: done - decoded, totalMs: done - started }
  return { image: frame.source, faces, face: faces[0] ?? null, timings }
}
