/**
 * A vision worker that does what the first byte of the picture says: 1 answers with the length it got, 2 throws, 3 ends
 * the thread, 4 holds on until the caller gives up, 5 answers like a worker whose picture was bad.
 */
const reading = (bytes) => ({
  image: { width: bytes.length, height: 1 },
  faces: [],
  timings: { decodeMs: 0, modelMs: 0, totalMs: 0 },
})

export default function answer(task) {
  if (task.type === 'warm-up') return { ok: true, reading: null }
  const [order] = task.bytes
  if (order === 2) throw new Error('a bug in the worker')
  if (order === 3) process.exit(7)
  if (order === 4) Atomics.wait(task.cancelled, 0, 0)
  if (order === 5) return { ok: false, kind: 'invalid-image', message: 'The picture is damaged.' }
  return { ok: true, reading: reading(task.bytes) }
}
