import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import * as contract from '../../../src/features/library/contract.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { addFolder, createMusicDir, scanAll } from '../../support/library.ts'

/** Shapes by hand, as the reference and our own additions name them. */
const ARTIST =
  'id spotify_id musicbrainz_id name normalized_name genres images popularity followers bio_summary bio_content album_count track_count is_favorite created_at updated_at last_refreshed_at'
const ALBUM =
  'id spotify_id musicbrainz_id name artist_id artist_name artists release_date release_type is_compilation total_tracks duration_ms images cover_color label genres is_favorite created_at updated_at last_refreshed_at'
const TRACK =
  'id spotify_id musicbrainz_id name artist_id artist_name artists album_id album_name disc_number track_number duration_ms explicit isrc bpm popularity genres is_favorite user_score images cover_color stream_url file created_at updated_at'
const LINE =
  'track_id track_name spotify_track_id artist_id artist_name artist_spotify_id artists album_id album_name album_spotify_id disc_number track_number duration_ms popularity genres bpm is_favorite images cover_color stream_url replay_gain youtube_video_id youtube_status youtube_url local_file_path local_file_exists chart_source chart_name chart_best_position chart_best_position_date chart_weeks_at_one chart_weeks_top5 chart_weeks_top10'
const keys = (text: string) => text.split(' ').sort()
const keysOf = (row: object) => Object.keys(row).sort()
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const ZOE = 'Zoë Ångström'

let server: TestServer
let music: Awaited<ReturnType<typeof createMusicDir>>
let admin: string
let member: string

beforeAll(async () => {
  server = await startTestServer({ jobs: true })
  admin = await server.admin()
  member = await server.member(admin)
  music = await createMusicDir()
  await music.put({
    'Zoë/flac.flac': 'tagged.flac',
    'Zoë/ogg.ogg': 'tagged.ogg',
    'Zoë/mp3.mp3': 'cbr-id3v24.mp3',
    'Manzanas/1.m4a': 'aac.m4a',
    'Manzanas/2.m4a': 'alac.m4a',
  })
  await addFolder(server, admin, music.dir)
  expect(await scanAll(server, admin)).toMatchObject({ state: 'done', added: 5, failed: 0 })
})
afterAll(async () => {
  await server.close()
  await music.remove()
})

// biome-ignore lint/suspicious/noExplicitAny: replies are what is looked at
const get = async (url: string, token = admin): Promise<any> => {
  const reply = await server.send({ url, token })
  if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`)
  return reply.json()
}
const fits = (schema: z.ZodObject, body: unknown) => expect(schema.strict().safeParse(body).error).toBeUndefined()
const lineOf = async (name: string, query = '', token = admin) =>
  (await get(`/tracks/overview?limit=1000&${query}`, token)).items.find(
    (row: { track_name: string }) => row.track_name === name,
  )

describe('the shape of', () => {
  it('an artist', async () => {
    const page = await get('/artists/?order=name-asc')
    fits(contract.artistsPage, page)
    expect(keysOf(page)).toEqual(['items', 'next_cursor', 'total'])
    expect([page.total, page.next_cursor]).toEqual([page.items.length, null])
    const zoe = page.items.find((row: { name: string }) => row.name === ZOE)
    expect(keysOf(zoe)).toEqual(keys(ARTIST))
    expect(zoe).toMatchObject({
      normalized_name: 'zoe angstrom',
      ...{ spotify_id: null, bio_summary: null, bio_content: null, album_count: 1, is_favorite: false },
      ...{ popularity: 0, followers: 0, last_refreshed_at: null },
    })
    expect(zoe.genres).toEqual(expect.arrayContaining(['Folk', 'World']))
    expect(zoe.musicbrainz_id).toMatch(/^f1c70000-/)
    expect(zoe.track_count).toBeGreaterThanOrEqual(3)
    expect(zoe.images[0].url).toMatch(/^\/images\/entity\/album\/\d+\?v=[0-9a-f]{8}$/)
    for (const time of [zoe.created_at, zoe.updated_at]) expect(time).toMatch(ISO)
    expect(await get(`/artists/id/${zoe.id}`)).toEqual(zoe)
  })

  it('an album, with its tracks in order', async () => {
    const page = await get('/albums/')
    fits(contract.albumsPage, page)
    expect(page.items).toHaveLength(2)
    const album = page.items.find((row: { name: string }) => row.name === 'Ærø & Ñ')
    expect(keysOf(album)).toEqual(keys(ALBUM))
    expect(album).toMatchObject({
      ...{ artist_name: ZOE, release_date: '2007-05-21', is_compilation: false, spotify_id: null, is_favorite: false },
      artists: [{ id: album.artist_id, name: ZOE, role: 'main', join_phrase: '' }],
    })
    expect(album.cover_color).toMatch(/^#[0-9a-f]{6}$/)
    expect(album.duration_ms).toBeGreaterThan(7000)
    const detail = await get(`/albums/id/${album.id}`)
    fits(contract.albumDetail, detail)
    expect(keysOf(detail)).toEqual(keys(`${ALBUM} tracks`))
    expect(detail.tracks.map((row: { name: string }) => row.name)).toEqual([
      ...['Canción de la niebla', 'Luz de faro', 'Ola y orilla'],
    ])
    const order = detail.tracks.map((row: { disc_number: number; track_number: number }) => [
      row.disc_number,
      row.track_number,
    ])
    expect(order).toEqual([
      [1, 3],
      [2, 1],
      [2, 2],
    ])
    const sampler = page.items.find((row: { name: string }) => row.name !== 'Ærø & Ñ')
    expect(sampler).toMatchObject({ name: 'Manzanas, Vol. 1', artist_name: 'Various Artists', is_compilation: true })
  })

  it('a track, with file and words', async () => {
    const page = await get('/tracks/')
    fits(contract.tracksPage, page)
    const row = page.items.find((track: { name: string }) => track.name === 'Luz de faro')
    expect(keysOf(row)).toEqual(keys(TRACK))
    expect(row).toMatchObject({
      ...{ artist_name: `${ZOE} feat. 林 小雨`, album_name: 'Ærø & Ñ', disc_number: 2, track_number: 1, bpm: 100 },
      ...{ genres: ['Folk', 'World'], explicit: false, is_favorite: false, user_score: 0 },
      ...{ stream_url: `/tracks/${row.id}/stream` },
      artists: [
        { id: row.artist_id, name: ZOE, role: 'main', join_phrase: ' feat. ' },
        { name: '林 小雨', role: 'featured', join_phrase: '' },
      ],
      file: { codec: 'FLAC', lossless: true, sample_rate: 16000, channels: 1, size_bytes: 63863, available: true },
    })
    expect(keysOf(row.file)).toEqual(
      keys('id codec container lossless bitrate sample_rate bit_depth channels size_bytes available replay_gain'),
    )
    expect(row.file.replay_gain.track_gain).toBeCloseTo(-3.25)
    expect(row.isrc).toMatch(/^[A-Z0-9]{12}$/)
    const detail = await get(`/tracks/id/${row.id}`)
    fits(contract.trackRow, detail)
    expect(detail.lyrics.split('\n')).toHaveLength(3)
    expect({ ...detail, lyrics: undefined }).toEqual({ ...row, lyrics: undefined })
  })

  it('a discography', async () => {
    const { artist_id: id, artist_name } = (await get('/albums/')).items.find(
      (row: { name: string }) => row.name === 'Ærø & Ñ',
    )
    const body = await get(`/artists/id/${id}/discography`)
    fits(contract.discography, body)
    expect(keysOf(body)).toEqual(['albums', 'artist', 'truncated'])
    expect([body.artist.name, artist_name]).toEqual([ZOE, ZOE])
    expect(body.albums).toEqual([await get(`/albums/id/${body.albums[0].id}`)])
  })

  it('the track table and the newest tracks', async () => {
    const page = await get('/tracks/overview')
    fits(contract.overviewPage, page)
    expect(keysOf(page)).toEqual(keys('items offset limit has_more next_after summary'))
    const line = await lineOf('Luz de faro')
    expect(keysOf(line)).toEqual(keys(LINE))
    expect(line).toMatchObject({
      ...{
        spotify_track_id: null,
        artist_spotify_id: null,
        album_spotify_id: null,
        artist_name: `${ZOE} feat. 林 小雨`,
      },
      ...{
        youtube_video_id: null,
        youtube_url: null,
        youtube_status: 'completed',
        chart_source: null,
        chart_name: null,
      },
      ...{ chart_best_position: null, chart_best_position_date: null, chart_weeks_at_one: 0, chart_weeks_top5: 0 },
      ...{ local_file_path: 'Zoë/flac.flac', local_file_exists: true, popularity: 0, chart_weeks_top10: 0 },
      stream_url: `/tracks/${line.track_id}/stream`,
    })
    const added = await get('/tracks/recently-added')
    fits(contract.recentlyAdded, added)
    expect(added.items).toHaveLength(5)
    expect(added.items.find((row: { track_id: number }) => row.track_id === line.track_id)).toEqual(line)
  })
})

describe('what one viewer sees', () => {
  it('ids of other services, once they are known', async () => {
    const line = await lineOf('Luz de faro')
    const ids = [
      ['artist', line.artist_id, 'spotify', 'sp-artist'],
      ['album', line.album_id, 'spotify', 'sp-album'],
      ['track', line.track_id, 'spotify', 'sp-track'],
      ['track', line.album_id, 'spotify', 'sp-another'],
    ]
    for (const [entity, id, provider, value] of ids)
      await server.context.db.execute(
        sql`insert into external_ids (entity, entity_id, provider, value) values (${entity}, ${id}, ${provider}, ${value}) on conflict do nothing`,
      )
    const known = { spotify_track_id: 'sp-track', artist_spotify_id: 'sp-artist', album_spotify_id: 'sp-album' }
    expect(await lineOf('Luz de faro')).toMatchObject(known)
    expect((await get(`/tracks/id/${line.track_id}`)).spotify_id).toBe('sp-track')
    expect((await get(`/artists/id/${line.artist_id}`)).spotify_id).toBe('sp-artist')
    expect((await get(`/albums/id/${line.album_id}`)).spotify_id).toBe('sp-album')
    await server.context.db.execute(sql`delete from external_ids where provider = 'spotify'`)
  })

  it('favourites and scores of their own', async () => {
    const line = await lineOf('Luz de faro')
    for (const target of [`artist/${line.artist_id}`, `album/${line.album_id}`, `track/${line.track_id}`])
      await server.send({ method: 'POST', url: `/favorites/${target}`, token: admin })
    const me = (await get('/auth/me')).id
    await server.context.db.execute(
      sql`insert into ratings (user_id, track_id, rating) values (${me}, ${line.track_id}, 4)`,
    )
    const flags = async (token: string) => {
      const track = await get(`/tracks/id/${line.track_id}`, token)
      const overview = await lineOf('Luz de faro', '', token)
      const artist = await get(`/artists/id/${line.artist_id}`, token)
      const album = await get(`/albums/id/${line.album_id}`, token)
      return [...[track, overview, artist, album].map((row) => row.is_favorite), track.user_score]
    }
    expect(await flags(admin)).toEqual([true, true, true, true, 4])
    expect(await flags(member)).toEqual([false, false, false, false, 0])
    await server.context.db.execute(sql`delete from favorites`)
  })

  it('the state of a video: a file beats it, else what is stored', async () => {
    const line = await lineOf('Luz de faro')
    const set = (videoId: string | null, status: string) =>
      server.context.db.execute(sql`insert into video_links (track_id, video_id, status) values (${line.track_id}, ${videoId}, ${status})
        on conflict (track_id) do update set video_id = excluded.video_id, status = excluded.status`)
    const video = async () => {
      const { youtube_video_id, youtube_status, youtube_url } = await lineOf('Luz de faro', 'verify_files=1')
      return [youtube_video_id, youtube_status, youtube_url]
    }
    await set('aBcDeFgHiJk', 'link_found')
    const url = 'https://www.youtube.com/watch?v=aBcDeFgHiJk'
    expect(await video()).toEqual(['aBcDeFgHiJk', 'completed', url])
    await rename(music.at('Zoë/flac.flac'), music.at('Zoë/aside'))
    expect(await video()).toEqual(['aBcDeFgHiJk', 'link_found', url])
    await set('aBcDeFgHiJk', 'downloading')
    expect(await video()).toEqual(['aBcDeFgHiJk', 'downloading', url])
    await set(null, 'video_not_found')
    expect(await video()).toEqual([null, 'video_not_found', null])
    await rename(music.at('Zoë/aside'), music.at('Zoë/flac.flac'))
    await server.context.db.execute(sql`delete from video_links`)
  })

  it('no path of the server in any reply', async () => {
    const line = await lineOf('Luz de faro')
    for (const url of [
      ...['/artists/', '/albums/', '/tracks/', '/tracks/overview', '/tracks/overview?verify_files=true', '/genres'],
      ...[`/tracks/id/${line.track_id}`, `/albums/id/${line.album_id}`, `/artists/id/${line.artist_id}/discography`],
    ]) {
      const { body } = await server.send({ url, token: admin })
      expect(body.includes(music.dir) || body.includes(server.dir), url).toBe(false)
    }
  })
})

describe('verify_files', () => {
  const lists = [
    '/tracks/overview?limit=1000',
    '/tracks/recently-added?limit=50',
    '/tracks/recent-plays?limit=50',
    '/tracks/most-played?limit=50',
  ]
  const states = async (verify: string) =>
    Promise.all(
      lists.map(async (list) => {
        const items = (await get(`${list}&verify_files=${verify}`)).items
        const line = items.find((row: { track_name: string }) => row.track_name === 'Ola y orilla')
        expect(items).toHaveLength(list.includes('play') ? 2 : 5)
        return [line.local_file_exists, line.stream_url !== null, line.local_file_path]
      }),
    )
  const all = (state: unknown[]) => lists.map(() => state)
  const there = [true, true, 'Zoë/ogg.ogg']
  const gone = [false, false, 'Zoë/ogg.ogg']

  it('looks at the disk: a file that went, became a folder or leads elsewhere does not exist', async () => {
    for (const name of ['Ola y orilla', 'Luz de faro'])
      await server.send({ method: 'POST', url: `/tracks/play/${(await lineOf(name)).track_id}`, token: admin })
    const file = music.at('Zoë/ogg.ogg')
    const aside = music.at('Zoë/aside')
    expect(await states('true')).toEqual(all(there))

    await rename(file, aside)
    expect(await states('true')).toEqual(all(gone))
    expect(await states('false')).toEqual(all(there))
    expect((await lineOf('Luz de faro', 'verify_files=true')).local_file_exists).toBe(true)

    await mkdir(file)
    expect(await states('1')).toEqual(all(gone))
    await rm(file, { recursive: true })

    const outside = await createMusicDir()
    await outside.put({ 'secret.ogg': 'tagged.ogg' })
    await symlink(outside.at('secret.ogg'), file)
    expect(await states('true')).toEqual(all(gone))
    await rm(file)
    await outside.remove()

    await rename(aside, file)
    expect(await states('true')).toEqual(all(there))
    expect((await server.send({ url: '/tracks/overview?verify_files=maybe', token: admin })).statusCode).toBe(400)
  })

  it('looks at a thousand files without opening a thousand at once', async () => {
    const db = server.context.db
    const rows = await db.execute<{ id: string }>(sql`with t as (
        insert into tracks (track_key, name, normalized_name, search_text, has_file) select 'v' || i, 'Verify', 'verify', 'verify', true
        from generate_series(1, 1000) i returning id)
      insert into recording_files (folder_id, rel_path, album_dir, track_id, size, mtime_ms, quick_hash, tags, codec, container, duration_ms)
      select (select min(id) from music_folders), 'many/' || id || '.mp3', 'many', id, 1, 1, id::text, '{}', 'MP3', 'MPEG', 1
      from t returning track_id as id`)
    await mkdir(music.at('many'))
    const kept = rows.rows.filter((_, at) => at % 3 === 0).map((row) => Number(row.id))
    for (const id of kept) await writeFile(music.at(`many/${id}.mp3`), 'x')
    const page = await get('/tracks/overview?verify_files=true&limit=1000&search=verify')
    const exist = page.items.filter((row: { local_file_exists: boolean }) => row.local_file_exists)
    expect(page.items).toHaveLength(1000)
    expect(exist.map((row: { track_id: number }) => row.track_id)).toEqual(kept)
    await db.execute(sql`delete from tracks where search_text = 'verify'`)
    await db.execute(sql`delete from recording_files where album_dir = 'many'`)
  })
})
