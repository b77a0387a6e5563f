import { readlinkSync } from 'node:fs'
import os from 'node:os'
import { workerData } from 'node:worker_threads'
import { analyze } from './analyze.ts'
import { loadModels } from './face/models.ts'
import type { Answer, Task, WorkerData } from './protocol.ts'
import { VisionError } from './vision-error.ts'

/**
 * A vision worker: loads the models once, then answers one task at a time. It never throws, so that a bad picture
 * costs no thread; a model that does not load is the answer to every task.
 */
yieldToTheServer()
const models = loadModels(ownData(workerData).modelsDir)
// Every task awaits this promise itself; unheard, a failed load would end the thread before the first one.
models.catch(() => undefined)

export default async function answer(task: Task): Promise<Answer> {
  try {
    const loaded = await models
    if (task.type === 'warm-up') return { ok: true, reading: null }
    const reading = await analyze(loaded, task.bytes, () => stopIfCancelled(task.cancelled), task.look)
    return { ok: true, reading }
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

/**
 * Faces come after music: where threads have priorities of their own (Linux), the system gives this one what the rest
 * of the server leaves over. Elsewhere the number of threads is the only limit.
 */
function yieldToTheServer(): void {
  if (os.platform() !== 'linux') return
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
    os.setPriority(thread, os.constants.priority.PRIORITY_BELOW_NORMAL)
  } catch (error) {
    // A sandbox without /proc or without the right to be nice: the work is done all the same.
    process.emitWarning(`The vision thread keeps its priority: ${String(error)}`)
  }
}
