import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { makeWorld } from '../../../fakes/world/world.ts'
import { keepArtist, requestsOf, runsIn, stopClock } from '../clock.ts'
import { type Online, startOnline } from '../support.ts'

const world = makeWorld({ artists: 12 })
const [, , , moth, , , signs] = world.artists
const DAY = 24
let online: Online
let ben: string
beforeAll(async () => {
  online = await startOnline(world)
  ben = await online.server.member(online.token)
  await stopClock(online)
})
afterAll(() => online.close())
beforeEach(async () => {
  await db().execute(sql`truncate artists, albums, tracks, external_ids, runs, upstream_answers cascade`)
  for (const fake of Object.values(online.fakes.fakes)) fake.requests.length = 0
})
const db = () => online.server.context.db
async function visit(url: string, token: string) {
  const reply = await online.server.send({ url, token })
  expect([url, reply.statusCode]).toEqual([url, 200])
  return reply.json()
}

it.each([
  ['the page', (id: number) => `/artists/${id}/profile`],
  ['the list of albums', (id: number) => `/artists/${id}/albums`],
  ['what is told of it', (id: number) => `/artists/${id}/info`],
])(
  'whoever opens %s of an artist older than seven days begins a refresh, and two at once begin one',
  async (_, url) => {
    const id = await keepArtist(db(), moth!, { discography: 7 * DAY + 1, catalogued: true })
    // Nothing ends before all of them have looked.
    for (const fake of Object.values(online.fakes.fakes)) fake.latencyMs = 40
    await Promise.all([online.token, ben, online.token, ben].map((token) => visit(url(id), token)))
    await visit(url(id), ben)
    for (const fake of Object.values(online.fakes.fakes)) fake.latencyMs = 0
    await online.server.context.jobs.settle()
    expect(await runsIn(db())).toMatchObject([{ kind: 'discography', state: 'done', byPerson: true }])
    const lookups = online.fakes.fakes.musicbrainz.requests.filter(({ path }) => path.endsWith(`/artist/${moth!.mbid}`))
    expect(lookups).toHaveLength(1)

    // It is fresh now: the next look begins nothing, and asks nobody.
    const before = requestsOf(online).length
    const { body } = await online.get(`/artists/${id}/profile`)
    expect([body.albums.length, body.run]).toEqual([moth!.albums.length, null])
    await online.server.context.jobs.settle()
    expect([(await runsIn(db())).length, requestsOf(online).length]).toEqual([1, before])
  },
)

it('one that is not yet seven days old is left alone', async () => {
  const id = await keepArtist(db(), moth!, { discography: 7 * DAY - 1, catalogued: true })
  for (const url of [`/artists/${id}/profile`, `/artists/${id}/albums`, `/artists/${id}/info`]) await visit(url, ben)
  expect(await runsIn(db())).toEqual([])
})

it('joins the expansion that works on the artist already', async () => {
  const { body } = await online.post(`/artists/search-auto-download?ref=${signs!.mbid}&similar=2`)
  const { run } = await visit(`/artists/${body.main_artist_processed.id}/profile`, ben)
  expect(run.id).toBe(body.library_expansion.id)
  await online.server.context.jobs.settle()
  expect(await runsIn(db())).toHaveLength(1)
})
