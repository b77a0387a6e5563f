import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeWorld } from '../../../fakes/world/world.ts'
import { createTestDatabase } from '../../../support/database.ts'
import { keepArtist, requestsOf, runsIn, stopClock, tick } from '../clock.ts'
import { type Online, startOnline } from '../support.ts'

const world = makeWorld({ artists: 12 })
const [, , , moth] = world.artists
const DISCOGRAPHIES = ['musicbrainz', 'deezer', 'itunes', 'spotify']
let database: Awaited<ReturnType<typeof createTestDatabase>>
let online: Online
let id: number
const db = () => online.server.context.db
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Favourite, stale, without genres and facts: due for everything. */
async function dueForAll(): Promise<void> {
  await db().execute(sql`truncate artists, albums, tracks, external_ids, runs cascade`)
  id = await keepArtist(db(), moth!, { discography: 24 * 30, catalogued: true })
  await db().execute(sql`update artists set track_count = 5`)
  await online.server.send({ method: 'POST', url: `/favorites/artist/${id}`, token: online.token, payload: {} })
  for (const { requests } of Object.values(online.fakes.fakes)) requests.length = 0
}
const discographyAge = async () =>
  (await db().execute(sql`select discography_at < now() - interval '29 days' as old from artists`)).rows
const disable = (disabled: readonly string[]) =>
  online.server.send({ method: 'PATCH', url: '/providers', token: online.token, payload: { order: [], disabled } })

describe.each([
  ['the server is offline', { OFFLINE: 'true' }, []],
  ['nobody who knows discographies is switched on', {}, DISCOGRAPHIES],
] as const)('when %s', (_why, env, disabled) => {
  beforeAll(async () => {
    online = await startOnline(world, { env, databaseUrl: database.url })
    await stopClock(online)
    if (disabled.length > 0) expect((await disable(disabled)).statusCode).toBe(200)
  })
  afterAll(async () => {
    await disable([])
    await online.close()
  })
  beforeEach(dueForAll)

  it('the clock begins nothing, and nobody is asked', async () => {
    for (const name of ['favourites', 'library', 'genres', 'facts'] as const) await tick(online, name)
    expect(await runsIn(db())).toEqual([])
    expect(requestsOf(online)).toEqual([])
  })

  it('a visitor of an old artist begins nothing', async () => {
    const { status, body } = await online.get(`/artists/${id}/profile`)
    expect([status, body.run]).toEqual([200, null])
    expect(await runsIn(db())).toEqual([])
  })

  it('what was begun before rests with the reason, and no discography counts as looked up', async () => {
    const begun = (await online.post(`/artists/${id}/refresh-data`)).body.run
    await online.server.context.jobs.settle()
    const { body } = await online.get(`/runs/${begun.id}`)
    expect(body).toMatchObject({
      state: 'running',
      steps_done: 0,
      note: expect.stringMatching(/no service.*switched on/),
    })
    expect(await discographyAge()).toEqual([{ old: true }])
    expect(requestsOf(online)).toEqual([])
  })
})

it('goes on by itself once somebody can be asked again', async () => {
  online = await startOnline(world, { databaseUrl: database.url })
  await stopClock(online)
  await disable(DISCOGRAPHIES)
  await dueForAll()
  const begun = (await online.post(`/artists/${id}/refresh-data`)).body.run
  await online.server.context.jobs.settle()
  await disable([])
  await db().execute(sql`update runs set next_at = now()`)
  await tick(online, 'wake')
  expect((await online.get(`/runs/${begun.id}`)).body).toMatchObject({ state: 'done', steps_done: 1 })
  expect((await online.get(`/artists/${id}/profile`)).body.albums).toHaveLength(moth!.albums.length)
  await online.close()
})
