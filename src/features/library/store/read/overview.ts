import { and, desc, eq, exists, gt, lt, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { tracks } from '../../../../db/schema/catalogue.ts'
import { videoLinks } from '../../../../db/schema/discography.ts'
import { favorites } from '../../../../db/schema/favorites.ts'
import type { OverviewQuery } from '../../contract.ts'
import { descending, type Found, words } from './keyset.ts'
import { trackVisible } from './visible.ts'

const linked = (db: Db) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(videoLinks)
      .where(and(eq(videoLinks.trackId, tracks.id), sql`${videoLinks.videoId} is not null`)),
  )

/** The conditions of the track table. `hides`: leave out the check of hidden artists when there are none. */
function overviewFilter(
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
      .where(
        and(
          eq(favorites.userId, userId),
          eq(favorites.targetType, 'track'),
          filter,
          query.after_id ? lt(favorites.id, query.after_id) : undefined,
        ),
      )
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
    .orderBy(descending(tracks.createdAt), descending(tracks.id))
    .limit(limit)
  return rows.map((row) => row.id)
}
