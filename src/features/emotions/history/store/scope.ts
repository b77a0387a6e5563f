import { type SQL, sql } from 'drizzle-orm'

/** Whose detections are looked at: of one session, or of all sessions of a user. */
export type Scope = Readonly<{ sessionId: number } | { userId: number }>
/** Moments from `from` to `to`, both included; absent: without end. */
export type Period = Readonly<{ from?: Date | undefined; to?: Date | undefined }>

export const QUARTER_MS = 15 * 60_000
export const DAY_MS = 86_400_000

/** A moment in epoch milliseconds; what is not finite is the beginning or the end of all time. */
export const instant = (at: number): SQL =>
  sql`${Number.isFinite(at) ? new Date(at).toISOString() : at < 0 ? '-infinity' : 'infinity'}::timestamptz`
export const fromOf = ({ from }: Period): SQL => instant(from?.getTime() ?? Number.NEGATIVE_INFINITY)
export const toOf = ({ to }: Period): SQL => instant(to?.getTime() ?? Number.POSITIVE_INFINITY)

/** Rows of a table that has both columns, in the way its indexes begin. */
export const within = (scope: Scope): SQL =>
  'userId' in scope ? sql`user_id = ${scope.userId}` : sql`session_id = ${scope.sessionId}`

/** The start of the quarter or day of a moment, as Postgres reckons it. */
export const binOf = (span: 'quarter' | 'day', at: SQL): SQL =>
  sql`date_bin(${span === 'day' ? '1 day' : '15 minutes'}::interval, ${at}, timestamptz '2000-01-01 00:00:00+00')`

/** Where the whole quarters and the whole days of a period begin and end; whole days lie within the quarters. */
export function wholes({ from, to }: Period) {
  const up = (ms: number) => (from ? Math.ceil(from.getTime() / ms) * ms : Number.NEGATIVE_INFINITY)
  const down = (ms: number) => (to ? Math.floor(to.getTime() / ms) * ms : Number.POSITIVE_INFINITY)
  const days = { from: up(DAY_MS), to: down(DAY_MS) }
  // Of a period that holds no whole day, everything is before the first one.
  return { quarters: { from: up(QUARTER_MS), to: down(QUARTER_MS) }, days, daysEnd: Math.max(days.from, days.to) }
}

/**
 * Sums (session_id, bucket, clase, detailed, detections, uncertain, changes, confidence) that together are the period:
 * whole days, whole quarters of an hour beside them, and the rows of the two quarters that the period cuts. For sums by
 * the hour, `days` can be left out.
 */
export function sums(scope: Scope, period: Period, days: boolean): SQL {
  const whole = wholes(period)
  const { quarters } = whole
  const parts = days
    ? [
        tallied(scope, 'day', whole.days.from, whole.days.to),
        ...(period.from ? [tallied(scope, 'quarter', quarters.from, Math.min(whole.days.from, quarters.to))] : []),
        ...(period.to ? [tallied(scope, 'quarter', whole.daysEnd, quarters.to)] : []),
      ]
    : [tallied(scope, 'quarter', quarters.from, quarters.to)]
  if (period.from)
    parts.push(rows(scope, sql`at >= ${fromOf(period)} and at < ${instant(quarters.from)} and at <= ${toOf(period)}`))
  if (period.to)
    parts.push(rows(scope, sql`at >= ${instant(Math.max(quarters.from, quarters.to))} and at <= ${toOf(period)}`))
  return sql.join(parts, sql` union all `)
}

const tallied = (scope: Scope, span: 'quarter' | 'day', from: number, before: number): SQL => sql`
  select session_id, bucket, clase, detailed, detections::bigint, uncertain::bigint, changes::bigint, confidence
  from emotion_tallies where ${within(scope)} and span = ${span} and bucket >= ${instant(from)} and bucket < ${instant(before)}`

const rows = (scope: Scope, when: SQL): SQL => sql`
  select session_id, ${binOf('quarter', sql`at`)}, clase, detailed, 1, uncertain::int, changed::int, confidence
  from emotion_detections where ${within(scope)} and ${when}`

/** Sessions (id) with detections on both sides of a moment, or at it. */
export const sessionsAcross = (scope: Scope, at: Date): SQL => sql`
  select id from emotion_sessions where ${'userId' in scope ? sql`user_id = ${scope.userId}` : sql`id = ${scope.sessionId}`}
    and first_at <= ${instant(at.getTime())} and last_at >= ${instant(at.getTime())}`
