import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { normalizeName } from '../../../../src/platform/lib/normalize.ts'
import type { Trouble } from '../../../fakes/types.ts'
import { makeWorld } from '../../../fakes/world/world.ts'
import { type Online, startOnline } from '../support.ts'

const world = makeWorld({ artists: 12 })
let online: Online
beforeAll(async () => {
  online = await startOnline(world)
})
afterAll(() => online.close())
beforeEach(() => {
  for (const fake of Object.values(online.fakes.fakes)) fake.trouble = []
})

async function grow(mbid: string): Promise<{ run: ReturnType<typeof JSON.parse>; id: number | null }> {
  const { body } = await online.post(`/artists/search-auto-download?ref=${mbid}&similar=0`)
  await online.server.context.jobs.settle()
  if (!body.library_expansion) return { run: null, id: null }
  return {
    run: (await online.get(`/runs/${body.library_expansion.id}`)).body,
    id: body.main_artist_processed.id,
  }
}

/** With albums that MusicBrainz has. */
const known = world.artists.filter(
  ({ unknownTo, albums, key }) => key > 2 && !unknownTo.includes('musicbrainz') && albums.length > 0,
)
const KINDS: Trouble['kind'][] = ['html', 'truncated', 'wrong-type', 'error', 'drop']

describe.each(KINDS)('a provider that answers with trouble (%s)', (kind) => {
  it('costs its own part only: the rest is there, and the run says who was missing', async () => {
    // Another artist for each kind: what was answered once is kept.
    const artist = known[KINDS.indexOf(kind)]!
    online.fakes.fakes.deezer.trouble = [{ kind }]
    const { run, id } = await grow(artist.mbid)
    expect(run).toMatchObject({ state: 'done', steps_failed: 0 })
    const { body } = await online.get(`/artists/${id}/profile`)
    expect(body.albums.length).toBeGreaterThan(0)
  })
})

it('when nobody can be asked the run rests with the reason, and goes on when somebody is back', async () => {
  const artist = world.artists[2]!
  const { db, jobs } = online.server.context
  const { rows } = await db.execute<{ id: number }>(sql`insert into artists (name, sort_name, normalized_name)
    values (${artist.name}, ${artist.name.toLowerCase()}, ${normalizeName(artist.name)}) returning id::int`)
  const refused: Trouble = { kind: 'reply', reply: { status: 429, headers: { 'retry-after': '3600' }, body: {} } }
  for (const fake of Object.values(online.fakes.fakes)) fake.trouble = [refused]
  const begun = (await online.post(`/artists/${rows[0]!.id}/refresh-data`)).body.run
  await jobs.settle()
  const resting = (await online.get(`/runs/${begun.id}`)).body
  expect(resting).toMatchObject({ state: 'running', steps_done: 0, note: expect.stringMatching(/MusicBrainz.*wait/) })

  for (const fake of Object.values(online.fakes.fakes)) fake.trouble = []
  await db.execute(sql`update upstream_states set blocked_until = null`)
  await vi.waitFor(
    async () => {
      expect((await online.post(`/artists/${rows[0]!.id}/refresh-data`)).body.run.id).toBe(begun.id)
      await jobs.settle()
      expect((await online.get(`/runs/${begun.id}`)).body).toMatchObject({ state: 'done', steps_done: 1 })
    },
    { timeout: 20_000, interval: 500 },
  )
  const { body } = await online.get(`/artists/${artist.mbid}/profile`)
  expect(body.albums.length).toBeGreaterThan(0)
})

it('a search says who could not be asked, and 503 when that was everybody', async () => {
  for (const fake of Object.values(online.fakes.fakes)) fake.trouble = [{ kind: 'drop' }]
  const { status, body } = await online.get('/artists/search?q=somebody%20nobody%20asked')
  expect(status).toBe(503)
  expect(body.error).toMatchObject({ code: 'SERVICE_UNAVAILABLE', details: expect.stringMatching(/MusicBrainz/) })
})

it.each([
  ['GET', '/artists/0/profile', 404],
  ['GET', '/artists/nobody/profile', 404],
  ['GET', '/albums/99999/profile', 404],
  ['GET', '/artists/search?q=', 400],
  ['GET', '/runs/99999', 404],
  ['POST', '/runs/99999/cancel', 404],
  ['GET', '/missing?types=cassette', 400],
  ['GET', '/tracks/recommendations', 400],
  ['POST', '/artists/99999/merge', 400],
] as const)('%s %s is refused with %d', async (method, url, status) => {
  const reply = await online.server.send({ method, url, token: online.token })
  expect([reply.statusCode, reply.json().success]).toEqual([status, false])
})

it('needs a signed-in user, and an administrator for what changes the catalogue for all', async () => {
  const member = await online.server.member(online.token)
  const code = async (method: 'GET' | 'POST' | 'DELETE' | 'PATCH', url: string, token?: string) =>
    (await online.server.send({ method, url, ...(method !== 'GET' && { payload: {} }), ...(token && { token }) }))
      .statusCode
  for (const url of ['/artists/search?q=x', '/missing', '/runs', '/new-releases', '/providers'])
    expect([url, await code('GET', url)]).toEqual([url, 401])
  expect(await code('GET', '/providers', member)).toBe(403)
  expect(await code('PATCH', '/providers', member)).toBe(403)
  expect(await code('DELETE', '/artists/id/1', member)).toBe(403)
  expect(await code('POST', '/artists/1/merge', member)).toBe(403)
  expect(await code('POST', '/artists/refresh-genres', member)).toBe(403)
})
