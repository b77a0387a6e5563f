import { and, asc, desc, eq, gte, inArray, like, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { albumArtists, albums, artists } from '../../../../db/schema/catalogue.ts'
import { normalizeName, searchWords } from '../../../../platform/lib/normalize.ts'
import type { AlbumsQuery } from '../../contract.ts'
import { after, anywhere, descending, type Found } from './keyset.ts'
import { albumVisible } from './visible.ts'

const ALBUM_ORDERS = {
  'name-asc': { column: albums.sortName, direction: asc, tie: asc, by: asc(albums.sortName) },
  'artist-asc': { column: albums.artistLine, direction: asc, tie: asc, by: asc(albums.artistLine) },
  'date-desc': { column: albums.releaseDate, direction: desc, tie: asc, by: descending(albums.releaseDate) },
  recent: { column: albums.createdAt, direction: desc, tie: asc, by: descending(albums.createdAt) },
} as const

/** Asked of each row along the index: EXISTS might be answered by reading all tracks. */
const OWNED = sql`coalesce((select true from tracks ot where ot.album_id = albums.id and ot.has_file limit 1), false)`
/** For counting: one look at all tracks. */
const ALL_OWNED = sql`albums.id in (select ot.album_id from tracks ot where ot.has_file)`

function albumFilter(db: Db, userId: number, query: AlbumsQuery): SQL | undefined {
  const named = searchWords(query.search ?? '').map((word) => inArray(albums.id, albumsNamed(db, word)))
  const genre = query.genre
    ? sql`exists (select 1 from tracks gt join track_genres tg on tg.track_id = gt.id join genres g on g.id = tg.genre_id
        where gt.album_id = albums.id and g.normalized_name = ${normalizeName(query.genre)})`
    : undefined
  return and(...named, genre, albumVisible(db, userId))
}

/** Albums with a word in their title or in the name of one of their artists; each half has its own index. */
function albumsNamed(db: Db, word: string) {
  const byTitle = db
    .select({ id: albums.id })
    .from(albums)
    .where(like(albums.normalizedName, anywhere(word)))
  const byArtist = db
    .select({ id: albumArtists.albumId })
    .from(albumArtists)
    .innerJoin(artists, eq(artists.id, albumArtists.artistId))
    .where(like(artists.normalizedName, anywhere(word)))
  return byTitle.unionAll(byArtist)
}

export async function findAlbums(
  db: Db,
  userId: number,
  query: AlbumsQuery,
  cursor: [string | number, number] | null,
): Promise<Found[]> {
  const order = ALBUM_ORDERS[query.order]
  const from = query.from && query.order === 'name-asc' ? gte(albums.sortName, normalizeName(query.from)) : undefined
  const rows = await db
    .select({ id: albums.id, key: order.column })
    .from(albums)
    .where(
      and(
        albumFilter(db, userId, query),
        query.owned ? OWNED : undefined,
        from,
        cursor ? after(order.column, albums.id, order, cursor) : undefined,
      ),
    )
    .orderBy(order.by, order.tie(albums.id))
    .limit(query.limit + 1)
  return rows.map(({ id, key }) => ({ id, key: key instanceof Date ? key.toISOString() : key }))
}

export async function countAlbums(db: Db, userId: number, query: AlbumsQuery): Promise<number> {
  return db.$count(albums, and(albumFilter(db, userId, query), query.owned ? ALL_OWNED : undefined))
}

/** Albums of an artist: own ones, newest first. */
export async function albumsOfArtist(db: Db, userId: number, artistId: number, limit: number): Promise<number[]> {
  const rows = await db
    .select({ id: albums.id })
    .from(albumArtists)
    .innerJoin(albums, eq(albums.id, albumArtists.albumId))
    .where(and(eq(albumArtists.artistId, artistId), albumVisible(db, userId)))
    .orderBy(desc(albums.releaseDate), albums.id)
    .limit(limit)
  return rows.map((row) => row.id)
}
