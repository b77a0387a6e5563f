import { and, asc, desc, eq, exists, gte, lt, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { artistGenres, artists, genres } from '../../../../db/schema/catalogue.ts'
import { favorites } from '../../../../db/schema/favorites.ts'
import { normalizeName } from '../../../../platform/lib/normalize.ts'
import type { ArtistsQuery } from '../../contract.ts'
import { after, backwards, descending, type Found, words } from './keyset.ts'
import { artistVisible } from './visible.ts'

/** Each order with its index: the cursor holds the key and the id of the last row. */
const ARTIST_ORDERS = {
  'pop-desc': { column: artists.popularity, direction: desc, tie: asc, by: descending(artists.popularity) },
  'pop-asc': { column: artists.popularity, direction: asc, tie: desc, by: backwards(artists.popularity) },
  'name-asc': { column: artists.sortName, direction: asc, tie: asc, by: asc(artists.sortName) },
  recent: { column: artists.createdAt, direction: desc, tie: asc, by: descending(artists.createdAt) },
} as const

/** A track with a file, asked of each row along the index. */
const OWNED = sql`coalesce((select true from track_artists oc join tracks ot on ot.id = oc.track_id and ot.has_file
  where oc.artist_id = artists.id limit 1), false)`
/** For counting: one look at all tracks. */
const ALL_OWNED = sql`artists.id in (select oc.artist_id from tracks ot join track_artists oc on oc.track_id = ot.id where ot.has_file)`

function artistFilter(db: Db, userId: number, query: ArtistsQuery): SQL | undefined {
  const genre = query.genre
    ? exists(
        db
          .select({ one: sql`1` })
          .from(artistGenres)
          .innerJoin(genres, eq(genres.id, artistGenres.genreId))
          .where(and(eq(artistGenres.artistId, artists.id), eq(genres.normalizedName, normalizeName(query.genre)))),
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
  const from = query.from && query.order === 'name-asc' ? gte(artists.sortName, normalizeName(query.from)) : undefined
  const rows = await db
    .select({ id: artists.id, key: order.column })
    .from(artists)
    .where(
      and(
        artistFilter(db, userId, query),
        query.owned ? OWNED : undefined,
        from,
        cursor ? after(order.column, artists.id, order, cursor) : undefined,
      ),
    )
    .orderBy(order.by, order.tie(artists.id))
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
  return db
    .select({ id: artists.id, key: favorites.id })
    .from(favorites)
    .innerJoin(artists, eq(artists.id, favorites.artistId))
    .where(
      and(
        eq(favorites.userId, userId),
        eq(favorites.targetType, 'artist'),
        artistFilter(db, userId, query),
        query.owned ? OWNED : undefined,
        cursor ? lt(favorites.id, Number(cursor[0])) : undefined,
      ),
    )
    .orderBy(desc(favorites.id))
    .limit(query.limit + 1)
    .offset(cursor ? 0 : query.offset)
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
  return db.$count(artists, and(artistFilter(db, userId, query), query.owned ? ALL_OWNED : undefined, favourite))
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
