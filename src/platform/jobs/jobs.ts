import { setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import PgBoss from 'pg-boss'
import type { z } from 'zod'

/** Background work that survives a restart. `key`: jobs of one key never wait twice in the queue. */
export type JobDefinition<T> = Readonly<{
  name: string
  payload: z.ZodType<T>
  /** Seconds after which an attempt that has not ended counts as lost. */
  expireInSeconds?: number
  retryLimit?: number
  key?(payload: T): string
  run(payload: T, tools: { signal: AbortSignal }): Promise<void>
}>
type Log = { error(fields: object, text: string): void }

const optionsOf = <T>(job: JobDefinition<T>, payload: T) => ({
  retryLimit: job.retryLimit ?? 2,
  retryDelay: 5,
  retryBackoff: true,
  expireInSeconds: job.expireInSeconds ?? 900,
  ...(job.key && { singletonKey: job.key(payload) }),
})

/**
 * Queues on Postgres (pg-boss), worked in this process one job a queue at a time. Two processes on one database share
 * the work; a job whose process died is tried again.
 */
export function createJobs(connectionString: string, log: Log) {
  const boss = new PgBoss({ connectionString, max: 4, application_name: 'animo-jobs' })
  // The connections of a queue that began to start and failed are closed by nobody else.
  const connections = boss.getDb() as PgBoss.Db & { close(): Promise<void> }
  let begun = false
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()
  const workers = new Map<string, string>()
  // Every job and each of its parts may listen for the stop.
  setMaxListeners(200, stopping.signal)
  boss.on('error', (error) => log.error({ err: error }, 'job queue'))

  async function work<T>(job: JobDefinition<T>, data: unknown): Promise<void> {
    const task = (async () => job.run(job.payload.parse(data), { signal: stopping.signal }))()
    running.add(task)
    try {
      await task
    } catch (error) {
      // A stop in order is no failure: the queue writes it down, and the next start tries again.
      if (!stopping.signal.aborted) log.error({ err: error, job: job.name }, 'job failed')
      throw error
    } finally {
      running.delete(task)
    }
  }

  return {
    start: async () => {
      begun = true
      await boss.start()
    },

    /** Makes the queue and works it. Call after `start`. */
    async register<T>(job: JobDefinition<T>): Promise<void> {
      const options = { policy: job.key ? ('short' as const) : ('standard' as const) }
      await boss.createQueue(job.name, { name: job.name, ...options })
      const worker = await boss.work<T>(job.name, { pollingIntervalSeconds: 2 }, async ([found]) => {
        if (found) await work(job, found.data)
      })
      workers.set(job.name, worker)
    },

    async send<T extends object>(job: JobDefinition<T>, payload: T): Promise<void> {
      await boss.send(job.name, payload, optionsOf(job, payload))
      // This process looks at once; others find the job when they poll.
      const worker = workers.get(job.name)
      if (worker) boss.notifyWorker(worker)
    },

    /**
     * Sends a job again and again: `cron` has five fields and means UTC. Two processes on one database send it once. A
     * time that passes while no process runs is not made up for. Call after `register`.
     */
    async schedule<T extends object>(job: JobDefinition<T>, cron: string, payload: T): Promise<void> {
      await boss.schedule(job.name, cron, payload, { tz: 'UTC', ...optionsOf(job, payload) })
    },

    /** Resolves when nothing waits and nothing runs: what tests wait for instead of a time. */
    async settle(): Promise<void> {
      for (;;) {
        const sizes = await Promise.all(
          [...workers.keys()].map((name) => boss.getQueueSize(name, { before: 'completed' })),
        )
        if (running.size === 0 && sizes.every((size) => size === 0)) return
        for (const worker of workers.values()) boss.notifyWorker(worker)
        await sleep(20)
      }
    },

    /** Tells running work to stop at its next safe point, waits for it, and closes the queues, half-started ones too. */
    async stop(): Promise<void> {
      stopping.abort()
      await Promise.allSettled(running)
      // The queue waits until it has written down how they ended: what the stop cut short is tried again soon.
      await boss.stop({ graceful: true, close: true, wait: true })
      if (begun) await connections.close()
    },
  }
}

export type Jobs = ReturnType<typeof createJobs>
