import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { GAP_MS } from '../fold.ts'
import { binOf, fromOf, type Period, toOf } from './scope.ts'

const LABELS = { documented: sql`clase`, detailed: sql`detailed` } as const

/**
 * Makes runs and tallies anew from the detections of a session, where rows of a period were taken out. The session must
 * be locked. Reads no more than the quarters and the runs that the period touches.
 */
export async function rederive(db: Db, sessionId: number, period: Period): Promise<void> {
  const follower = await mendFollower(db, sessionId, period)
  await rederiveTallies(db, sessionId, period)
  if (follower) await rederiveTallies(db, sessionId, { from: follower, to: follower })
  await rederiveRuns(db, sessionId, period, 'documented')
  await rederiveRuns(db, sessionId, period, 'detailed')
}

/** The first row behind the period has another one before it now. Answers when that row is. */
async function mendFollower(db: Db, sessionId: number, period: Period): Promise<Date | undefined> {
  const { rows } = await db.execute<{ at: string }>(sql`
    update emotion_detections d set changed = coalesce((
      select p.clase <> d.clase from emotion_detections p where p.session_id = d.session_id and p.at < d.at
      order by p.at desc limit 1), false)
    where d.session_id = ${sessionId}
      and d.at = (select min(at) from emotion_detections where session_id = ${sessionId} and at > ${toOf(period)})
    returning at`)
  return rows[0] && new Date(rows[0].at)
}

/** Quarters are summed from rows, days from quarters. */
async function rederiveTallies(db: Db, sessionId: number, period: Period): Promise<void> {
  for (const span of ['quarter', 'day'] as const) {
    const [first, last] = [binOf(span, fromOf(period)), binOf(span, toOf(period))]
    const columns = sql`session_id, span, bucket, clase, detailed, user_id, detections, uncertain, changes, confidence`
    await db.execute(sql`
      delete from emotion_tallies where session_id = ${sessionId} and span = ${span} and bucket >= ${first} and bucket <= ${last}`)
    if (span === 'quarter')
      await db.execute(sql`
        insert into emotion_tallies (${columns})
        select session_id, 'quarter', ${binOf(span, sql`at`)} as bin, clase, detailed, min(user_id), count(*),
          count(*) filter (where uncertain), count(*) filter (where changed), sum(confidence)
        from emotion_detections
        where session_id = ${sessionId} and at >= ${first} and at < ${last} + interval '15 minutes'
        group by session_id, bin, clase, detailed`)
    else
      await db.execute(sql`
        insert into emotion_tallies (${columns})
        select session_id, 'day', ${binOf(span, sql`bucket`)} as bin, clase, detailed, min(user_id), sum(detections),
          sum(uncertain), sum(changes), sum(confidence)
        from emotion_tallies
        where session_id = ${sessionId} and span = 'quarter' and bucket >= ${first} and bucket < ${last} + interval '1 day'
        group by session_id, bin, clase, detailed`)
  }
}

/** From the run that begins before the period to the one that ends behind it: these may now touch. */
async function rederiveRuns(db: Db, sessionId: number, period: Period, scale: keyof typeof LABELS): Promise<void> {
  const runs = sql`from emotion_runs where session_id = ${sessionId} and scale = ${scale}`
  const { rows } = await db.execute<{ first: string; last: string }>(sql`
    select coalesce((select started_at ${runs} and started_at < ${fromOf(period)} order by started_at desc limit 1),
        ${fromOf(period)})::text as first,
      coalesce((select nullif(greatest(ended_at, ${toOf(period)}), ${toOf(period)}) ${runs} and started_at <= ${toOf(period)}
          order by started_at desc limit 1),
        (select ended_at ${runs} and started_at > ${toOf(period)} order by started_at limit 1), ${toOf(period)})::text as last`)
  const between = (column: SQL) =>
    sql`${column} >= ${rows[0]?.first}::timestamptz and ${column} <= ${rows[0]?.last}::timestamptz`
  await db.execute(sql`delete ${runs} and ${between(sql`started_at`)}`)
  await db.execute(sql`
    with labelled as (select at, user_id, ${LABELS[scale]} as label from emotion_detections
      where session_id = ${sessionId} and ${between(sql`at`)}),
    neighbours as (select *, lag(label) over w as before, at - lag(at) over w as gap from labelled window w as (order by at)),
    numbered as (select *, count(*) filter (where before is distinct from label or gap > ${GAP_MS} * interval '1 millisecond')
      over (order by at) as run from neighbours)
    insert into emotion_runs (session_id, scale, started_at, ended_at, user_id, label, detections)
    select ${sessionId}::bigint, ${scale}, min(at), max(at), min(user_id), label, count(*) from numbered group by run, label`)
}
