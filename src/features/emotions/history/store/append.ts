import { asc, inArray, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { emotionDetections, emotionRuns, emotionSessions, emotionTallies } from '../../../../db/schema/emotions.ts'
import { fold, type Reading, type Run, type Tail } from '../fold.ts'
import { DAY_MS, QUARTER_MS } from './scope.ts'

type DetectionRow = typeof emotionDetections.$inferSelect
type TallyRow = typeof emotionTallies.$inferSelect
type SessionRow = Pick<
  typeof emotionSessions.$inferSelect,
  'id' | 'userId' | 'recording' | 'consentSince' | 'endedAt' | 'erasedFrom' | 'erasedTo'
>

/**
 * Writes readings of any sessions down, with everything that is made of them. The rows of the sessions are locked, in
 * one order everywhere, so writers of several processes take turns. What may not be kept any more is left out: of
 * sessions that are gone, do not record, or had ended, from before the consent, and of a time that was erased since.
 * Answers how many rows were written.
 */
export function append(db: Db, readings: readonly Reading[]): Promise<number> {
  return db.transaction(async (tx) => {
    const sessions = await lock(tx, [...new Set(readings.map(({ sessionId }) => sessionId))])
    const tails = await lastRuns(tx, [...sessions.keys()])
    const folded = [...sessions.values()].map((session) => {
      const own = readings.filter((reading) => covers(session, reading))
      return fold(session.userId, tails.get(session.id) ?? {}, own)
    })
    const rows = folded.flatMap((one) => one.rows)
    if (rows.length === 0) return 0
    await tx.insert(emotionDetections).values(rows)
    await keepRuns(
      tx,
      folded.flatMap((one) => one.runs),
    )
    await addTallies(tx, [...tally(rows, 'quarter'), ...tally(rows, 'day')])
    await count(tx, rows)
    return rows.length
  })
}

function covers(session: SessionRow, { sessionId, at }: Reading): boolean {
  const { id, recording, consentSince, endedAt, erasedFrom, erasedTo } = session
  if (id !== sessionId || !recording) return false
  const erased = erasedFrom !== null && erasedTo !== null && at >= erasedFrom && at <= erasedTo
  return !erased && (consentSince === null || at >= consentSince) && (endedAt === null || at <= endedAt)
}

async function lock(db: Db, ids: number[]): Promise<Map<number, SessionRow>> {
  const { id, userId, recording, consentSince, endedAt, erasedFrom, erasedTo } = emotionSessions
  const rows = await db
    .select({ id, userId, recording, consentSince, endedAt, erasedFrom, erasedTo })
    .from(emotionSessions)
    .where(inArray(id, ids))
    .orderBy(asc(id))
    .for('update')
  return new Map(rows.map((row) => [row.id, row]))
}

async function lastRuns(db: Db, ids: number[]): Promise<Map<number, Tail>> {
  type Row = { session_id: string; scale: Run['scale']; started: string; ended: string; label: Run['label']; n: number }
  const { rows } = await db.execute<Row & { user_id: string | null }>(sql`
    select r.* from unnest(${sql.param(ids)}::bigint[]) as s cross join unnest(array['documented', 'detailed']) as k
    cross join lateral (select session_id, user_id, scale, label, detections as n,
        (extract(epoch from started_at) * 1000)::bigint as started, (extract(epoch from ended_at) * 1000)::bigint as ended
      from emotion_runs where session_id = s and scale = k order by started_at desc limit 1) r`)
  const tails = new Map<number, Tail>()
  for (const row of rows) {
    const sessionId = Number(row.session_id)
    const userId = row.user_id === null ? null : Number(row.user_id)
    const [startedAt, endedAt] = [new Date(Number(row.started)), new Date(Number(row.ended))]
    const run: Run = { sessionId, userId, scale: row.scale, startedAt, endedAt, label: row.label, detections: row.n }
    tails.set(sessionId, { ...tails.get(sessionId), [row.scale]: run })
  }
  return tails
}

async function keepRuns(db: Db, runs: Run[]): Promise<void> {
  const { sessionId, scale, startedAt } = emotionRuns
  await db
    .insert(emotionRuns)
    .values(runs)
    .onConflictDoUpdate({
      target: [sessionId, scale, startedAt],
      set: { endedAt: sql`excluded.ended_at`, detections: sql`excluded.detections` },
    })
}

function tally(rows: readonly DetectionRow[], span: TallyRow['span']): TallyRow[] {
  const width = span === 'day' ? DAY_MS : QUARTER_MS
  const tallies = new Map<string, TallyRow>()
  for (const { sessionId, userId, at, clase, detailed, uncertain, changed, confidence } of rows) {
    const bucket = new Date(Math.floor(at.getTime() / width) * width)
    const key = `${sessionId} ${bucket.getTime()} ${clase} ${detailed}`
    const sum = tallies.get(key)
    tallies.set(key, {
      ...{ sessionId, userId, span, bucket, clase, detailed },
      detections: (sum?.detections ?? 0) + 1,
      uncertain: (sum?.uncertain ?? 0) + Number(uncertain),
      changes: (sum?.changes ?? 0) + Number(changed),
      confidence: (sum?.confidence ?? 0) + confidence,
    })
  }
  return [...tallies.values()]
}

async function addTallies(db: Db, tallies: TallyRow[]): Promise<void> {
  const { sessionId, span, bucket, clase, detailed } = emotionTallies
  const plus = (name: string) => sql.raw(`emotion_tallies.${name} + excluded.${name}`)
  await db
    .insert(emotionTallies)
    .values(tallies)
    .onConflictDoUpdate({
      target: [sessionId, span, bucket, clase, detailed],
      set: {
        ...{ detections: plus('detections'), uncertain: plus('uncertain') },
        ...{ changes: plus('changes'), confidence: plus('confidence') },
      },
    })
}

async function count(db: Db, rows: readonly DetectionRow[]): Promise<void> {
  const totals = new Map<number, { n: number; first: string; last: string }>()
  for (const { sessionId, at } of rows) {
    const [sum, now] = [totals.get(sessionId), at.toISOString()]
    totals.set(sessionId, { n: (sum?.n ?? 0) + 1, first: sum?.first ?? now, last: now })
  }
  const column = (name: 'n' | 'first' | 'last') => sql.param([...totals.values()].map((total) => total[name]))
  await db.execute(sql`
    update emotion_sessions s set detections = s.detections + t.n, last_activity_at = greatest(s.last_activity_at, t.last),
      first_at = coalesce(s.first_at, t.first), last_at = t.last
    from unnest(${sql.param([...totals.keys()])}::bigint[], ${column('n')}::int[], ${column('first')}::timestamptz[],
      ${column('last')}::timestamptz[]) as t (id, n, first, last)
    where s.id = t.id`)
}
