import { and, eq, gte, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { emotionSessions, emotionSettings } from '../../../../db/schema/emotions.ts'
import { rederive } from './derive.ts'
import { DAY_MS, fromOf, instant, type Period, type Scope, toOf } from './scope.ts'

/**
 * Forbids that anything read in a period until now is written to these sessions later, by whichever process still holds
 * it. Only those that record: no other is written to, and a consent given anew begins later. Of two periods everything
 * between them is forbidden too: what was read then is long written, but for what a failing database keeps waiting.
 */
export function forbid(db: Db, scope: Scope, period: Period, now: () => Date): Promise<void> {
  const { id, userId, recording, erasedFrom, erasedTo } = emotionSessions
  return db.transaction(async (tx) => {
    const whose = 'userId' in scope ? eq(userId, scope.userId) : eq(id, scope.sessionId)
    const locked = tx.select({ id }).from(emotionSessions).where(and(whose, recording)).orderBy(id).for('update')
    const ids = (await locked).map((row) => row.id)
    // Whoever had a lock may have written until this moment: what it wrote is there to be deleted.
    const from = period.from ?? new Date(0)
    const to = new Date(Math.min(now().getTime(), period.to?.getTime() ?? Number.POSITIVE_INFINITY))
    if (ids.length === 0 || from > to) return
    await tx
      .update(emotionSessions)
      .set({
        erasedFrom: sql`least(${erasedFrom}, ${instant(from.getTime())})`,
        erasedTo: sql`greatest(${erasedTo}, ${instant(to.getTime())})`,
      })
      .where(sql`${id} = any(${sql.param(ids)}::bigint[])`)
  })
}

/** Deletes the detections of a period; answers how many. Nothing is left of them in statistics and streaks. */
export function erase(db: Db, sessionId: number, period: Period): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.select().from(emotionSessions).where(eq(emotionSessions.id, sessionId)).for('update')
    const { rows } = await tx.execute<{ n: number }>(sql`
      with gone as (delete from emotion_detections
        where session_id = ${sessionId} and at >= ${fromOf(period)} and at <= ${toOf(period)} returning 1)
      select count(*)::int as n from gone`)
    const erased = rows[0]?.n ?? 0
    if (erased === 0) return 0
    await rederive(tx, sessionId, period)
    await recount(tx, sessionId, erased)
    return erased
  })
}

async function recount(db: Db, sessionId: number, erased: number): Promise<void> {
  const end = (which: 'min' | 'max') =>
    sql`(select ${sql.raw(which)}(at) from emotion_detections where session_id = ${sessionId})`
  const detections = sql`${emotionSessions.detections} - ${erased}`
  const set = { detections, firstAt: end('min'), lastAt: end('max') }
  await db.update(emotionSessions).set(set).where(eq(emotionSessions.id, sessionId))
}

/** Sessions of a user that may have detections in a period. */
export async function sessionsWithDetections(db: Db, userId: number, { from, to }: Period): Promise<number[]> {
  const { id, firstAt, lastAt } = emotionSessions
  const rows = await db
    .select({ id })
    .from(emotionSessions)
    .where(
      and(eq(emotionSessions.userId, userId), isNotNull(firstAt), from && gte(lastAt, from), to && lte(firstAt, to)),
    )
    .orderBy(id)
  return rows.map((row) => row.id)
}

/** Until when what is kept is too old: as the owner wishes, else as the server does. */
const cutoff = (now: Date, serverDays: number) =>
  sql`${now.toISOString()}::timestamptz - make_interval(days => coalesce(${emotionSettings.retentionDays}, ${serverDays}::int))`

/** Sessions with detections older than they may be, each with the moment that is too old; of one user or of all. */
export async function overdue(db: Db, now: Date, serverDays: number, userId?: number) {
  const { id, firstAt } = emotionSessions
  const limit = cutoff(now, serverDays)
  return db
    .select({ id, until: sql<Date>`${limit}`.mapWith(firstAt) })
    .from(emotionSessions)
    .leftJoin(emotionSettings, eq(emotionSettings.userId, emotionSessions.userId))
    .where(and(userId === undefined ? undefined : eq(emotionSessions.userId, userId), lt(firstAt, limit)))
    .orderBy(id)
}

const UNCLAIMED_DAYS = 30

/**
 * Deletes sessions that hold nothing and that nobody uses: those too old to keep, after a day those that were made for a
 * picture or a call without name and consent, and after 30 days all that belong to nobody. Answers how many.
 */
export async function dropEmptySessions(db: Db, now: Date, serverDays: number): Promise<number> {
  const { id, userId, detections, lastActivityAt, name, recording } = emotionSessions
  const old = sql`${lastActivityAt} < ${now.toISOString()}::timestamptz - make_interval(days => coalesce(
    (select retention_days from emotion_settings s where s.user_id = ${emotionSessions.userId}), ${serverDays}::int))`
  const before = (days: number) => lt(lastActivityAt, new Date(now.getTime() - days * DAY_MS))
  const unused = and(sql`${name} is null and not ${recording}`, before(1))
  const unclaimed = and(isNull(userId), before(UNCLAIMED_DAYS))
  const free = sql`not exists (select 1 from emotion_leases l where l.session_id = ${id} and l.expires_at > now())`
  // One that somebody writes to at this moment is in use, and waiting for several in no order could block both.
  const idle = db
    .select({ id })
    .from(emotionSessions)
    .where(and(eq(detections, 0), or(old, unused, unclaimed), free))
    .for('update', { skipLocked: true })
  const gone = await db.delete(emotionSessions).where(inArray(id, idle)).returning({ id })
  return gone.length
}
