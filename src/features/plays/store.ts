import { and, count, desc, eq, gt, max, type SQL } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { tracks } from '../../db/schema/catalogue.ts'
import { plays } from '../../db/schema/library.ts'

export type PlayRow = typeof plays.$inferSelect

export async function insertPlay(db: Db, values: typeof plays.$inferInsert): Promise<PlayRow> {
  const [row] = await db.insert(plays).values(values).returning()
  if (!row) throw new Error('insert returned no play')
  return row
}

/** A play of the same track by the same user since a moment: a client that reports twice is believed once. */
export async function playSince(db: Db, userId: number, trackId: number, since: Date): Promise<PlayRow | undefined> {
  const same = and(eq(plays.userId, userId), eq(plays.trackId, trackId), gt(plays.playedAt, since))
  const [row] = await db.select().from(plays).where(same).orderBy(desc(plays.playedAt)).limit(1)
  return row
}

export async function recentPlays(db: Db, userId: number, limit: number, visible: SQL | undefined) {
  return db
    .select({ trackId: plays.trackId, playedAt: plays.playedAt })
    .from(plays)
    .innerJoin(tracks, eq(tracks.id, plays.trackId))
    .where(and(eq(plays.userId, userId), visible))
    .orderBy(desc(plays.playedAt), desc(plays.id))
    .limit(limit)
}

export async function mostPlayed(db: Db, userId: number, limit: number, visible: SQL | undefined) {
  return db
    .select({ trackId: plays.trackId, playCount: count(), lastPlayedAt: max(plays.playedAt) })
    .from(plays)
    .innerJoin(tracks, eq(tracks.id, plays.trackId))
    .where(and(eq(plays.userId, userId), visible))
    .groupBy(plays.trackId)
    .orderBy(desc(count()), desc(max(plays.playedAt)), plays.trackId)
    .limit(limit)
}
