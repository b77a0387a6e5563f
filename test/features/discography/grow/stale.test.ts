import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeWorld } from '../../../fakes/world/world.ts'
import { catalogueOf, type Online, startOnline } from '../support.ts'

const world = makeWorld({ artists: 12 })
const artist = world.artists.find(({ unknownTo, albums }) => unknownTo.length === 0 && albums.length > 2)!
let online: Online
beforeAll(async () => {
  online = await startOnline(world)
})
afterAll(() => online.close())

it('a discography out of old answers is kept, named as such, and asked for again', async () => {
  const { db, jobs } = online.server.context
  const grown = (await online.post(`/artists/search-auto-download?ref=${artist.mbid}&similar=0`)).body
  await jobs.settle()
  const before = await catalogueOf(online)
  expect(before.length).toBeGreaterThan(10)

  const { id } = grown.main_artist_processed
  await db.execute(sql`update artists set discography_at = now() - interval '8 days' where id = ${id}`)
  await db.execute(sql`update runs set finished_at = now() - interval '1 day'`)
  await db.execute(sql`update upstream_answers set fetched_at = '2026-11-01', fresh_until = '2026-11-02'`)
  const wait = { status: 429, headers: { 'retry-after': '3600' }, body: {} }
  online.fakes.fakes.musicbrainz.trouble = [{ kind: 'reply', reply: wait }]
  const { run } = (await online.get(`/artists/${id}/profile`)).body
  await jobs.settle()

  expect((await online.get(`/runs/${run.id}`)).body).toMatchObject({
    state: 'done',
    note: expect.stringMatching(/MusicBrainz: .*\(its answer of 2026-11-01 is used\)/),
  })
  expect(await catalogueOf(online)).toEqual(before)
  expect((await online.get(`/artists/${id}/profile`)).body.stale).toBe(true)
})
