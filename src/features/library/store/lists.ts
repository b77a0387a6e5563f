import { and, asc, desc, eq, exists, gt, gte, like, lt, notExists, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Db } from '../../../db/client.ts'
import {
  albumArtists,
  albums,
  artistGenres,
  artists,
  genres,
  trackArtists,
  tracks,
  videoLinks,
} from '../../../db/schema/catalogue.ts'
import { favorites, hiddenArtists } from '../../../db/schema/favorites.ts'
import { searchWords } from '../../../platform/lib/normalize.ts'
import type { AlbumsQuery, ArtistsQuery, OverviewQuery } from '../contract.ts'

/** Ids in order, with the sort key of each: the caller makes the next cursor of the last one. */
export type Found = { id: number; key: string | number }

const words = (column: PgColumn, query: string | undefined): SQL[] =>
  searchWords(query ?? '').map((word) => like(column, `%${word}%`))

const artistVisible = (db: Db, userId: number, artistId: PgColumn) =>
  notExists(
    db
      .select({ one: sql`1` })
      .from(hiddenArtists)
      .where(and(eq(hiddenArtists.userId, userId), eq(hiddenArtists.artistId, artistId))),
  )

/** Not a track or album whose main artist this user hides. */
function creditsVisible(db: Db, userId: number, credits: typeof albumArtists | typeof trackArtists, owner: SQL): SQL {
  return notExists(
    db
      .select({ one: sql`1` })
      .from(credits)
      .innerJoin(hiddenArtists, and(eq(hiddenArtists.artistId, credits.artistId), eq(hiddenArtists.userId, userId)))
      .where(and(owner, eq(credits.role, 'main'))),
  )
}

export const albumVisible = (db: Db, userId: number): SQL =>
  creditsVisible(db, userId, albumArtists, eq(albumArtists.albumId, albums.id))
export const trackVisible = (db: Db, userId: number): SQL =>
  creditsVisible(db, userId, trackArtists, eq(trackArtists.trackId, tracks.id))

export async function hidesAnyone(db: Db, userId: number): Promise<boolean> {
  const [row] = await db.select({ one: sql`1` }).from(hiddenArtists).where(eq(hiddenArtists.userId, userId)).limit(1)
  return row !== undefined
}

/** Each order with its index: the cursor holds the key and the id of the last row. */
const ARTIST_ORDERS = {
  'pop-desc': { column: artists.popularity, direction: desc, tie: asc },
  'pop-asc': { column: artists.popularity, direction: asc, tie: desc },
  'name-asc': { column: artists.sortName, direction: asc, tie: asc },
  recent: { column: artists.createdAt, direction: desc, tie: asc },
} as const

function after(
  column: PgColumn,
  id: PgColumn,
  order: { direction: typeof asc; tie: typeof asc },
  cursor: [string | number, number],
): SQL {
  const beyond = order.direction === asc ? gt : lt
  const tieBeyond = order.tie === asc ? gt : lt
  const value = column.columnType === 'PgTimestamp' ? new Date(cursor[0]) : cursor[0]
  // The first condition lets the index start at the right place; the second settles equal keys.
  const from = order.direction === asc ? gte(column, value) : sql`${column} <= ${sql.param(value, column)}`
  return and(from, sql`(${beyond(column, value)} or (${eq(column, value)} and ${tieBeyond(id, cursor[1])}))`) as SQL
}

function artistFilter(db: Db, userId: number, query: ArtistsQuery): SQL | undefined {
  const genre = query.genre
    ? exists(
        db
          .select({ one: sql`1` })
          .from(artistGenres)
          .innerJoin(genres, eq(genres.id, artistGenres.genreId))
          .where(
            and(eq(artistGenres.artistId, artists.id), eq(genres.normalizedName, searchWords(query.genre).join(' '))),
          ),
      )
    : undefined
  return and(...words(artists.normalizedName, query.search), genre, artistVisible(db, userId, artists.id))
}

export async function findArtists(
  db: Db,
  userId: number,
  query: ArtistsQuery,
  cursor: [string | number, number] | null,
): Promise<Found[]> {
  if (query.order === 'favorites') return findFavoriteArtists(db, userId, query, cursor)
  const order = ARTIST_ORDERS[query.order]
  const from =
    query.from && query.order === 'name-asc' ? gte(artists.sortName, searchWords(query.from).join(' ')) : undefined
  const rows = await db
    .select({ id: artists.id, key: order.column })
    .from(artists)
    .where(
      and(artistFilter(db, userId, query), from, cursor ? after(order.column, artists.id, order, cursor) : undefined),
    )
    .orderBy(order.direction(order.column), order.tie(artists.id))
    .limit(query.limit + 1)
    .offset(cursor ? 0 : query.offset)
  return rows.map(({ id, key }) => ({ id, key: key instanceof Date ? key.toISOString() : key }))
}

async function findFavoriteArtists(
  db: Db,
  userId: number,
  query: ArtistsQuery,
  cursor: [string | number, number] | null,
): Promise<Found[]> {
  const rows = await db
    .select({ id: artists.id, key: favorites.id })
    .from(favorites)
    .innerJoin(artists, eq(artists.id, favorites.artistId))
    .where(
      and(
        eq(favorites.userId, userId),
        artistFilter(db, userId, query),
        cursor ? lt(favorites.id, Number(cursor[0])) : undefined,
      ),
    )
    .orderBy(desc(favorites.id))
    .limit(query.limit + 1)
  return rows
}

export async function countArtists(db: Db, userId: number, query: ArtistsQuery): Promise<number> {
  const favourite =
    query.order === 'favorites'
      ? exists(
          db
            .select({ one: sql`1` })
            .from(favorites)
            .where(and(eq(favorites.userId, userId), eq(favorites.artistId, artists.id))),
        )
      : undefined
  return db.$count(artists, and(artistFilter(db, userId, query), favourite))
}

const ALBUM_ORDERS = {
  'name-asc': { column: albums.sortName, direction: asc, tie: asc },
  'artist-asc': { column: albums.artistLine, direction: asc, tie: asc },
  'date-desc': { column: albums.releaseDate, direction: desc, tie: asc },
  recent: { column: albums.createdAt, direction: desc, tie: asc },
} as const

function albumFilter(db: Db, userId: number, query: AlbumsQuery): SQL | undefined {
  const found = words(albums.normalizedName, query.search)
  const byArtist = query.search
    ? exists(
        db
          .select({ one: sql`1` })
          .from(albumArtists)
          .innerJoin(artists, eq(artists.id, albumArtists.artistId))
          .where(and(eq(albumArtists.albumId, albums.id), ...words(artists.normalizedName, query.search))),
      )
    : undefined
  const named = byArtist ? sql`(${and(...found) ?? sql`true`} or ${byArtist})` : undefined
  const genre = query.genre
    ? sql`exists (select 1 from tracks gt join track_genres tg on tg.track_id = gt.id join genres g on g.id = tg.genre_id
        where gt.album_id = ${albums.id} and g.normalized_name = ${searchWords(query.genre).join(' ')})`
    : undefined
  return and(named, genre, albumVisible(db, userId))
}

export async function findAlbums(
  db: Db,
  userId: number,
  query: AlbumsQuery,
  cursor: [string | number, number] | null,
): Promise<Found[]> {
  const order = ALBUM_ORDERS[query.order]
  const from =
    query.from && query.order === 'name-asc' ? gte(albums.sortName, searchWords(query.from).join(' ')) : undefined
  const rows = await db
    .select({ id: albums.id, key: order.column })
    .from(albums)
    .where(
      and(albumFilter(db, userId, query), from, cursor ? after(order.column, albums.id, order, cursor) : undefined),
    )
    .orderBy(order.direction(order.column), order.tie(albums.id))
    .limit(query.limit + 1)
  return rows.map(({ id, key }) => ({ id, key: key instanceof Date ? key.toISOString() : key }))
}

export async function countAlbums(db: Db, userId: number, query: AlbumsQuery): Promise<number> {
  return db.$count(albums, albumFilter(db, userId, query))
}

/** Albums of an artist: own ones, newest first. */
export async function albumsOfArtist(db: Db, userId: number, artistId: number): Promise<number[]> {
  const rows = await db
    .select({ id: albums.id })
    .from(albumArtists)
    .innerJoin(albums, eq(albums.id, albumArtists.albumId))
    .where(and(eq(albumArtists.artistId, artistId), albumVisible(db, userId)))
    .orderBy(desc(albums.releaseDate), albums.id)
  return rows.map((row) => row.id)
}

export async function artistIsVisible(db: Db, userId: number, id: number): Promise<boolean> {
  return (await db.$count(artists, eq(artists.id, id))) > 0 && artistVisibleTo(db, userId, id)
}

async function artistVisibleTo(db: Db, userId: number, id: number): Promise<boolean> {
  return (await db.$count(hiddenArtists, and(eq(hiddenArtists.userId, userId), eq(hiddenArtists.artistId, id)))) === 0
}

export async function listGenres(db: Db): Promise<{ name: string; artistCount: number }[]> {
  return db
    .select({ name: genres.name, artistCount: sql<number>`count(*)::int` })
    .from(artistGenres)
    .innerJoin(genres, eq(genres.id, artistGenres.genreId))
    .groupBy(genres.id)
    .orderBy(sql`count(*) desc`, genres.name)
    .limit(500)
}

const linked = (db: Db) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(videoLinks)
      .where(and(eq(videoLinks.trackId, tracks.id), sql`${videoLinks.videoId} is not null`)),
  )

/** The conditions of the track table. `hides`: leave out the check of hidden artists when there are none. */
export function overviewFilter(
  db: Db,
  userId: number,
  query: Pick<OverviewQuery, 'filter' | 'search'>,
  hides: boolean,
): SQL | undefined {
  const byFilter = {
    all: undefined,
    withLink: linked(db),
    noLink: sql`not ${linked(db)}`,
    hasFile: eq(tracks.hasFile, true),
    missingFile: eq(tracks.hasFile, false),
    favorites: exists(
      db
        .select({ one: sql`1` })
        .from(favorites)
        .where(and(eq(favorites.userId, userId), eq(favorites.trackId, tracks.id))),
    ),
  }[query.filter]
  return and(byFilter, ...words(tracks.searchText, query.search), hides ? trackVisible(db, userId) : undefined)
}

/** Tracks of the table by id; favourites by the time they were chosen, newest first. Keys go into `next_after`. */
export async function findOverview(db: Db, userId: number, query: OverviewQuery, hides: boolean): Promise<Found[]> {
  const filter = overviewFilter(
    db,
    userId,
    { ...query, filter: query.filter === 'favorites' ? 'all' : query.filter },
    hides,
  )
  const offset = query.after_id === undefined ? query.offset : 0
  if (query.filter === 'favorites') {
    return db
      .select({ id: tracks.id, key: favorites.id })
      .from(favorites)
      .innerJoin(tracks, eq(tracks.id, favorites.trackId))
      .where(and(eq(favorites.userId, userId), filter, query.after_id ? lt(favorites.id, query.after_id) : undefined))
      .orderBy(desc(favorites.id))
      .limit(query.limit + 1)
      .offset(offset)
  }
  return db
    .select({ id: tracks.id, key: tracks.id })
    .from(tracks)
    .where(and(filter, query.after_id === undefined ? undefined : gt(tracks.id, query.after_id)))
    .orderBy(tracks.id)
    .limit(query.limit + 1)
    .offset(offset)
}

export async function countOverview(
  db: Db,
  userId: number,
  query: Pick<OverviewQuery, 'filter' | 'search'>,
  hides: boolean,
): Promise<number> {
  return db.$count(tracks, overviewFilter(db, userId, query, hides))
}

export async function recentlyAdded(db: Db, userId: number, limit: number, hides: boolean): Promise<number[]> {
  const rows = await db
    .select({ id: tracks.id })
    .from(tracks)
    .where(hides ? trackVisible(db, userId) : undefined)
    .orderBy(desc(tracks.createdAt), desc(tracks.id))
    .limit(limit)
  return rows.map((row) => row.id)
}

export async function visibleAlbum(db: Db, userId: number, id: number): Promise<number[]> {
  const rows = await db
    .select({ id: albums.id })
    .from(albums)
    .where(and(eq(albums.id, id), albumVisible(db, userId)))
  return rows.map((row) => row.id)
}

export async function visibleTrack(db: Db, userId: number, id: number): Promise<number[]> {
  const rows = await db
    .select({ id: tracks.id })
    .from(tracks)
    .where(and(eq(tracks.id, id), trackVisible(db, userId)))
  return rows.map((row) => row.id)
}
