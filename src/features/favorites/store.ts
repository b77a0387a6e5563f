import { and, desc, eq, lt } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { favorites, hiddenArtists } from '../../db/schema/favorites.ts'
import type { ListQuery, TargetType } from './contract.ts'

export type FavoriteRow = typeof favorites.$inferSelect
export type HiddenRow = typeof hiddenArtists.$inferSelect

const COLUMN = { artist: favorites.artistId, album: favorites.albumId, track: favorites.trackId } as const

const ofUser = (userId: number, type: TargetType, id: number) => and(eq(favorites.userId, userId), eq(COLUMN[type], id))

export async function addFavorite(
  db: Db,
  userId: number,
  type: TargetType,
  id: number,
): Promise<FavoriteRow | undefined> {
  const target = { artist: { artistId: id }, album: { albumId: id }, track: { trackId: id } }[type]
  await db
    .insert(favorites)
    .values({ userId, targetType: type, ...target })
    .onConflictDoNothing()
  const [row] = await db
    .select()
    .from(favorites)
    .where(ofUser(userId, type, id))
  return row
}

export async function removeFavorite(db: Db, userId: number, type: TargetType, id: number): Promise<boolean> {
  const rows = await db
    .delete(favorites)
    .where(ofUser(userId, type, id))
    .returning({ id: favorites.id })
  return rows.length > 0
}

/** Newest first; `after_id` is the last one of the page before. */
export async function listFavorites(db: Db, userId: number, query: ListQuery): Promise<FavoriteRow[]> {
  const { target_type: type, after_id: after, limit } = query
  return db
    .select()
    .from(favorites)
    .where(
      and(
        eq(favorites.userId, userId),
        type ? eq(favorites.targetType, type) : undefined,
        after ? lt(favorites.id, after) : undefined,
      ),
    )
    .orderBy(desc(favorites.id))
    .limit(limit)
}

export async function hideArtist(db: Db, userId: number, artistId: number): Promise<HiddenRow | undefined> {
  await db.insert(hiddenArtists).values({ userId, artistId }).onConflictDoNothing()
  const [row] = await db
    .select()
    .from(hiddenArtists)
    .where(and(eq(hiddenArtists.userId, userId), eq(hiddenArtists.artistId, artistId)))
  return row
}

export async function unhideArtist(db: Db, userId: number, artistId: number): Promise<boolean> {
  const rows = await db
    .delete(hiddenArtists)
    .where(and(eq(hiddenArtists.userId, userId), eq(hiddenArtists.artistId, artistId)))
    .returning({ id: hiddenArtists.artistId })
  return rows.length > 0
}

export async function hiddenArtistIds(db: Db, userId: number): Promise<number[]> {
  const rows = await db
    .select({ id: hiddenArtists.artistId })
    .from(hiddenArtists)
    .where(eq(hiddenArtists.userId, userId))
    .orderBy(desc(hiddenArtists.createdAt))
    .limit(1000)
  return rows.map((row) => row.id)
}
