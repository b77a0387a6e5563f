import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Trouble } from '../../../fakes/types.ts'
import { makeWorld } from '../../../fakes/world/world.ts'
import { keepArtist, stopClock } from '../clock.ts'
import { type Hurried, startHurried } from '../hurried.ts'
import { catalogueOf } from '../support.ts'

const world = makeWorld({ artists: 12 })
const [, pier, , moth] = world.artists
/** Two ids of one artist: the first was merged into the second. */
const ids = ({ mergedMbids, mbid }: typeof moth & {}) => [mergedMbids[0]!, mbid] as const
let online: Hurried
let whole: Record<string, string[]>
beforeAll(async () => {
  online = await startHurried(world)
  await stopClock(online)
  whole = {}
  for (const artist of [moth!, pier!]) {
    await empty()
    await expand(artist.mbid)
    whole[artist.name] = await catalogueOf(online)
  }
})
afterAll(() => online.close())
beforeEach(empty)
const db = () => online.server.context.db
const musicbrainz = () => online.fakes.fakes.musicbrainz

async function empty(): Promise<void> {
  musicbrainz().trouble = []
  online.advance(10 * 60_000)
  await db().execute(
    sql`truncate artists, albums, tracks, external_ids, provenance, runs, upstream_answers, upstream_states cascade`,
  )
  musicbrainz().requests.length = 0
}
async function settled(url: string) {
  const { status, body } = await online.post(url)
  expect(status).toBe(200)
  await online.server.context.jobs.settle()
  const { id } = body.library_expansion ?? body.run
  return (await online.get(`/runs/${id}`)).body
}
const expand = (ref: string) => settled(`/artists/search-auto-download?ref=${ref}&similar=0`)
const lookupsOf = (mbid: string): string => `/ws/2/artist/${mbid}`
const namesakes = async (name: string) =>
  (await db().execute<{ n: number }>(sql`select count(*)::int as n from artists where name = ${name}`)).rows[0]!.n

/** Each of the two ids is answered as the other one. */
async function swapped(a: string, b: string): Promise<Trouble[]> {
  const url = `${musicbrainz().url}${lookupsOf(b)}?inc=url-rels+genres+tags+aliases&fmt=json`
  const reply = await fetch(url, { headers: { 'user-agent': 'Animo/test (test@example.com)' } })
  const body = (await reply.json()) as object
  return [
    [a, b],
    [b, a],
  ].map(([from, to]) => ({
    kind: 'reply',
    when: ({ path }) => path === lookupsOf(from!),
    reply: { body: { ...body, id: to } },
  }))
}

it.each([moth!, pier!])('two ids that each say they are the other stay one artist ($name)', async (artist) => {
  const [a, b] = ids(artist)
  musicbrainz().trouble = await swapped(a, b)
  for (const ref of [a, b, a]) {
    await expand(ref)
  }
  musicbrainz().trouble = []
  await db().execute(sql`delete from upstream_answers`)
  const again = await expand(b)
  expect(again).toMatchObject({ state: 'done', note: null })
  expect(await namesakes(artist.name)).toBe(1)
  expect(await catalogueOf(online)).toEqual(whole[artist.name])
})

it.each([moth!, pier!])(
  'an artist that is kept under an id that was merged stays one artist ($name)',
  async (artist) => {
    const [a] = ids(artist)
    const id = await keepArtist(db(), { ...artist, mbid: a }, { catalogued: true })
    expect(await settled(`/artists/${id}/refresh-data`)).toMatchObject({ state: 'done', note: null })
    expect(await namesakes(artist.name)).toBe(1)
    expect(await catalogueOf(online)).toEqual(whole[artist.name])
    expect((await online.get(`/artists/id/${id}`)).body).toMatchObject({ id, name: artist.name })
  },
)

/** Each of the two ids is answered with a redirect to the other one. */
const redirects = (a: string, b: string): Trouble[] =>
  [
    [a, b],
    [b, a],
  ].map(([from, to]) => ({
    kind: 'reply',
    when: ({ path }) => path === lookupsOf(from!),
    reply: {
      status: 301,
      headers: { location: `${lookupsOf(to!)}?inc=url-rels+genres+tags+aliases&fmt=json` },
      body: {},
    },
  }))

it.each([moth!, pier!])('redirects in a circle end, and cost no more than what they hide ($name)', async (artist) => {
  const [a, b] = ids(artist)
  const id = await keepArtist(db(), artist, { catalogued: true })
  musicbrainz().trouble = redirects(a, b)
  const run = await settled(`/artists/${id}/refresh-data`)
  expect(run).toMatchObject({ state: 'done', steps_failed: 0 })
  expect(run.note).toMatch(/MusicBrainz sent us elsewhere: too many redirects/)
  // Three redirects are followed, for each of the two who ask who the artist is: no call is tried again.
  expect(musicbrainz().requests.filter(({ path }) => path.includes('/artist/'))).toHaveLength(8)
  const part = await catalogueOf(online)
  expect(part.length).toBeGreaterThan(0)
  expect(new Set(part).size).toBe(part.length)
  expect((await db().execute(sql`select 1 from artists where id = ${id} and discography_at is not null`)).rows).toEqual(
    [],
  )

  musicbrainz().trouble = []
  online.advance(10 * 60_000)
  const again = await settled(`/artists/${id}/refresh-data`)
  expect(again).toMatchObject({ state: 'done', note: null })
  expect(await namesakes(artist.name)).toBe(1)
  expect(await catalogueOf(online)).toEqual(whole[artist.name])
})
