import { and, asc, desc, eq, exists, gte, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { albumArtists, albums, artists } from '../../../../db/schema/catalogue.ts'
import { searchWords } from '../../../../platform/lib/normalize.ts'
import type { AlbumsQuery } from '../../contract.ts'
import { after, type Found, words } from './keyset.ts'
import { albumVisible } from './visible.ts'

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
        where gt.album_id = albums.id and g.normalized_name = ${searchWords(query.genre).join(' ')})`
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
