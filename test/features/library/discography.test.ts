import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Db } from '../../../src/db/client.ts'
import { tracksById } from '../../../src/features/library/store/read/hydrate.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { addAlbum, addArtist, addTrack } from './seed.ts'

let server: TestServer
let token: string
let db: Db

beforeAll(async () => {
  server = await startTestServer()
  token = await server.admin()
  db = server.context.db
})
afterAll(() => server.close())

type Album = { id: number; release_date: string; tracks: unknown[] }
const discography = async (id: number): Promise<{ albums: Album[]; truncated: boolean }> =>
  (await server.send({ url: `/artists/id/${id}/discography`, token })).json()

it('holds the newest 500 albums and says that there are more', async () => {
  const artist = await addArtist(db, 'Prolific')
  await db.execute(sql`with made as (insert into albums (album_key, name, sort_name, normalized_name, release_date)
      select 'p' || i, 'Record', 'record', 'record', (1400 + i)::text from generate_series(1, 501) i returning id)
    insert into album_artists (album_id, artist_id, position, role) select id, ${artist}::bigint, 0, 'main' from made`)
  const { albums, truncated } = await discography(artist)
  expect([albums.length, truncated]).toEqual([500, true])
  expect([albums[0]?.release_date, albums.at(-1)?.release_date]).toEqual(['1901', '1402'])
})

it('holds 5000 tracks, those of the newest albums first', async () => {
  const artist = await addArtist(db, 'Thorough')
  const old = await addAlbum(db, 'Old', [artist], { releaseDate: '1990' })
  const recent = await addAlbum(db, 'Recent', [artist], { releaseDate: '2020' })
  await db.execute(sql`insert into tracks (album_id, track_key, name, normalized_name, search_text, track_number)
    select ${recent}::bigint, 'k' || i, 'Song', 'song', 'song', i from generate_series(1, 4999) i`)
  await addTrack(db, 'First', [artist], { albumId: old, trackNumber: 1 })
  const whole = await discography(artist)
  expect([whole.albums.map(({ tracks }) => tracks.length), whole.truncated]).toEqual([[4999, 1], false])
  await addTrack(db, 'Second', [artist], { albumId: old, trackNumber: 2 })
  const cut = await discography(artist)
  expect([cut.albums.map(({ tracks }) => tracks.length), cut.truncated]).toEqual([[4999, 1], true])
})

it('more ids than a statement takes parameters are no error', async () => {
  const ids = Array.from({ length: 70_000 }, (_, at) => 10_000_000 + at)
  await expect(tracksById(db, ids)).resolves.toEqual([])
})
