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
