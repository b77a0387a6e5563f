import { sql } from 'drizzle-orm'
import type { Db } from '../../../src/db/client.ts'
import { albumArtists, albums, artists, trackArtists, tracks } from '../../../src/db/schema/catalogue.ts'
import { normalizeName, sortName } from '../../../src/platform/lib/normalize.ts'
import type { TestServer } from '../../support/app.ts'

/** Catalogue rows put straight into the database, for tests that need many or odd ones. */
export async function addArtist(db: Db, name: string, more: Partial<typeof artists.$inferInsert> = {}) {
  const [row] = await db
    .insert(artists)
    .values({ name, sortName: sortName(name), normalizedName: normalizeName(name), ...more })
    .returning()
  return row!.id
}

export async function addAlbum(
  db: Db,
  name: string,
  artistIds: number[],
  more: Partial<typeof albums.$inferInsert> = {},
) {
  const [row] = await db
    .insert(albums)
    .values({
      ...{ name, sortName: sortName(name), normalizedName: normalizeName(name), albumKey: crypto.randomUUID() },
      ...more,
    })
    .returning()
  await credit(db, 'album', row!.id, artistIds)
  return row!.id
}

export async function addTrack(
  db: Db,
  name: string,
  artistIds: number[],
  more: Partial<typeof tracks.$inferInsert> = {},
) {
  const [row] = await db
    .insert(tracks)
    .values({
      ...{ name, normalizedName: normalizeName(name), searchText: normalizeName(name), trackKey: crypto.randomUUID() },
      ...more,
    })
    .returning()
  await credit(db, 'track', row!.id, artistIds)
  return row!.id
}

async function credit(db: Db, what: 'album' | 'track', ownerId: number, artistIds: number[]) {
  const rows = artistIds.map((artistId, position) => ({ artistId, position, role: 'main' as const }))
  if (rows.length === 0) return
  if (what === 'album') await db.insert(albumArtists).values(rows.map((row) => ({ ...row, albumId: ownerId })))
  else await db.insert(trackArtists).values(rows.map((row) => ({ ...row, trackId: ownerId })))
}

/** Genres of a track and of its artists, as a scan would keep them. */
export async function addGenre(db: Db, name: string, trackIds: number[]) {
  const ids = sql`${sql.param(trackIds)}::bigint[]`
  await db.execute(
    sql`insert into genres (name, normalized_name) values (${name}, ${normalizeName(name)}) on conflict do nothing`,
  )
  const genre = sql`(select id from genres where normalized_name = ${normalizeName(name)})`
  await db.execute(
    sql`insert into track_genres (track_id, genre_id, position) select t, ${genre}, 0 from unnest(${ids}) t`,
  )
  await db.execute(sql`insert into artist_genres (artist_id, genre_id, track_count)
    select distinct artist_id, ${genre}, 1 from track_artists where track_id = any(${ids}) on conflict do nothing`)
}

/** Many rows of few different keys: every third artist, album and track has the same name, number and time. */
export async function addMany(db: Db, count: number) {
  await db.execute(sql`
    with made as (insert into artists (name, sort_name, normalized_name, identity, popularity, created_at)
      select 'Many ' || i % 40, 'many ' || i % 40, 'many ' || i % 40, i::text, i % 7, timestamptz '2024-01-01' + (i % 9) * interval '1 hour'
      from generate_series(1, ${count}::int) i returning id),
    records as (insert into albums (album_key, name, sort_name, normalized_name, artist_line, release_date, created_at)
      select 'many ' || i, 'Record ' || i % 30, 'record ' || i % 30, 'record ' || i % 30, 'Many ' || i % 11,
        (1990 + i % 13)::text, timestamptz '2024-01-01' + (i % 9) * interval '1 hour'
      from generate_series(1, ${count}::int) i returning id),
    songs as (insert into tracks (album_id, track_key, name, normalized_name, search_text, has_file, created_at)
      select r.id, 'a', 'Song', 'song', 'song record many', r.id % 2 = 0, timestamptz '2024-01-01' + (r.id % 5) * interval '1 hour'
      from records r returning id, album_id),
    pairs as (select a.id as artist, r.id as album from (select id, row_number() over (order by id) n from made) a
      join (select id, row_number() over (order by id) n from records) r using (n)),
    album_credits as (insert into album_artists (album_id, artist_id, position, role)
      select album, artist, 0, 'main' from pairs)
    insert into track_artists (track_id, artist_id, position, role)
      select s.id, p.artist, 0, 'main' from songs s join pairs p on p.album = s.album_id`)
}

type Row = { id: number; track_id?: number }

/** Reads a list to its end by its cursors; `between` runs after each page. */
export async function walk(
  server: TestServer,
  token: string,
  url: string,
  between?: (page: number) => Promise<void>,
): Promise<{ ids: number[]; pages: number }> {
  const ids: number[] = []
  let pages = 0
  let cursor: string | null = null
  do {
    const next: string = cursor === null ? url : `${url}${url.includes('?') ? '&' : '?'}cursor=${cursor}`
    const reply = await server.send({ url: next, token })
    if (reply.statusCode !== 200) throw new Error(`${next}: ${reply.body}`)
    const body = reply.json() as { items: Row[]; next_cursor: string | null }
    ids.push(...body.items.map((row) => row.id))
    cursor = body.next_cursor
    pages++
    await between?.(pages)
  } while (cursor !== null && pages < 1000)
  return { ids, pages }
}
