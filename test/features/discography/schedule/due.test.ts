import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { makeWorld } from '../../../fakes/world/world.ts'
import { askedFor, keepArtist, type RunLine, runsIn, stopClock, tick } from '../clock.ts'
import { type Online, startOnline } from '../support.ts'

const world = makeWorld({ artists: 12 })
const [, , , moth, , , signs, , ferry, night, paloma] = world.artists as Required<typeof world.artists>
const all = [moth!, signs!, ferry!, night!, paloma!]
const [DAY, WEEK] = [24, 7 * 24]
let online: Online
let ben: string
beforeAll(async () => {
  online = await startOnline(world)
  ben = await online.server.member(online.token)
  await stopClock(online)
})
afterAll(() => online.close())
beforeEach(async () => {
  await db().execute(sql`delete from pgboss.job where name like 'discography.%'`)
  await db().execute(sql`truncate artists, albums, tracks, external_ids, runs, upstream_answers cascade`)
  for (const { requests } of Object.values(online.fakes.fakes)) requests.length = 0
})

const db = () => online.server.context.db
const keep = (artist: (typeof all)[0], age?: Parameters<typeof keepArtist>[2]) => keepArtist(db(), artist, age)
const favour = (id: number, token: string) =>
  online.server.send({ method: 'POST', url: `/favorites/artist/${id}`, token, payload: {} })
const hide = (id: number, token: string) =>
  online.server.send({ method: 'POST', url: `/artists/id/${id}/hide`, token, payload: {} })
/** How old each discography is: 'now' when it was written by this test. */
async function ages(): Promise<Record<string, string>> {
  const { rows } = await db().execute<{ name: string; age: string }>(sql`select name, case when discography_at is null
    then 'never' when discography_at > now() - interval '10 minutes' then 'now' else 'old' end as age from artists`)
  return Object.fromEntries(rows.map(({ name, age }) => [name, age]))
}
const albumsOf = async (id: number): Promise<number> =>
  (await online.get(`/artists/${id}/profile`)).body.albums.length as number

/** The one run that was begun: in the lane of the schedule, for nobody, each of its steps done once. */
async function onlyRun(): Promise<RunLine> {
  const runs = await runsIn(db())
  expect(runs).toHaveLength(1)
  expect(runs[0]).toMatchObject({ state: 'done', byPerson: false, user: null, note: null })
  for (const step of runs[0]!.steps) expect(step).toMatchObject({ state: 'done', attempts: 1 })
  const { rows } = await db().execute<{ name: string }>(sql`select distinct name from pgboss.job
    where name in ('discography.person', 'discography.background')`)
  expect(rows).toEqual([{ name: 'discography.background' }])
  return runs[0]!
}
const names = ({ steps }: RunLine) => steps.map(({ name }) => name)

it('favourites: those of any user that were not looked at since yesterday, the oldest first', async () => {
  const old = await keep(moth!, { discography: 30 })
  const never = await keep(signs!)
  const hiddenByAnother = await keep(ferry!, { discography: 21 })
  const fresh = await keep(night!, { discography: 19 })
  await keep(paloma!, { discography: 90 * DAY, catalogued: true })
  await favour(old, online.token)
  for (const id of [never, hiddenByAnother, fresh]) await favour(id, ben)
  await hide(hiddenByAnother, online.token)

  await tick(online, 'favourites')

  const run = await onlyRun()
  expect([run.kind, names(run)]).toEqual(['releases', [signs!.name, moth!.name, ferry!.name]])
  expect(await ages()).toMatchObject({
    ...{ [signs!.name]: 'now', [moth!.name]: 'now', [ferry!.name]: 'now' },
    ...{ [night!.name]: 'old', [paloma!.name]: 'old' },
  })
  expect(askedFor(online, all).sort()).toEqual([signs!.name, moth!.name, ferry!.name].sort())
  expect(await albumsOf(old)).toBe(moth!.albums.length)

  // The next day begins the next time; before that there is nothing to do.
  await tick(online, 'favourites')
  expect(await runsIn(db())).toHaveLength(1)
})

it('library: catalogued or favourite artists that are older than a week', async () => {
  const old = await keep(moth!, { discography: WEEK + 1, catalogued: true })
  await keep(signs!, { catalogued: true })
  await keep(ferry!, { discography: WEEK - 1, catalogued: true })
  await keep(night!, { discography: 9 * WEEK })
  await favour(await keep(paloma!, { discography: 2 * WEEK }), ben)

  await tick(online, 'library')

  const run = await onlyRun()
  expect([run.kind, names(run)]).toEqual(['refresh', [signs!.name, paloma!.name, moth!.name]])
  expect(await ages()).toMatchObject({
    ...{ [signs!.name]: 'now', [paloma!.name]: 'now', [moth!.name]: 'now' },
    ...{ [ferry!.name]: 'old', [night!.name]: 'old' },
  })
  expect(askedFor(online, all).sort()).toEqual([signs!.name, paloma!.name, moth!.name].sort())
  expect(await albumsOf(old)).toBe(moth!.albums.length)
  await tick(online, 'library')
  expect(await runsIn(db())).toHaveLength(1)
})

it('library: what came out since then is found, once, and what was there stays as it is', async () => {
  const id = await keep(moth!, { catalogued: true })
  await tick(online, 'library')
  const profile = async () => (await online.get(`/artists/${id}/profile`)).body.albums as { id: number; name: string }[]
  const before = await profile()
  // One of them is news again: it is not in the catalogue, and the last look was eight days ago.
  await online.server.send({ method: 'DELETE', url: `/albums/id/${before[0]!.id}`, token: online.token })
  await db().execute(sql`update artists set discography_at = now() - interval '8 days' where id = ${id}`)
  await db().execute(sql`update upstream_answers set fetched_at = fetched_at - interval '8 days'`)
  await tick(online, 'library')
  const after = await profile()
  expect(after.map(({ name }) => name).sort()).toEqual(before.map(({ name }) => name).sort())
  const kept = before.slice(1).map((album) => album.id)
  expect(after.map((album) => album.id)).toEqual(expect.arrayContaining(kept))
})

it('genres: artists that have none, neither of tags nor of files, the best known first', async () => {
  const without = await keep(moth!, { popularity: 10 })
  await keep(ferry!, { popularity: 70 })
  const tagged = await keep(paloma!)
  const ofFiles = await keep(night!)
  await db().execute(sql`insert into artist_tags (artist_id, name, normalized_name, weight, provider)
    values (${tagged}, 'Fado', 'fado', 1, 'lastfm')`)
  const { rows } = await db().execute<{ id: number }>(
    sql`insert into genres (name, normalized_name) values ('Noise', 'noise') returning id::int`,
  )
  await db().execute(
    sql`insert into artist_genres (artist_id, genre_id, track_count) values (${ofFiles}, ${rows[0]!.id}, 3)`,
  )

  await tick(online, 'genres')

  const run = await onlyRun()
  expect([run.kind, names(run)]).toEqual(['genres', [ferry!.name, moth!.name]])
  const genres = (await online.get(`/artists/id/${without}`)).body.genres as string[]
  expect(genres.map((name) => name.toLowerCase()).sort()).toEqual(
    moth!.genres.map(({ name }) => name.toLowerCase()).sort(),
  )
  expect((await online.get(`/artists/id/${tagged}`)).body.genres).toEqual(['Fado'])

  // Who has none after that is not asked about every two hours.
  await db().execute(sql`delete from artist_tags where artist_id <> ${tagged}`)
  await tick(online, 'genres')
  expect((await runsIn(db())).at(-1)).toMatchObject({ id: run.id })
  expect(askedFor(online, [paloma!, night!])).toEqual([])
})

it('facts: heard artists that lack biography, picture or genres and were not looked up within a week', async () => {
  const lacking = await keep(moth!, { refreshed: WEEK + 1 })
  const never = await keep(paloma!)
  await keep(ferry!, { refreshed: WEEK - 1 })
  const silent = await keep(night!)
  const whole = await keep(signs!, { refreshed: 9 * WEEK })
  await db().execute(sql`update artists set track_count = 5 where id <> ${silent}`)
  await db().execute(sql`update artists set bio_content = 'Yes.', image_hash = 'abc' where id = ${whole}`)
  await db().execute(sql`insert into artist_tags (artist_id, name, normalized_name, weight, provider)
    values (${whole}, 'Noise', 'noise', 1, 'lastfm')`)

  await tick(online, 'facts')

  const run = await onlyRun()
  expect([run.kind, names(run).sort()]).toEqual(['missing', [moth!.name, paloma!.name].sort()])
  const { body } = await online.get(`/artists/id/${lacking}`)
  expect(body.bio_content).toBeTruthy()
  expect(body.genres.length).toBeGreaterThan(0)
  const { rows } = await db().execute<{ id: number }>(
    sql`select id::int from artists where last_refreshed_at > now() - interval '10 minutes' order by id`,
  )
  expect(rows.map(({ id }) => id)).toEqual([lacking, never])
  expect(askedFor(online, [ferry!, night!, signs!])).toEqual([])
  await tick(online, 'facts')
  expect(await runsIn(db())).toHaveLength(1)
})
