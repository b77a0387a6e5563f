import { z } from 'zod'
import type { Db } from '../../db/client.ts'
import { AppError } from '../../errors.ts'
import type { Viewer } from '../../platform/http/guards/viewer.ts'
import type { JobDefinition, Jobs } from '../../platform/jobs/jobs.ts'
import type { Providers } from '../../providers/provider.ts'
import { createAccounts } from './accounts.ts'
import { counts, startOf } from './listening.ts'
import { createNowPlaying } from './now-playing.ts'
import { sendDue } from './send/send.ts'
import type { Log } from './send/settle.ts'
import { listeningOf, playToTell, queueScrobbles } from './store/queue.ts'
import { createVault } from './vault.ts'

type Deps = Readonly<{
  db: Db
  jobs: Pick<Jobs, 'register' | 'schedule' | 'send'>
  providers: Pick<Providers, 'of'>
  /** Tokens are encrypted with a key made from it; with another one users connect again. */
  secret: string
  /** What the library says about tracks a user may see. */
  visibility: Readonly<{ track(userId: number, id: number): Promise<boolean> }>
  log: Log
  now?: () => Date
  random?: () => number
}>

/** What is due is retried; five fields, UTC. */
const EVERY_TEN_MINUTES = '*/10 * * * *'
const payload = z.object({ service: z.string().optional() })
type Payload = z.infer<typeof payload>

/** Listenings on their way to services that collect them. What waits is in the database and survives restart and kill. */
export function createScrobbling(deps: Deps) {
  const { db, jobs, log, providers, visibility, now = () => new Date(), random = Math.random } = deps
  const vault = createVault(deps.secret)
  const common = { db, providers, vault, log, now }

  const job: JobDefinition<Payload> = {
    name: 'scrobbling.send',
    payload,
    key: ({ service }) => service ?? 'all',
    run: ({ service }, { signal }) => sendDue({ ...common, random }, service, signal),
  }
  /** What cannot be put into the queue now is found by the schedule. */
  const wake = (service: string) =>
    jobs
      .send(job, { service })
      .catch((err: unknown) => log.warn({ err, service }, 'sending could not be started; it is tried again soon'))

  const accounts = createAccounts({ ...common, wake })
  const nowPlaying = createNowPlaying(common)

  return {
    accounts,

    /** After a play was recorded; a second call for the same play adds nothing. */
    async onPlay(playId: number): Promise<void> {
      const told = await playToTell(db, playId)
      const heard = told && (await listeningOf(db, told.play.trackId))
      if (!heard) return
      const { playedAt, durationPlayedSeconds: seconds } = told.play
      if (!counts(heard, seconds)) return
      const startedAt = startOf(playedAt, heard.durationMs, seconds)
      await queueScrobbles(db, { ...told, heard, startedAt, at: now() })
      await Promise.all(told.services.map(wake))
    },

    async nowPlaying(viewer: Viewer, trackId: number): Promise<void> {
      if (!(await visibility.track(viewer.id, trackId))) throw new AppError('NOT_FOUND', { details: 'Track not found' })
      nowPlaying.start(viewer.id, trackId)
    },

    /** What waited while the server was down goes at once. */
    async register(): Promise<void> {
      await jobs.register(job)
      await jobs.schedule(job, EVERY_TEN_MINUTES, {})
      await jobs.send(job, {})
    },

    settled: nowPlaying.settle,
    close: nowPlaying.close,
  }
}

export type Scrobbling = ReturnType<typeof createScrobbling>
