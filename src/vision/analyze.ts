import type { Models } from './face/models.ts'
import { type Checkpoint, type Look, readFaces, WHOLE_PICTURE } from './face/read-face.ts'
import { decode } from './picture/decode.ts'
import type { FaceReading } from './reading.ts'

const turns = new WeakMap<Models, Promise<unknown>>()

/**
 * Reads the faces of an encoded picture. Throws `VisionError` for bytes that are not a usable picture. Calls with the
 * same models may overlap: one picture is decoded (in the background) while the networks read another.
 */
export async function analyze(
  models: Models,
  bytes: Uint8Array,
  checkpoint: Checkpoint,
  look: Look = WHOLE_PICTURE,
): Promise<FaceReading> {
  const started = performance.now()
  const frame = await decode(bytes, look.maxPixels)
  const decoded = performance.now()
  const faces = await inTurn(models, () => {
    checkpoint()
    return readFaces(models, frame, look, checkpoint)
  })
  const done = performance.now()
  const timings = { decodeMs: decoded - started, modelMs: done - decoded, totalMs: done - started }
  return { image: frame.source, faces, timings }
}

/** The networks have one input buffer each, so they read one picture after the other. */
function inTurn<T>(models: Models, work: () => Promise<T>): Promise<T> {
  const before = turns.get(models) ?? Promise.resolve()
  const own = before.then(work)
  turns.set(
    models,
    own.catch(() => undefined),
  )
  return own
}
