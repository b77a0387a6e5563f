import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '../../../src/db/client.ts'
import { normalizeName, sortName } from '../../../src/platform/lib/normalize.ts'
import type { FakeRequest } from '../../fakes/types.ts'
import type { WorldArtist } from '../../fakes/world/types.ts'
import type { Online } from './support.ts'

export type Timed = 'wake' | 'favourites' | 'library' | 'genres' | 'facts' | 'forget'

/** What the clock does at the minute of a job: it goes into its queue, and is worked to its end. */
export async function tick({ server: { context } }: Online, name: Timed): Promise<void> {
  const job = { name: `discography.${name}`, payload: z.strictObject({}), key: () => 'all', run: async () => undefined }
  await context.jobs.send(job, {})
  await context.jobs.settle()
}

/** The clock itself rests: what happens then is what a test does, at whatever minute it runs. */
export const stopClock = ({ server: { context } }: Online) => context.db.execute(sql`delete from pgboss.schedule`)

type Age = Readonly<{
  /** Hours since its discography was written; absent: never. */
  discography?: number
  /** Hours since the rest was looked up. */
  refreshed?: number
  catalogued?: boolean
  popularity?: number
}>

/** An artist that is in the catalogue with its MusicBrainz id and nothing else. */
export async function keepArtist(db: Db, { name, mbid }: WorldArtist, age: Age = {}): Promise<number> {
  const hoursAgo = (hours: number | undefined) =>
    hours === undefined ? null : new Date(Date.now() - hours * 3_600_000).toISOString()
  const { rows } = await db.execute<{ id: number }>(sql`
    insert into artists (name, sort_name, normalized_name, identity, catalogued, popularity, discography_at, last_refreshed_at)
    values (${name}, ${sortName(name)}, ${normalizeName(name)}, ${mbid}, ${age.catalogued ?? false}, ${age.popularity ?? 0},
      ${hoursAgo(age.discography)}, ${hoursAgo(age.refreshed)}) returning id::int`)
  const { id } = rows[0]!
  await db.execute(sql`insert into external_ids (entity, entity_id, provider, value)
    values ('artist', ${id}, 'musicbrainz', ${mbid})`)
  return id
}

export type RunLine = {
  id: number
  kind: string
  state: string
  byPerson: boolean
  user: number | null
  note: string | null
  attempts: number
  steps: { name: string; state: string; attempts: number }[]
}

/** Every run, oldest first, with its steps in order. */
export async function runsIn(db: Db): Promise<RunLine[]> {
  const { rows } = await db.execute<RunLine>(sql`
    select r.id::int, kind, r.state, by_person as "byPerson", user_id::int as "user", r.note, r.attempts,
      coalesce((select json_agg(json_build_object('name', s.subject->>'name', 'state', s.state, 'attempts', s.attempts)
        order by s.position) from run_steps s where s.run_id = r.id), '[]') as steps
    from runs r order by r.id`)
  return rows
}

/** Everything that was asked of anybody. */
export const requestsOf = ({ fakes }: Online): FakeRequest[] =>
  Object.values(fakes.fakes).flatMap(({ requests }) => requests)

/** Which of these artists MusicBrainz was asked about by id. */
export const askedFor = ({ fakes }: Online, artists: readonly WorldArtist[]): string[] =>
  artists.flatMap(({ name, mbid }) =>
    fakes.fakes.musicbrainz.requests.some(({ path, query }) => `${path}?${query}`.includes(mbid)) ? [name] : [],
  )
