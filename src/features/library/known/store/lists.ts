import { and, asc, desc, eq, gte, inArray, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { albumArtists, albums } from '../../../../db/schema/catalogue.ts'
import { after, descending } from '../../store/read/keyset.ts'
import { albumVisible, hidesAnyone } from '../../store/read/visible.ts'
import type { ContentChange, MissingFilters, MissingQuery, ReleasesQuery } from '../types.ts'

/** A question of each row, asked along an index: EXISTS might be answered by reading the other table as a whole. */
const any = (rows: SQL): SQL => sql`coalesce((select true from ${rows} limit 1), false)`
/** Is there audio of a track? What lies in a folder that is unplugged just now is owned all the same. */
const owned = sql`(t.has_file or ${any(sql`recording_files f where f.track_id = t.id and f.state = 'present'`)})`
const counts = sql`(select count(*)::int as total, (count(*) filter (where ${owned}))::int as owned
  from tracks t where t.album_id = albums.id) n`

export type CountedAlbum = {
  id: string
  release_date: string
  release_type: string
  catalogued: boolean
  total: number
  owned: number
}
const COLUMNS = sql`albums.id, albums.release_date, albums.release_type, albums.catalogued,
  greatest(albums.total_tracks, n.total) as total, n.owned`

/** Albums that name an artist among the main ones, newest first. */
export async function countedAlbums(db: Db, artistId: number, userId: number): Promise<CountedAlbum[]> {
  const { rows } = await db.execute<CountedAlbum>(sql`select ${COLUMNS}
    from album_artists c join albums on albums.id = c.album_id cross join lateral ${counts}
    where c.artist_id = ${artistId} and c.role = 'main' and ${albumVisible(db, userId)}
    order by albums.release_date desc, albums.id`)
  return rows
}

const catalogued = any(sql`album_artists c join artists r on r.id = c.artist_id
  where c.album_id = albums.id and c.role = 'main' and r.catalogued`)
const ownedArtist = any(sql`album_artists c join track_artists x on x.artist_id = c.artist_id
  join tracks t on t.id = x.track_id where c.album_id = albums.id and c.role = 'main' and ${owned}`)
/** Not everything is there: a track without audio, or nobody knows yet what is on it. */
const incomplete = sql`not coalesce((select bool_and(${owned}) from tracks t where t.album_id = albums.id), false)`

type Cursor = [string | number, number] | null
/** Newest first, in the order of albums_date_idx, so that a page is read along it. */
const NEWEST = { direction: desc, tie: asc }

async function page(db: Db, where: (SQL | undefined)[], cursor: Cursor, limit: number): Promise<CountedAlbum[]> {
  const beyond = cursor ? after(albums.releaseDate, albums.id, NEWEST, cursor) : undefined
  const found = db
    .select({ id: albums.id })
    .from(albums)
    .where(and(...where, beyond))
    .orderBy(descending(albums.releaseDate), asc(albums.id))
    .limit(limit)
  const { rows } = await db.execute<CountedAlbum>(sql`select ${COLUMNS} from albums cross join lateral ${counts}
    where albums.id = any(array(${found})) order by albums.release_date desc, albums.id`)
  return rows
}

const visible = async (db: Db, userId: number): Promise<SQL | undefined> =>
  (await hidesAnyone(db, userId)) ? albumVisible(db, userId) : undefined

/** All tracks with audio, read as a whole: for questions of everything, where asking row by row takes longer. */
const everyOwned = sql`(select t.id, t.album_id from tracks t where t.has_file
  union select t.id, t.album_id from recording_files f join tracks t on t.id = f.track_id where f.state = 'present') o`
/**
 * Read once for a page: of somebody of whom nothing is owned a look at each album would go through all their tracks,
 * and a page may lie behind thousands of such albums.
 */
const byOwnedArtist = any(sql`album_artists c where c.album_id = albums.id and c.role = 'main' and c.artist_id = any(
  array(select distinct x.artist_id from track_artists x join ${everyOwned} on o.id = x.track_id))`)
const complete = sql`albums.id in (select o.album_id from ${everyOwned} group by o.album_id
  having count(*) = (select count(*) from tracks t where t.album_id = o.album_id))`

/** All of a page's conditions but the last: that not everything is owned. */
async function whatMayMiss(
  db: Db,
  userId: number,
  { artistId, types, ownedArtists }: MissingFilters,
): Promise<(SQL | undefined)[]> {
  const ofArtist = db
    .select({ id: albumArtists.albumId })
    .from(albumArtists)
    .where(and(eq(albumArtists.artistId, artistId ?? 0), eq(albumArtists.role, 'main')))
  return [
    eq(albums.catalogued, true),
    artistId === undefined ? catalogued : inArray(albums.id, ofArtist),
    types && types.length > 0 ? inArray(albums.releaseType, [...types]) : undefined,
    ownedArtists ? byOwnedArtist : undefined,
    await visible(db, userId),
  ]
}

export async function findMissing(
  db: Db,
  userId: number,
  query: MissingQuery,
  cursor: Cursor,
): Promise<CountedAlbum[]> {
  return page(db, [...(await whatMayMiss(db, userId, query)), incomplete], cursor, query.limit + 1)
}

/** How many albums all pages of `findMissing` have together. */
export async function countMissing(db: Db, userId: number, filters: MissingFilters): Promise<number> {
  return db.$count(albums, and(...(await whatMayMiss(db, userId, filters)), sql`not ${complete}`))
}

export async function findReleases(
  db: Db,
  userId: number,
  query: ReleasesQuery,
  cursor: Cursor,
): Promise<CountedAlbum[]> {
  const where = [
    gte(albums.releaseDate, query.sinceDate),
    sql`length(${albums.releaseDate}) = 10`,
    sql`(${catalogued} or ${ownedArtist})`,
    await visible(db, userId),
  ]
  return page(db, where, cursor, query.limit + 1)
}

export async function albumsSince(db: Db, artistId: number, since: Date, limit: number): Promise<ContentChange[]> {
  const { id, name, releaseDate, releaseType, createdAt } = albums
  return db
    .select({ id, name, releaseDate, releaseType, createdAt })
    .from(albumArtists)
    .innerJoin(albums, eq(albums.id, albumArtists.albumId))
    .where(and(eq(albumArtists.artistId, artistId), gte(createdAt, since)))
    .orderBy(desc(createdAt), desc(id))
    .limit(limit)
}
