import { eq, max, min, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { emotionSessions, emotionSettings } from '../../../../db/schema/emotions.ts'
import type { Period } from './scope.ts'
import { fromOf, toOf } from './scope.ts'

/** When the first session of a user began and the last one was used; undefined: there is none. */
export async function spanOf(db: Db, userId: number): Promise<{ from: Date; to: Date } | undefined> {
  const { createdAt, lastActivityAt } = emotionSessions
  const [row] = await db
    .select({ from: min(createdAt), to: max(lastActivityAt) })
    .from(emotionSessions)
    .where(eq(emotionSessions.userId, userId))
  return row?.from && row.to ? { from: row.from, to: row.to } : undefined
}

export type PlaylistPlay = { source: string; playedAt: Date; seconds: number }
/** A longer silence than this begins the playlist anew. */
const SAME_LISTENING = '30 minutes'
const MOST_PLAYLISTS = 100

/**
 * Playlists that a user listened to for a mood, one a stretch of tracks that the player took from the same one, the
 * newest hundred of the period.
 */
export async function playlistsPlayed(db: Db, userId: number, period: Period): Promise<PlaylistPlay[]> {
  const { rows } = await db.execute<{ source: string; played: string; seconds: string }>(sql`
    with moods as (select id, played_at, playlist_context as source, duration_played_seconds as seconds from plays
      where user_id = ${userId} and played_at >= ${fromOf(period)} and played_at <= ${toOf(period)}
        and playlist_context like 'mood:_%'),
    marked as (select *, lag(source) over w is distinct from source
      or played_at - lag(played_at) over w > interval '${sql.raw(SAME_LISTENING)}' as begins from moods window w as (order by played_at, id)),
    numbered as (select *, count(*) filter (where begins) over (order by played_at, id) as listening from marked)
    select source, (extract(epoch from min(played_at)) * 1000)::bigint as played, sum(seconds) as seconds
    from numbered group by listening, source order by played desc limit ${MOST_PLAYLISTS}`)
  return rows
    .map((row) => ({ source: row.source, playedAt: new Date(Number(row.played)), seconds: Number(row.seconds) }))
    .reverse()
}

export async function readRetention(db: Db, userId: number): Promise<number | null> {
  const [row] = await db.select().from(emotionSettings).where(eq(emotionSettings.userId, userId))
  return row?.retentionDays ?? null
}

export async function writeRetention(db: Db, userId: number, retentionDays: number | null): Promise<void> {
  const values = { userId, retentionDays, updatedAt: new Date() }
  await db.insert(emotionSettings).values(values).onConflictDoUpdate({ target: emotionSettings.userId, set: values })
}
