import { workerData } from 'node:worker_threads'
import { analyze } from './analyze.ts'
import { loadModels } from './face/models.ts'
import type { Answer, Task, WorkerData } from './protocol.ts'
import { VisionError } from './vision-error.ts'

/**
 * A vision worker: loads the models once, then answers one task at a time. It never throws, so that a bad picture
 * costs no thread; a model that does not load is the answer to every task.
 */
const models = loadModels(ownData(workerData).modelsDir)
// Every task awaits this promise itself; unheard, a failed load would end the thread before the first one.
models.catch(() => undefined)

export default async function answer(task: Task): Promise<Answer> {
  try {
    const loaded = await models
    if (task.type === 'warm-up') return { ok: true, reading: null }
    return { ok: true, reading: await analyze(loaded, task.bytes, () => stopIfCancelled(task.cancelled)) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { ok: false, kind: error instanceof VisionError ? error.kind : 'failed', message }
  }
}

function stopIfCancelled(cancelled: Int32Array): void {
  if (Atomics.load(cancelled, 0) === 1) throw new VisionError('aborted', 'The caller gave up.')
}

/** The pool library adds an entry of its own in front of ours. */
function ownData(data: unknown): WorkerData {
  return (Array.isArray(data) ? data.at(-1) : data) as WorkerData
}
