import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import type { Run } from '../fold.ts'
import { fromOf, instant, type Period, type Scope, sessionsAcross, toOf, within } from './scope.ts'
import { countDetections } from './statistics.ts'

type Row = { session_id: string; started: string; ended: string; label: Run['label']; detections: number }
export type Stretch = Pick<Run, 'sessionId' | 'startedAt' | 'endedAt' | 'label' | 'detections'>
export type After = Readonly<{ at: Date; sessionId: number }>

const columns = sql`session_id, label, detections, (extract(epoch from started_at) * 1000)::bigint as started,
  (extract(epoch from ended_at) * 1000)::bigint as ended`
const toStretch = (row: Row): Stretch => ({
  ...{ sessionId: Number(row.session_id), label: row.label, detections: row.detections },
  ...{ startedAt: new Date(Number(row.started)), endedAt: new Date(Number(row.ended)) },
})

/** Runs on one scale that the ends of the period cut, uncut, by their start. At most two of each session. */
export async function crossing(db: Db, scope: Scope, period: Period, scale: Run['scale']): Promise<Stretch[]> {
  const ends = [
    ...(period.from ? [lastBefore(scope, scale, period.from, sql`<`)] : []),
    ...(period.to ? [lastBefore(scope, scale, period.to, sql`<=`)] : []),
  ]
  if (ends.length === 0) return []
  const { rows } = await db.execute<Row>(sql`${sql.join(ends, sql` union `)} order by started, session_id`)
  return rows.map(toStretch).filter((run) => isCut(run, period) && reaches(run, period))
}

/** Of each session that goes on across a moment, the last run that began before it. */
const lastBefore = (scope: Scope, scale: Run['scale'], at: Date, before: SQL) => sql`
  select r.* from (${sessionsAcross(scope, at)}) s cross join lateral (
    select ${columns} from emotion_runs where session_id = s.id and scale = ${scale} and started_at ${before} ${instant(at.getTime())}
    order by started_at desc limit 1) r`

/** Does an end of the period lie within the run, between its detections or at them? */
export const isCut = ({ startedAt, endedAt }: Stretch, { from, to }: Period): boolean =>
  (from !== undefined && startedAt < from) || (to !== undefined && endedAt > to)

const reaches = ({ startedAt, endedAt }: Stretch, { from, to }: Period): boolean =>
  (!from || endedAt >= from) && (!to || startedAt <= to)

/** When the part of a run that lies in the period begins and ends; null: none of its detections does. */
export async function cut(
  db: Db,
  run: Stretch,
  period: Period,
): Promise<Pick<Stretch, 'startedAt' | 'endedAt'> | null> {
  const { rows } = await db.execute<{ started: string | null; ended: string | null }>(sql`
    select (extract(epoch from (select min(at) from emotion_detections
        where session_id = ${run.sessionId} and at >= ${fromOf(period)})) * 1000)::bigint as started,
      (extract(epoch from (select max(at) from emotion_detections
        where session_id = ${run.sessionId} and at <= ${toOf(period)})) * 1000)::bigint as ended`)
  const [row] = rows
  if (!row?.started || !row.ended) return null
  const startedAt = new Date(Math.max(run.startedAt.getTime(), Number(row.started)))
  const endedAt = new Date(Math.min(run.endedAt.getTime(), Number(row.ended)))
  return startedAt <= endedAt ? { startedAt, endedAt } : null
}

export const countOf = (db: Db, sessionId: number, { startedAt, endedAt }: Pick<Stretch, 'startedAt' | 'endedAt'>) =>
  countDetections(db, { sessionId }, { from: startedAt, to: endedAt })

/** Detailed runs that lie in the period or reach into it, uncut, by their start. `earliest`: no run begins before. */
export async function stretches(
  db: Db,
  scope: Scope,
  period: Period,
  page: { limit: number; earliest: Date | undefined; after: After | undefined },
): Promise<Stretch[]> {
  const { limit, earliest, after } = page
  const beyond =
    after &&
    sql`and started_at >= ${fromOf({ from: after.at })} and (started_at, session_id) > (${fromOf({ from: after.at })}, ${after.sessionId})`
  const { rows } = await db.execute<Row>(sql`
    select ${columns} from emotion_runs
    where ${within(scope)} and scale = 'detailed' and started_at >= ${fromOf({ from: earliest })}
      and started_at <= ${toOf(period)} and ended_at >= ${fromOf(period)} ${beyond}
    order by started_at, session_id limit ${limit}`)
  return rows.map(toStretch)
}
