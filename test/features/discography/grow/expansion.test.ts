import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld } from '../../../fakes/world/world.ts'
import { catalogueOf, type Online, startOnline } from '../support.ts'

const world = makeWorld({ artists: 12 })
const ferry = world.artists[0]!
/** Release groups that have something official. */
const official = world.albums.filter(
  ({ credits, editions, unknownTo }) =>
    credits[0]?.artist === ferry.key &&
    !unknownTo.includes('musicbrainz') &&
    editions.some(({ status }) => status === 'Official'),
)

describe.each([{ keys: false }, { keys: true }])('with keys: $keys', ({ keys }) => {
  let online: Online
  let id: number
  beforeAll(async () => {
    online = await startOnline(world, { keys })
  })
  afterAll(() => online.close())

  it('finds an artist that is not here', async () => {
    const { body } = await online.get('/artists/search?q=night%20ferry')
    expect(body[0]).toMatchObject({ name: ferry.name, musicbrainz_id: ferry.mbid, local_id: null, catalogued: false })
  })

  it('answers at once, and the artist grows with those like it', async () => {
    const { status, body } = await online.post('/artists/search-auto-download?q=night%20ferry&similar=2')
    expect(status).toBe(200)
    expect(body.main_artist_processed).toMatchObject({ name: ferry.name })
    id = body.main_artist_processed.id
    await online.server.context.jobs.settle()
    const run = (await online.get(`/runs/${body.library_expansion.id}`)).body
    expect(run).toMatchObject({ state: 'done', steps_total: 3, steps_done: 3, steps_failed: 0, percentage: 100 })
    expect(run.tracks).toBeGreaterThan(100)
  })

  it('is complete: every album there is, with its tracks, kind by kind', async () => {
    const { body } = await online.get(`/artists/${id}/profile`)
    const names = body.albums.map((album: { name: string }) => album.name)
    expect(official.length).toBeGreaterThan(10)
    expect(official.map(({ title }) => title).filter((title) => !names.includes(title))).toEqual([])
    expect(body.ownership.all).toMatchObject({ owned: 0, partly: 0, missing: body.albums.length })
    expect(body.ownership.live.known).toBeGreaterThan(0)
    expect(body.artist).toMatchObject({ catalogued: true, country: 'GB', disambiguation: ferry.disambiguation })
    expect(body.artist.bio_content).toBeTruthy()
    expect(body.artist.bio_content).not.toMatch(/<|script/)
    expect(body.artist.genres.length).toBeGreaterThan(0)
    expect(body.similar.length).toBeGreaterThan(5)
    // Those that grew after they were named here are linked all the same.
    const { rows } = await online.server.context.db.execute<{ name: string }>(sql`select name from artists`)
    const here = new Set(rows.map(({ name }) => name))
    const similar = body.similar as { name: string; id: number | null }[]
    const alone = ({ name }: { name: string }) => world.artists.filter((one) => one.name === name).length === 1
    const wrong = similar.filter((one) => alone(one) && here.has(one.name) !== (one.id !== null))
    expect(wrong.map(({ name }) => name)).toEqual([])
    expect(similar.filter((one) => one.id !== null).length).toBeGreaterThan(1)
    const related = (await online.get(`/artists/${id}/related`)).body.top as { spotify: { local_id: number | null } }[]
    expect(related.some(({ spotify }) => spotify.local_id !== null)).toBe(true)
  })

  it('says where each fact is from', async () => {
    const { body } = await online.get(`/artists/${id}/provenance`)
    const fields = new Map(body.fields.map((one: { field: string; provider: string }) => [one.field, one.provider]))
    expect(fields.size).toBeGreaterThan(3)
    expect(body.ids).toContainEqual({ provider: 'musicbrainz', value: ferry.mbid, pinned: false })
  })

  it('is the same after it was done again, and is found by every id', async () => {
    const before = await catalogueOf(online)
    await online.post(`/artists/${ferry.spotifyId}/refresh-data`)
    await online.server.context.jobs.settle()
    expect(await catalogueOf(online)).toEqual(before)
    for (const ref of [ferry.mbid, String(id)])
      expect((await online.get(`/artists/${ref}/profile`)).body.artist.id).toBe(id)
  })

  it('shows an album with story, editions and every track, of any length', async () => {
    const longest = official
      .map((album) => ({ album, tracks: album.editions[0]?.discs.flat().length ?? 0 }))
      .sort((a, b) => b.tracks - a.tracks)[0]!
    const { status, body } = await online.get(`/albums/${longest.album.mbid}/profile`)
    expect(status).toBe(200)
    expect(body.editions.length).toBeGreaterThan(0)
    expect(body.tracks.length).toBeGreaterThanOrEqual(Math.min(longest.tracks, 20))
  })

  it('lists what is missing, and as a wish list', async () => {
    const { body } = await online.get('/missing?owned_artists=false&limit=200')
    expect(body.items.length).toBeGreaterThanOrEqual(official.length)
    const csv = await online.server.send({ url: '/missing/export?owned_artists=false&format=csv', token: online.token })
    expect(csv.body.trim().split('\r\n')).toHaveLength(body.items.length + 1)
  })
})
