import { and, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { emotionLeases, emotionSessions } from '../../../db/schema/emotions.ts'

export type SessionRow = typeof emotionSessions.$inferSelect
type NewSession = typeof emotionSessions.$inferInsert
type Changes = Partial<Pick<SessionRow, 'name' | 'recording'>>

/** A session of a user answers to that user only, any other to whoever knows its id. */
const answersTo = (idHash: string, viewerId: number | null) => {
  const open = isNull(emotionSessions.userId)
  return and(
    eq(emotionSessions.idHash, idHash),
    viewerId === null ? open : or(open, eq(emotionSessions.userId, viewerId)),
  )
}

export async function insertSession(db: Db, values: NewSession): Promise<SessionRow> {
  const [row] = await db.insert(emotionSessions).values(values).returning()
  if (!row) throw new Error('insert returned no session')
  return row
}

export async function findSession(db: Db, idHash: string, viewerId: number | null): Promise<SessionRow | undefined> {
  const [row] = await db.select().from(emotionSessions).where(answersTo(idHash, viewerId))
  return row
}

/** Notes that a session is in use; undefined when it is not to be found, or has ended. */
export async function touchSession(
  db: Db,
  idHash: string,
  viewerId: number | null,
  now: Date,
): Promise<SessionRow | undefined> {
  const [row] = await db
    .update(emotionSessions)
    .set({ lastActivityAt: sql`greatest(${emotionSessions.lastActivityAt}, ${now.toISOString()}::timestamptz)` })
    .where(and(answersTo(idHash, viewerId), isNull(emotionSessions.endedAt)))
    .returning()
  return row
}

/** Newest first, from behind the given one. */
export async function listSessions(
  db: Db,
  userId: number,
  limit: number,
  before: number | undefined,
): Promise<SessionRow[]> {
  return db
    .select()
    .from(emotionSessions)
    .where(and(eq(emotionSessions.userId, userId), before === undefined ? undefined : lt(emotionSessions.id, before)))
    .orderBy(desc(emotionSessions.id))
    .limit(limit)
}

/** A consent that is given again while it holds goes on as it was; one that is given anew begins now. */
export async function changeSession(db: Db, id: number, changes: Changes, now: Date): Promise<SessionRow | undefined> {
  const { recording, consentSince } = emotionSessions
  const since = sql`case when ${recording} then ${consentSince} else ${now.toISOString()}::timestamptz end`
  const [row] = await db
    .update(emotionSessions)
    .set({ ...changes, ...(changes.recording && { consentSince: since }) })
    .where(eq(emotionSessions.id, id))
    .returning()
  return row
}

/** Ends a session once; the time of its end does not change by ending it again. */
export async function endSession(db: Db, id: number, now: Date): Promise<SessionRow | undefined> {
  const [row] = await db
    .update(emotionSessions)
    .set({ endedAt: sql`coalesce(${emotionSessions.endedAt}, ${now.toISOString()}::timestamptz)` })
    .where(eq(emotionSessions.id, id))
    .returning()
  return row
}

/** Deletes a session with everything in it; answers how many detections that were, or undefined when it is gone. */
export async function deleteSession(db: Db, id: number): Promise<number | undefined> {
  const [row] = await db
    .delete(emotionSessions)
    .where(eq(emotionSessions.id, id))
    .returning({ detections: emotionSessions.detections })
  return row?.detections
}

/** Which of these sessions may be written to now; those that are gone or ended are not in it. */
export async function consents(db: Db, ids: number[]): Promise<Map<number, boolean>> {
  const rows = await db
    .select({ id: emotionSessions.id, recording: emotionSessions.recording })
    .from(emotionSessions)
    .where(and(inArray(emotionSessions.id, ids), isNull(emotionSessions.endedAt)))
  return new Map(rows.map(({ id, recording }) => [id, recording]))
}

const inMs = (ms: number) => sql`now() + ${ms} * interval '1 millisecond'`

/** Gives a session to a connection unless another one has it; `evenIfTaken` takes it from that one. */
export async function takeLease(
  db: Db,
  sessionId: number,
  connectionId: string,
  ttlMs: number,
  evenIfTaken: boolean,
): Promise<boolean> {
  const mine = or(eq(emotionLeases.connectionId, connectionId), lt(emotionLeases.expiresAt, sql`now()`))
  const rows = await db
    .insert(emotionLeases)
    .values({ sessionId, connectionId, expiresAt: inMs(ttlMs) })
    .onConflictDoUpdate({
      target: emotionLeases.sessionId,
      set: { connectionId, expiresAt: inMs(ttlMs) },
      ...(!evenIfTaken && mine && { setWhere: mine }),
    })
    .returning({ id: emotionLeases.sessionId })
  return rows.length > 0
}

const held = (sessionId: number, connectionId: string) =>
  and(eq(emotionLeases.sessionId, sessionId), eq(emotionLeases.connectionId, connectionId))

/** `taken`: another connection has the session; `gone`: there is no such session any more, or it has ended. */
type LeaseState = 'held' | 'taken' | 'gone'

export async function renewLease(db: Db, sessionId: number, connectionId: string, ttlMs: number): Promise<LeaseState> {
  const [session] = await db
    .select({ endedAt: emotionSessions.endedAt })
    .from(emotionSessions)
    .where(eq(emotionSessions.id, sessionId))
  if (!session || session.endedAt) return 'gone'
  const rows = await db
    .update(emotionLeases)
    .set({ expiresAt: inMs(ttlMs) })
    .where(held(sessionId, connectionId))
    .returning({ id: emotionLeases.sessionId })
  return rows.length > 0 ? 'held' : 'taken'
}

export async function dropLease(db: Db, sessionId: number, connectionId: string): Promise<void> {
  await db.delete(emotionLeases).where(held(sessionId, connectionId))
}
