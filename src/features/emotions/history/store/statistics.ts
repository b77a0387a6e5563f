import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import type { emotionDetections } from '../../../../db/schema/emotions.ts'
import { binOf, fromOf, instant, type Period, type Scope, sessionsAcross, sums, toOf, wholes, within } from './scope.ts'

type Class = Pick<typeof emotionDetections.$inferSelect, 'clase' | 'detailed'>
export type ClassSums = Class & { detections: number; uncertain: number; changes: number; confidence: number }

/** Sums of a period by class; `confidence` in ten-thousandths. */
export async function classSums(db: Db, scope: Scope, period: Period): Promise<ClassSums[]> {
  type Row = Class & Record<'detections' | 'uncertain' | 'changes' | 'confidence', string>
  const { rows } = await db.execute<Row>(sql`
    select clase, detailed, sum(detections) as detections, sum(uncertain) as uncertain, sum(changes) as changes,
      sum(confidence) as confidence
    from (${sums(scope, period, true)}) s group by clase, detailed`)
  return rows.map(({ clase, detailed, ...numbers }) => ({
    ...{ clase, detailed, detections: Number(numbers.detections), uncertain: Number(numbers.uncertain) },
    ...{ changes: Number(numbers.changes), confidence: Number(numbers.confidence) },
  }))
}

export async function countDetections(db: Db, scope: Scope, period: Period): Promise<number> {
  const { rows } = await db.execute<{ n: string | null }>(
    sql`select sum(detections) as n from (${sums(scope, period, true)}) s`,
  )
  return Number(rows[0]?.n ?? 0)
}

/** How many sessions change class at their first row in the period: a change from something outside of it. */
export async function changesAtStart(db: Db, scope: Scope, period: Period): Promise<number> {
  if (!period.from) return 0
  const { rows } = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from (${sessionsAcross(scope, period.from)}) s cross join lateral (
      select changed from emotion_detections where session_id = s.id and at >= ${fromOf(period)} and at <= ${toOf(period)}
      order by at limit 1) first
    where first.changed`)
  return rows[0]?.n ?? 0
}

/** Detections by full hour of a zone and detailed class. The zone must be known: an error of Postgres else. */
export async function hourSums(db: Db, scope: Scope, period: Period, zone: string) {
  const { rows } = await db.execute<{ hour: string; detailed: Class['detailed']; n: string }>(sql`
    select (extract(epoch from date_trunc('hour', bucket, ${zone})) * 1000)::bigint as hour, detailed, sum(detections) as n
    from (${sums(scope, period, false)}) s (session_id, bucket, clase, detailed, detections, uncertain, changes, confidence)
    group by 1, 2 order by 1, 2`)
  return rows.map((row) => ({ hour: Number(row.hour), detailed: row.detailed, detections: Number(row.n) }))
}

export type Streak = { label: Class['clase']; durationMs: number; detections: number; startedAt: Date }

/**
 * The longest run that lies within the period: by duration, then by count, then the earliest. One step along an index
 * for each whole day, and for each quarter of an hour beside them.
 */
export async function longestWithin(db: Db, scope: Scope, period: Period): Promise<Streak | undefined> {
  const { days, daysEnd } = wholes(period)
  const start = binOf('quarter', fromOf(period))
  const parts = [
    longestOfEach(scope, period, 'day', sql`bucket >= ${instant(days.from)} and bucket < ${instant(days.to)}`),
    ...(period.from
      ? [sql`bucket >= ${start} and bucket < ${instant(days.from)} and bucket <= ${toOf(period)}`]
      : []
    ).map((when) => longestOfEach(scope, period, 'quarter', when)),
    ...(period.to ? [sql`bucket >= greatest(${instant(daysEnd)}, ${start}) and bucket <= ${toOf(period)}`] : []).map(
      (when) => longestOfEach(scope, period, 'quarter', when),
    ),
  ]
  const { rows } = await db.execute<{
    label: Class['clase']
    duration_ms: string
    detections: number
    started: string
  }>(sql`
    select label, duration_ms, detections, (extract(epoch from started_at) * 1000)::bigint as started
    from (${sql.join(parts, sql` union all `)}) r order by duration_ms desc, detections desc, started_at limit 1`)
  const [row] = rows
  if (!row) return undefined
  const { label, detections } = row
  return { label, detections, durationMs: Number(row.duration_ms), startedAt: new Date(Number(row.started)) }
}

/** Days are looked up of all sessions of a user at once, quarters in each session. */
function longestOfEach(scope: Scope, period: Period, span: 'quarter' | 'day', when: SQL): SQL {
  const whole = span === 'day'
  return sql`select r.* from (
    select distinct ${whole ? sql`bucket` : sql`session_id, bucket`} from emotion_tallies
    where ${within(scope)} and span = ${span} and ${when}) b cross join lateral (
    select label, duration_ms, detections, started_at from emotion_runs
    where ${whole ? within(scope) : sql`session_id = b.session_id`} and scale = 'documented' and ${sql.raw(span)} = b.bucket
      and started_at >= ${fromOf(period)} and ended_at <= ${toOf(period)}
    order by duration_ms desc nulls last, detections desc nulls last, started_at limit 1) r`
}
