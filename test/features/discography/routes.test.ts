import { rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld } from '../../fakes/world/world.ts'
import { type Online, startOnline } from './support.ts'

const world = makeWorld({ artists: 12 })
const ferry = world.artists[0]!
const other = world.artists.find(({ key, unknownTo }) => key > 5 && unknownTo.length === 0)!
let online: Online
let id: number
beforeAll(async () => {
  online = await startOnline(world, { keys: true })
  id = (await online.post(`/artists/search-auto-download?ref=${ferry.mbid}&similar=0`)).body.main_artist_processed.id
  await online.server.context.jobs.settle()
})
afterAll(() => online.close())
const sends = (method: 'DELETE' | 'PUT' | 'PATCH', url: string, payload?: object) =>
  online.server.send({ method, url, token: online.token, ...(payload && { payload }) })

describe('artists', () => {
  it('are saved by an id of any service, and found again by it', async () => {
    const saved = await online.post(`/artists/save/${other.spotifyId}`)
    expect(saved).toMatchObject({ status: 200, body: { artist: { name: other.name, spotify_id: other.spotifyId } } })
    const local = await online.get(`/artists/spotify/${other.spotifyId}/local`)
    expect(local.body.id).toBe(saved.body.artist.id)
    expect((await online.get('/artists/spotify/0000000000000000000000/local')).body).toBeNull()
    await online.server.context.jobs.settle()
  })

  it('list their albums in the words of the reference, newest first', async () => {
    const { body } = await online.get(`/artists/${ferry.spotifyId}/albums`)
    const dates = body.map((album: { release_date: string }) => album.release_date)
    expect(dates).toEqual([...dates].sort().reverse())
    expect(body[0]).toMatchObject({
      local_id: expect.any(Number),
      artists: [{ id, name: ferry.name }],
      youtube_links_available: 0,
    })
  })

  it('tell what is known of them, kept or not', async () => {
    const kept = (await online.get(`/artists/${id}/info`)).body
    expect(kept.spotify).toMatchObject({ local_id: id, name: ferry.name })
    expect(kept.lastfm.content).toBeTruthy()
    const stranger = world.artists.find(
      ({ key, unknownTo }) =>
        ![0, other.key].includes(key) && !unknownTo.includes('spotify') && !unknownTo.includes('musicbrainz'),
    )!
    const { status, body } = await online.get(`/artists/${stranger.spotifyId}/info`)
    expect([status, body.spotify.name]).toEqual([200, stranger.name])
  })

  it('are told of in the language of who reads', async () => {
    const read = async (language: string) => {
      const headers = { 'accept-language': language }
      return (await online.server.send({ url: `/artists/${id}/profile`, token: online.token, headers })).json().artist
    }
    const [spanish, english] = [await read('es'), await read('en-GB')]
    expect([spanish.bio_language, english.bio_language]).toEqual(['es', 'en'])
    expect(spanish.bio_content).not.toBe(english.bio_content)
    const { fields } = (await online.get(`/artists/${id}/provenance`)).body
    expect(fields.map(({ field }: { field: string }) => field)).toEqual(expect.arrayContaining(['bio_en', 'bio_es']))
  })

  it('have relatives and recommendations', async () => {
    const related = (await online.get(`/artists/${id}/related`)).body
    expect(related.top.length).toBeGreaterThan(3)
    expect(related.top[0]).toMatchObject({ name: expect.any(String), score: expect.any(Number) })
    const recommended = (await online.get(`/artists/${id}/recommendations`)).body
    expect(recommended.tracks.length).toBeGreaterThan(0)
  })

  it('are shown whole as they are outside, without a write', async () => {
    const count = async () =>
      (await online.server.context.db.execute(sql`select count(*)::int as n from tracks`)).rows[0]
    const before = await count()
    const { status, body } = await online.get(`/artists/${ferry.mbid}/full-discography`)
    expect(status).toBe(200)
    expect(body.albums.length).toBeGreaterThan(15)
    expect(body.albums.filter(({ tracks }: { tracks: [] }) => tracks.length > 0).length).toBeGreaterThan(10)
    const changes = (await online.get(`/artists/${id}/content-changes`)).body
    expect(changes).toMatchObject({ artist_id: id, new_content_available: { new_albums: 0 } })
    expect(await count()).toEqual(before)
  })

  it('content-changes names an album that is not here, and a refresh brings it', async () => {
    const [album] = (await online.get(`/artists/${id}/profile`)).body.albums
    expect((await sends('DELETE', `/albums/id/${album.id}`)).statusCode).toBe(200)
    const { body } = await online.get(`/artists/${id}/content-changes`)
    expect(body.albums.map(({ name }: { name: string }) => name)).toContain(album.name)
    expect((await online.post(`/artists/${id}/refresh-data`)).body.run).toMatchObject({ kind: 'discography' })
    await online.server.context.jobs.settle()
    expect((await online.get(`/artists/${id}/content-changes`)).body.new_content_available.new_albums).toBe(0)
  })

  it('sync lists now and fills later; a full save is a run', async () => {
    const synced = (await online.post(`/artists/${id}/sync-discography`)).body
    expect(synced).toMatchObject({ synced_albums: 0, albums_processed: expect.any(Number) })
    const full = (await online.post(`/artists/${id}/save-full-discography`)).body
    expect(full).toMatchObject({ artist: { id }, run: { kind: 'expansion' } })
    await online.server.context.jobs.settle()
  })

  it('enrich_bio keeps what is there when nobody knows more', async () => {
    const { body } = await online.post(`/artists/enrich_bio/${id}`)
    expect(body.artist.bio_content).toBeTruthy()
  })

  it('upkeep begins runs, and tells how fresh everything is', async () => {
    for (const url of ['/artists/refresh-genres', '/artists/refresh-missing', '/artists/bulk-refresh'])
      expect([url, (await online.post(url)).status]).toEqual([url, 200])
    await online.server.context.jobs.settle()
    const { artists } = (await online.get('/artists/data-freshness-report')).body.data_freshness_report
    expect(artists.total).toBe(artists.fresh + artists.stale)
    expect((await online.get('/runs?active=true')).body.items).toEqual([])
  })

  it('do not lose an id to a namesake without a question', async () => {
    const { id: mine } = (await online.post(`/artists/save/${other.spotifyId}`)).body.artist
    const pin = (more: object) =>
      sends('PUT', `/artists/${mine}/ids`, { provider: 'musicbrainz', value: ferry.mbid, ...more })
    const refused = await pin({})
    expect([refused.statusCode, refused.json().error.details]).toEqual([
      409,
      `This id is that of artist ${id} of this catalogue`,
    ])
    expect((await online.get(`/artists/${id}/provenance`)).body.ids).toContainEqual({
      ...{ provider: 'musicbrainz', value: ferry.mbid, pinned: false },
    })
  })

  it('are deleted unless somebody keeps them as a favourite', async () => {
    const victim = (await online.get(`/artists/spotify/${other.spotifyId}/local`)).body.id
    await online.post(`/favorites/artist/${victim}`)
    const refused = await sends('DELETE', `/artists/id/${victim}`)
    expect([refused.statusCode, refused.json().error.details]).toEqual([
      400,
      'Artist is favorited by a user and cannot be deleted',
    ])
    await sends('DELETE', `/favorites/artist/${victim}`)
    expect((await sends('DELETE', `/artists/id/${victim}`)).statusCode).toBe(200)
    expect((await online.get(`/artists/id/${victim}`)).status).toBe(404)
  })
})

describe('albums and tracks', () => {
  const album = world.albums.find(
    ({ credits, editions, unknownTo }) =>
      credits[0]?.artist === other.key && unknownTo.length === 0 && (editions[0]?.discs.flat().length ?? 0) > 3,
  )!

  it('an album that is not kept is shown with tracks and not saved; then it is saved whole', async () => {
    const seen = (await online.get(`/albums/spotify/${album.spotifyId}`)).body
    expect(seen).toMatchObject({ name: album.title, local_id: null })
    expect(seen.tracks.length).toBeGreaterThan(3)
    const saved = (await online.post(`/albums/save/${album.spotifyId}`)).body
    expect(saved).toMatchObject({ album: { name: album.title }, tracks_saved: saved.album.tracks.length })
    expect((await online.get(`/albums/${album.spotifyId}/tracks`)).body).toHaveLength(saved.album.tracks.length)
    expect((await online.get(`/albums/spotify/${album.spotifyId}`)).body.local_id).toBe(saved.album.id)
  })

  it('tracks are found by Spotify ids, and told how often they are heard', async () => {
    const [first] = (await online.get(`/albums/${album.spotifyId}/tracks`)).body
    const spotifyId = album.editions[0]!.discs[0]![0]!.spotifyId
    const { body } = await online.post('/tracks/resolve', { spotify_track_ids: [spotifyId, '0000000000000000000000'] })
    expect(body.items.length).toBeLessThanOrEqual(1)
    expect((await online.post(`/tracks/enrich/${first.local_id}`)).status).toBe(200)
    expect((await online.post('/tracks/bulk-enrich-lastfm')).body).toMatchObject({ processed: expect.any(Number) })
    expect((await online.post('/tracks/bulk-enrich-spotify')).body).toMatchObject({ total_found: expect.any(Number) })
  })

  it('recommends from the own catalogue, each with its reason, at most two of an artist first', async () => {
    const { body } = await online.get(`/tracks/recommendations?seed_artists=${id}&mode=local&limit=10`)
    expect(body.tracks).toHaveLength(10)
    expect(body.tracks[0].reason).toContain(ferry.name)
    const hybrid = (await online.get(`/tracks/recommendations?seed_artists=${id}&mode=hybrid&limit=50`)).body
    expect(hybrid.tracks.length).toBeGreaterThan(10)
  })
})

describe('providers', () => {
  it('are listed with state, budget and what they give; can be tested, ordered and switched off', async () => {
    const { body } = await online.get('/providers')
    expect(body.items.map(({ name }: { name: string }) => name).sort()).toEqual(Object.keys(online.fakes.fakes).sort())
    expect(body.items.find(({ name }: { name: string }) => name === 'musicbrainz')).toMatchObject({
      state: 'ready',
      gives: expect.arrayContaining(['identity', 'discography']),
    })
    expect((await online.post('/providers/musicbrainz/test')).body).toMatchObject({ ok: true })
    const arranged = await sends('PATCH', '/providers', { order: ['deezer'], disabled: ['itunes'] })
    expect(arranged.json().items[0]).toMatchObject({ name: 'deezer' })
    expect(arranged.json().items.find(({ name }: { name: string }) => name === 'itunes')).toMatchObject({
      state: 'off',
    })
    expect((await sends('PATCH', '/providers', { order: ['nobody'] })).statusCode).toBe(404)
  })
})

it('a cover comes from a provider when somebody looks, and is kept', async () => {
  const albums = (await online.get(`/artists/${id}/profile`)).body.albums as { images: { url: string }[] }[]
  const url = albums.flatMap(({ images }) => images)[0]?.url ?? ''
  const reply = await online.server.send({ url, token: online.token })
  expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'image/webp'])

  // Somebody tidied up below storage: it is fetched anew.
  const kept = async () =>
    (
      await online.server.context.db.execute<{ file: string }>(
        sql`select cover_file as file from albums where cover_file is not null`,
      )
    ).rows
  const [before] = await kept()
  const file = path.join(online.server.config.storageDir, 'images', before!.file)
  await rm(file)
  expect((await online.server.send({ url, token: online.token })).statusCode).toBe(200)
  expect(await kept()).toEqual([before])
  expect((await stat(file)).size).toBeGreaterThan(100)
})

it('a picture of another server comes through us, and nobody can name one', async () => {
  const { body } = await online.get('/artists/search?q=a&limit=20')
  const [url] = (body as { images: { url: string }[] }[]).flatMap(({ images }) => images.map((image) => image.url))
  const picture = async (address: string) =>
    (await online.server.send({ url: address, token: online.token })).statusCode
  expect(await picture(url ?? '')).toBe(200)
  expect(await picture(String(url).replace('.jpg', '.png'))).toBe(403)
  expect(await picture('/images/proxy?url=http%3A%2F%2F127.0.0.1%3A1%2Fsecret.jpg')).toBe(400)
})

it.each(['__proto__', 'constructor', 'toString'])(
  'a provider that is a word of the language (%s) is none',
  async (word) => {
    expect((await online.get(`/artists/search-auto-download?ref=${word}:1`)).status).toBe(404)
    expect((await online.get(`/artists/${word}:1/info`)).status).toBe(404)
  },
)
