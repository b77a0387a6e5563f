import { Piscina } from 'piscina'
import type { WorkerFile } from '../platform/lib/worker-file.ts'
import type { Answer, Task, WorkerData } from './protocol.ts'
import type { FaceReading } from './reading.ts'
import { VisionError } from './vision-error.ts'

export type VisionLogger = { warn(details: object, message: string): void }
export type Workers = ReturnType<typeof createWorkers>
type Options = { modelsDir: string; threads: number; worker: WorkerFile; logger?: VisionLogger | undefined }

/** One picture is decoded by the system's threads while the networks read another. */
export const TASKS_PER_THREAD = 2
const IDLE_MS = 60_000
const CLOSE_MS = 5_000

/** The threads themselves: one is kept, more start when pictures wait and end after a minute without work. */
export function createWorkers({ modelsDir, threads, worker, logger }: Options) {
  const workerData: WorkerData = { modelsDir }
  const pool = new Piscina<Task, Answer>({
    ...worker,
    workerData,
    minThreads: 1,
    maxThreads: threads,
    concurrentTasksPerWorker: TASKS_PER_THREAD,
    idleTimeout: IDLE_MS,
    closeTimeout: CLOSE_MS,
    // Pixels live outside the heap; a small young generation lets go of them sooner (30 MB less at full load).
    resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 },
    // A worker that sleeps in Atomics.wait between tasks would keep its timers and streams from running.
    atomics: 'disabled',
  })
  pool.on('error', (error: unknown) => logger?.warn({ err: error }, 'an idle vision worker stopped'))

  return {
    /** Runs one task; rejects with `VisionError` only, also when the worker dies. */
    async send(task: Task, transferList: ArrayBuffer[] = []): Promise<FaceReading | null> {
      const answer = await pool.run(task, { transferList }).catch((error: unknown) => {
        throw new VisionError('failed', 'The vision worker stopped.', error)
      })
      if (!answer.ok) throw new VisionError(answer.kind, answer.message)
      return answer.reading
    },
    /** Finishes what was accepted, then ends the threads. */
    close: () => pool.close(),
  }
}
