import { Piscina } from 'piscina'
import { workerFile } from '../../../platform/lib/worker-file.ts'
import type { ReadRequest, ReadResult } from './read-file.ts'

type Log = { warn(fields: object, text: string): void }

/** One file may take this long before its worker is given up. */
const PATIENCE_MS = 20_000

/** Reads batches of files in a worker thread. A file that kills or hangs the worker is reported; the rest goes on. */
export function createReader(log: Log) {
  const pool = new Piscina<ReadRequest[], ReadResult[]>({
    ...workerFile(import.meta.url, './worker'),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 10_000,
    concurrentTasksPerWorker: 1,
    // What one file needs dies young and small; a young generation of the usual size only adds to the peak.
    resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 },
  })

  async function one(request: ReadRequest): Promise<ReadResult> {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const result = await pool.run([request], { signal }).catch((err: unknown) => {
      log.warn({ err, file: request.relPath }, 'a file broke the worker that read it')
      return null
    })
    return (
      result?.[0] ?? { problem: signal.aborted ? 'The file could not be read in time' : 'The file could not be read' }
    )
  }

  return {
    async read(requests: ReadRequest[]): Promise<ReadResult[]> {
      if (requests.length === 0) return []
      const signal = AbortSignal.timeout(PATIENCE_MS + requests.length * 1000)
      // Something in this batch broke the worker: one by one shows which file it is.
      const all = await pool.run(requests, { signal }).catch((err: unknown) => {
        log.warn({ err, files: requests.length }, 'a batch of files could not be read: each is tried by itself')
        return null
      })
      if (all) return all
      const results: ReadResult[] = []
      for (const request of requests) results.push(await one(request))
      return results
    },
    close: () => pool.destroy(),
  }
}

export type Reader = ReturnType<typeof createReader>
