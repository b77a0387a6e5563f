import { z } from 'zod'
import type { Db } from '../../../../db/client.ts'
import type { JobDefinition, Jobs } from '../../../../platform/jobs/jobs.ts'
import type { Recorder } from '../../sessions/recorder.ts'
import { readRetention, writeRetention } from '../store/around.ts'
import { dropEmptySessions, erase, overdue } from '../store/erase.ts'

type Log = { info(fields: object, text: string): void }
type Deps = Readonly<{
  db: Db
  jobs: Pick<Jobs, 'register' | 'schedule' | 'send'>
  recorder: Pick<Recorder, 'flush'>
  log: Log
  /** How long what nobody decided about is kept. */
  serverDays: number
  now?: () => Date
}>

/** Every night, in UTC. */
const NIGHTLY = '40 3 * * *'

/** How long detections are kept: each user may say so, the server says it for everyone else. */
export function createRetention({ db, jobs, recorder, log, serverDays, now = () => new Date() }: Deps) {
  /** Deletes what is too old, of one user or of all; answers how many detections that were. */
  async function expire(userId?: number, signal?: AbortSignal): Promise<number> {
    let erased = 0
    for (const { id, until } of await overdue(db, now(), serverDays, userId)) {
      signal?.throwIfAborted()
      erased += await erase(db, id, { to: until })
    }
    return erased
  }

  const job: JobDefinition<object> = {
    name: 'emotions-retention',
    payload: z.object({}),
    key: () => 'all',
    run: async (_payload, { signal }) => {
      const erased = await expire(undefined, signal)
      const sessions = await dropEmptySessions(db, now(), serverDays)
      if (erased + sessions > 0) log.info({ detections: erased, sessions }, 'old emotion history deleted')
    },
  }

  const view = (days: number | null) => ({ retention_days: days, server_retention_days: serverDays })

  return {
    settings: async (userId: number) => view(await readRetention(db, userId)),

    /** What is too old from now on is gone when this resolves. */
    async change(userId: number, days: number | null) {
      await recorder.flush()
      await writeRetention(db, userId, days)
      await expire(userId)
      return view(days)
    },

    /** A server that sleeps at night makes up for it when it starts. */
    async register(): Promise<void> {
      await jobs.register(job)
      await jobs.schedule(job, NIGHTLY, {})
      await jobs.send(job, {})
    },
  }
}

export type Retention = ReturnType<typeof createRetention>
