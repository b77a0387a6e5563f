import { and, count, desc, eq, gt, max, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { tracks } from '../../db/schema/catalogue.ts'
import { plays } from '../../db/schema/library.ts'

export type PlayRow = typeof plays.$inferSelect
type NewPlay = typeof plays.$inferInsert

/**
 * Keeps a play unless the same one was kept since a moment. Reports of one listening may come at once, so they wait for
 * each other.
 */
export function insertPlayOnce(db: Db, values: NewPlay, since: Date): Promise<PlayRow> {
  return db.transaction(async (tx) => {
    const key = `play ${values.userId} ${values.trackId}`
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
    const same = await playSince(tx, values.userId, values.trackId, since)
    if (same) return same
    const [row] = await tx.insert(plays).values(values).returning()
    if (!row) throw new Error('insert returned no play')
    return row
  })
}

/** A play of the same track by the same user since a moment: a client that reports twice is believed once. */
async function playSince(db: Db, userId: number, trackId: number, since: Date): Promise<PlayRow | undefined> {
  const same = and(eq(plays.userId, userId), eq(plays.trackId, trackId), gt(plays.playedAt, since))
  const [row] = await db.select().from(plays).where(same).orderBy(desc(plays.playedAt)).limit(1)
  return row
}

export async function recentPlays(db: Db, userId: number, limit: number, visible: SQL | undefined) {
  return (
    db
      .select({ trackId: plays.trackId, playedAt: plays.playedAt })
      .from(plays)
      .innerJoin(tracks, eq(tracks.id, plays.trackId))
      .where(and(eq(plays.userId, userId), visible))
      // As the index has it.
      .orderBy(sql`${plays.playedAt} desc nulls last`, sql`${plays.id} desc nulls last`)
      .limit(limit)
  )
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
