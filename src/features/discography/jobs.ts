import { z } from 'zod'
import type { Database } from '../../db/client.ts'
import type { JobDefinition, Jobs } from '../../platform/jobs/jobs.ts'
import { dueRun, forgetRuns, type Lane } from './runs/store.ts'
import { workLane } from './runs/work/lane.ts'
import type { StepWork } from './runs/work/steps.ts'
import type { Upkeep } from './upkeep/upkeep.ts'

type Log = { info(fields: object, text: string): void; error(fields: object, text: string): void }
type Deps = Readonly<{
  database: Database
  jobs: Jobs
  log: Log
  work: StepWork
  /** False: nobody can be asked about discographies: the clock begins nothing, and what was begun rests. */
  askable(): boolean
  /** Old answers of services. */
  forget(): Promise<void>
}>
type Empty = Record<string, never>

const SIX_HOURS = 6 * 3600
const FAVOURITES = 200
const LIBRARY = 120
const GENRES = 100
const LANES = ['person', 'background'] as const
const NOBODY = { provider: 'Animo', reason: 'no service that knows discographies is switched on' }

/** The background of the catalogue: runs in two lanes, and a clock that begins what is due. */
export function createDiscographyJobs({ database, jobs, log, work, askable, forget }: Deps) {
  /** An empty answer of nobody says nothing: without this it would count as the whole discography. */
  const careful: StepWork = async (step, tools) =>
    step.kind !== 'artist' || askable() ? work(step, tools) : { albums: 0, tracks: 0, asked: 0, unavailable: [NOBODY] }

  const laneJob = (lane: Lane): JobDefinition<Empty> => ({
    name: `discography.${lane}`,
    payload: z.strictObject({}),
    key: () => 'all',
    expireInSeconds: SIX_HOURS,
    run: (_payload, { signal }) => workLane({ database, log, work: careful }, lane, signal),
  })
  const lanes = { person: laneJob('person'), background: laneJob('background') }
  const enqueue = (lane: Lane) => jobs.send(lanes[lane], {})

  const timed = (name: string, run: () => Promise<unknown>): JobDefinition<Empty> => ({
    name: `discography.${name}`,
    payload: z.strictObject({}),
    key: () => 'all',
    async run() {
      await run()
    },
  })

  /** What rested goes on, and what another process left. */
  async function wake(): Promise<void> {
    for (const lane of LANES) if (await dueRun(database.db, lane)) await enqueue(lane)
  }

  /** Each at a minute of its own, so that they do not begin together. */
  const clock = (upkeep: Upkeep): [JobDefinition<Empty>, string][] => {
    const when = (begin: () => Promise<unknown>) => async () => (askable() ? begin() : undefined)
    return [
      [timed('wake', wake), '* * * * *'],
      [
        timed(
          'favourites',
          when(() => upkeep.favourites(FAVOURITES)),
        ),
        '17 4 * * *',
      ],
      [
        timed(
          'library',
          when(() => upkeep.stale(LIBRARY, null)),
        ),
        '41 */2 * * *',
      ],
      [
        timed(
          'genres',
          when(() => upkeep.genres(GENRES, null)),
        ),
        '11 1-23/2 * * *',
      ],
      [
        timed(
          'facts',
          when(() => upkeep.missing(GENRES, null)),
        ),
        '29 5 * * *',
      ],
      [timed('forget', () => Promise.all([forgetRuns(database.db), forget()])), '53 3 * * *'],
    ]
  }

  return {
    enqueue,

    async start(upkeep: Upkeep): Promise<void> {
      await jobs.register(lanes.person)
      await jobs.register(lanes.background)
      for (const [job, cron] of clock(upkeep)) {
        await jobs.register(job)
        await jobs.schedule(job, cron, {})
      }
      // What a stop or a kill interrupted goes on.
      await wake()
    },
  }
}
