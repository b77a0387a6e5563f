import { sql } from 'drizzle-orm'
import { type Db, openDatabase } from '../../src/db/client.ts'
import { startEmbedded } from '../../src/db/embedded.ts'
import { migrateDatabase } from '../../src/db/migrate.ts'
import { createKnown } from '../../src/features/library/known/known.ts'
import type { FoundTrack } from '../../src/providers/ports.ts'
import { type Figure, quantile, timed } from '../figures.ts'
import { signIn, startServer, temporaryDir } from '../server.ts'

const ALBUMS_PER_ARTIST = 20
const TRACKS_PER_ALBUM = 12
const LOOKS = 400
/** A server that runs for weeks is measured, not its first moments: these compile its code. */
const WARM = 50
const WRITES = 5
const WRITTEN = 3000
const quiet = { info: () => undefined, warn: () => undefined, debug: () => undefined }

/** The artist page over HTTP with so many tracks stored, and how many tracks a second are written. */
export async function pageFigures(tracks: number): Promise<Figure[]> {
  const storage = await temporaryDir()
  const postgres = await startEmbedded(storage.dir, quiet)
  try {
    const url = await postgres.url()
    await migrateDatabase(url)
    const database = openDatabase(url, () => undefined)
    const artists = Math.ceil(tracks / ALBUMS_PER_ARTIST / TRACKS_PER_ALBUM)
    await fill(database.db, artists)
    const written = await writes(database.db)
    await database.close()
    const server = await startServer(storage.dir, { DATABASE_URL: url })
    try {
      const token = await signIn(server)
      const looks: number[] = []
      for (let at = 0; at < WARM + LOOKS; at++) {
        const url = `/artists/${1 + ((at * 7919) % artists)}/profile`
        const ms = await timed(() => server.send('GET', url, { token }))
        if (at >= WARM) looks.push(ms)
      }
      const p95 = quantile(looks, 0.95)
      return [
        {
          name: `artist page, ${tracks} tracks stored`,
          unit: 'ms',
          samples: looks,
          note: `${LOOKS} artists, over HTTP, after ${WARM} others`,
        },
        { name: 'artist page, p95', unit: 'ms', samples: [p95], goal: { most: 30 } },
        { name: 'tracks of a provider written', unit: 'tracks/s', samples: written, goal: { least: 3000 } },
      ]
    } finally {
      await server.stop()
    }
  } finally {
    await postgres.stop()
    await storage.remove()
  }
}

/** Artists with albums and tracks as they are written, one discography after the other; every third track has a file. */
async function fill(db: Db, artists: number): Promise<void> {
  const albums = artists * ALBUMS_PER_ARTIST
  const tracks = albums * TRACKS_PER_ALBUM
  await db.execute(sql`insert into artists (name, sort_name, normalized_name, catalogued, discography_at)
    select 'Artist ' || i, 'artist ' || i, 'artist ' || i, true, now() from generate_series(1, ${artists}::int) i`)
  await db.execute(sql`insert into albums (album_key, name, sort_name, normalized_name, artist_line, release_date, catalogued, tracks_at, cover_state)
    select 'mb:' || i, 'Album ' || i, 'album ' || i, 'album ' || i, 'Artist ' || 1 + (i - 1) / ${ALBUMS_PER_ARTIST}::int,
      (1970 + i % 56)::text, true, now(), 'none' from generate_series(1, ${albums}::int) i`)
  await db.execute(sql`insert into album_artists (album_id, artist_id, position, role)
    select i, 1 + (i - 1) / ${ALBUMS_PER_ARTIST}::int, 0, 'main' from generate_series(1, ${albums}::int) i`)
  await db.execute(sql`insert into tracks (album_id, track_key, name, normalized_name, search_text, track_number, duration_ms, catalogued, artist_line)
    select 1 + i / ${TRACKS_PER_ALBUM}::int, i::text, 'Track ' || i, 'track ' || i, 'track ' || i, 1 + i % ${TRACKS_PER_ALBUM}::int, 200000, true, ''
    from generate_series(0, ${tracks - 1}::int) i`)
  await db.execute(sql`insert into track_artists (track_id, artist_id, position, role)
    select t.id, a.artist_id, 0, 'main' from tracks t join album_artists a on a.album_id = t.album_id`)
  await db.execute(sql`insert into music_folders (path) values ('/nowhere')`)
  await db.execute(sql`insert into recording_files (folder_id, rel_path, album_dir, track_id, size, mtime_ms, quick_hash, tags, codec, container, duration_ms)
    select (select id from music_folders), id || '.mp3', '', id, 1, 1, id::text, '{}', 'mp3', 'mpeg', 200000 from tracks where id % 3 = 0`)
  await db.execute(sql`update tracks set has_file = true where id % 3 = 0`)
  await db.execute(sql`vacuum analyze`)
}

/** A discography of 3 000 tracks, written anew each time. */
async function writes(db: Db): Promise<number[]> {
  const known = createKnown({ db })
  const rates: number[] = []
  for (let round = 0; round < WRITES; round++) {
    const artistId = await known.saveArtist({
      name: `Writer ${round}`,
      ids: { musicbrainz: uuid(round, 0) },
      source: 'bench',
    })
    const albums = Array.from({ length: WRITTEN / TRACKS_PER_ALBUM }, (_, at) => ({
      ...{
        title: `Written ${round} ${at}`,
        ids: { musicbrainz: uuid(round, 1 + at) },
        type: 'album' as const,
        date: '2020',
      },
      credits: [{ name: `Writer ${round}`, ids: {}, role: 'main' as const, joinPhrase: '' }],
      ...{ genres: [], upc: null, trackCount: TRACKS_PER_ALBUM, cover: null, disambiguation: '' },
    }))
    const ids = await known.saveAlbums(
      artistId,
      albums.map((album) => ({ album, source: 'bench', score: null })),
    )
    const items = albums.map((album, at) => ({
      albumId: ids.get(album) as number,
      source: 'bench',
      contents: { ids: album.ids, label: null, upc: null, editions: [], tracks: tracksOf(round, at) },
    }))
    const began = performance.now()
    await known.saveContents(items)
    rates.push((1000 * WRITTEN) / (performance.now() - began))
  }
  return rates
}

const tracksOf = (round: number, album: number): FoundTrack[] =>
  Array.from({ length: TRACKS_PER_ALBUM }, (_, at) => ({
    ...{
      title: `Song ${at} of ${album}`,
      ids: { musicbrainz: uuid(round, 10_000 + album * 100 + at) },
      disc: 1,
      position: at + 1,
    },
    ...{ durationMs: 200_000 + at, isrcs: [], explicit: null, credits: [], popularity: null },
  }))

const uuid = (round: number, n: number) => `00000000-0000-4000-8000-${String(round * 1_000_000 + n).padStart(12, '0')}`
