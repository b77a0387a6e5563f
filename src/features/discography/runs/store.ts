import { and, asc, desc, eq, inArray, lte, or, sql } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { runSteps, runs } from '../../../db/schema/discography.ts'

export type RunRow = typeof runs.$inferSelect
export type StepRow = typeof runSteps.$inferSelect
export type NewRun = Pick<RunRow, 'kind' | 'subject' | 'title' | 'byPerson' | 'userId' | 'payload'>
export type NewStep = Readonly<{ kind: string; subject: Record<string, unknown> }>
/** People's runs and those of the schedule are worked side by side. */
export type Lane = 'person' | 'background'

const ACTIVE = ['queued', 'running'] as const
const ofLane = (lane: Lane) => eq(runs.byPerson, lane === 'person')

/** A new run with its first steps, or the active one that does the same. A person who asks takes it to their lane. */
export async function queueRun(db: Db, run: NewRun, steps: readonly NewStep[]): Promise<RunRow> {
  return db.transaction(async (tx) => {
    // One that shall stop does not take what is asked for now along.
    const same = and(
      ...[eq(runs.kind, run.kind), eq(runs.subject, run.subject)],
      ...[inArray(runs.state, ACTIVE), eq(runs.cancelRequested, false)],
    )
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`animo.run.${run.kind}.${run.subject}`}))`)
    const [active] = await tx.select().from(runs).where(same)
    if (active) return hurry(tx, active, run)
    const [row] = await tx
      .insert(runs)
      .values({ ...run, stepsTotal: steps.length })
      .returning()
    if (!row) throw new Error('insert returned no run')
    await insertSteps(tx, row.id, 0, steps)
    return row
  })
}

async function hurry(db: Db, active: RunRow, { byPerson, userId }: NewRun): Promise<RunRow> {
  // One that rests because nobody could be asked tries again at once when a person asks for it.
  const resting = active.nextAt > new Date()
  if (!byPerson || (active.byPerson && !resting)) return active
  // What is in work stays in the lane that works it.
  if (active.state === 'running' && !resting) return active
  const values = { byPerson, userId: userId ?? active.userId, nextAt: new Date() }
  const [row] = await db.update(runs).set(values).where(eq(runs.id, active.id)).returning()
  return row ?? active
}

async function insertSteps(db: Db, runId: number, from: number, steps: readonly NewStep[]): Promise<void> {
  if (steps.length === 0) return
  await db.insert(runSteps).values(steps.map((step, at) => ({ runId, position: from + at, ...step })))
}

/** Further steps, once: those of a `mark` that was added before are not added again, whatever was killed in between. */
export async function addSteps(db: Db, runId: number, mark: string, steps: readonly NewStep[]): Promise<void> {
  await db.transaction(async (tx) => {
    const [run] = await tx.select().from(runs).where(eq(runs.id, runId)).for('update')
    if (!run || run.payload[mark] === true) return
    await insertSteps(tx, runId, run.stepsTotal, steps)
    const payload = { ...run.payload, [mark]: true }
    await tx
      .update(runs)
      .set({ payload, stepsTotal: run.stepsTotal + steps.length })
      .where(eq(runs.id, runId))
  })
}

export const findRun = async (db: Db, id: number): Promise<RunRow | undefined> =>
  (await db.select().from(runs).where(eq(runs.id, id)))[0]

export async function listRuns(db: Db, query: { active: boolean; limit: number }): Promise<RunRow[]> {
  return db
    .select()
    .from(runs)
    .where(query.active ? inArray(runs.state, ACTIVE) : undefined)
    .orderBy(desc(runs.createdAt), desc(runs.id))
    .limit(query.limit)
}

/** The active run about an artist, if there is one. */
export async function activeRunOf(db: Db, subjects: string[]): Promise<RunRow | undefined> {
  const [row] = await db
    .select()
    .from(runs)
    .where(and(inArray(runs.state, ACTIVE), inArray(runs.subject, subjects)))
    .orderBy(desc(runs.id))
    .limit(1)
  return row
}

/** The user whose work began the longest ago comes first: who asks for a hundred does not hold up who asks for one. */
const LAST_TURN = sql`(select max(o.started_at) from runs o where o.user_id = runs.user_id) asc nulls first`

/** What is to be worked now: what runs already before what waits. One that shall stop does not rest first. */
export async function dueRun(db: Db, lane: Lane): Promise<RunRow | undefined> {
  const [row] = await db
    .select()
    .from(runs)
    .where(
      and(inArray(runs.state, ACTIVE), ofLane(lane), or(lte(runs.nextAt, sql`now()`), eq(runs.cancelRequested, true))),
    )
    .orderBy(sql`${runs.state} desc`, LAST_TURN, asc(runs.id))
    .limit(1)
  return row
}

/** A run goes into work. False: somebody cancelled it meanwhile. */
export async function claimRun(db: Db, id: number): Promise<boolean> {
  const rows = await db
    .update(runs)
    .set({ state: 'running', startedAt: sql`coalesce(${runs.startedAt}, now())`, note: null, updatedAt: new Date() })
    .where(and(eq(runs.id, id), inArray(runs.state, ACTIVE), eq(runs.cancelRequested, false)))
    .returning({ id: runs.id })
  return rows.length > 0
}

export async function changeRun(db: Db, id: number, values: Partial<typeof runs.$inferInsert>): Promise<void> {
  await db
    .update(runs)
    .set({ ...values, updatedAt: new Date() })
    .where(eq(runs.id, id))
}

/** Counts are made of the steps, so that a step that is done twice counts once. */
export async function recount(db: Db, id: number): Promise<void> {
  await db.execute(sql`update runs r set updated_at = now(),
      steps_done = w.done, artists = w.artists, albums = w.albums, tracks = w.tracks
    from (select count(*) filter (where state <> 'waiting')::int as done,
        count(*) filter (where state = 'done' and kind = 'artist')::int as artists,
        coalesce(sum((subject->>'albums')::int), 0)::int as albums, coalesce(sum((subject->>'tracks')::int), 0)::int as tracks
      from run_steps where run_id = ${id}) w where r.id = ${id}`)
}

/** Of each run: how many steps failed, and how many are done in parts, 0.5 being half of one. */
export async function stepsNow(
  db: Db,
  ids: readonly number[],
): Promise<Map<number, Readonly<{ failed: number; parts: number }>>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({
      runId: runSteps.runId,
      failed: sql<number>`(count(*) filter (where ${runSteps.state} = 'failed'))::int`,
      parts: sql<number>`coalesce(sum((${runSteps.subject}->>'share')::float8) filter (where ${runSteps.state} = 'waiting'), 0)`,
    })
    .from(runSteps)
    .where(and(inArray(runSteps.runId, [...ids]), inArray(runSteps.state, ['failed', 'waiting'])))
    .groupBy(runSteps.runId)
  return new Map(rows.map(({ runId, ...counts }) => [runId, counts]))
}

/** How a run ends whose steps have all ended: with nothing but failures it is one itself. */
export async function outcomeOf(db: Db, id: number): Promise<'done' | 'failed'> {
  const ofRun = eq(runSteps.runId, id)
  const [all, failed] = await Promise.all([
    db.$count(runSteps, ofRun),
    db.$count(runSteps, and(ofRun, eq(runSteps.state, 'failed'))),
  ])
  return failed > 0 && failed === all ? 'failed' : 'done'
}

/** The next step that waits, without those that are in work. */
export async function nextStep(db: Db, runId: number, taken: readonly number[]): Promise<StepRow | undefined> {
  const [row] = await db
    .select()
    .from(runSteps)
    .where(
      and(
        ...[eq(runSteps.runId, runId), eq(runSteps.state, 'waiting')],
        sql`${runSteps.position} <> all(${sql.param([...taken])}::int[])`,
      ),
    )
    .orderBy(runSteps.position)
    .limit(1)
  return row
}

export async function changeStep(
  db: Db,
  { runId, position }: Pick<StepRow, 'runId' | 'position'>,
  values: Partial<Pick<StepRow, 'state' | 'note' | 'subject' | 'attempts'>>,
): Promise<void> {
  await db
    .update(runSteps)
    .set(values)
    .where(and(eq(runSteps.runId, runId), eq(runSteps.position, position)))
}

/** Asks an active run to stop; one that waits or rests ends at once. False: it has ended already. */
export async function requestCancel(db: Db, id: number): Promise<boolean> {
  const idle = sql`(${runs.state} = 'queued' or ${runs.nextAt} > now())`
  const ended = sql`case when ${idle} then 'cancelled' else ${runs.state} end`
  const rows = await db
    .update(runs)
    .set({ cancelRequested: true, state: ended, finishedAt: sql`case when ${idle} then now() end` })
    .where(and(eq(runs.id, id), inArray(runs.state, ACTIVE)))
    .returning({ id: runs.id })
  return rows.length > 0
}

/** Ended runs are kept a month. */
export async function forgetRuns(db: Db): Promise<void> {
  await db.execute(
    sql`delete from runs where state not in ('queued', 'running') and created_at < now() - interval '30 days'`,
  )
}

const lockName = (lane: Lane) => `animo.runs.${lane}`
export async function tryLaneLock(db: Db, lane: Lane): Promise<boolean> {
  const { rows } = await db.execute<{ locked: boolean }>(
    sql`select pg_try_advisory_lock(hashtext(${lockName(lane)})) as locked`,
  )
  return rows[0]?.locked === true
}
export async function releaseLaneLock(db: Db, lane: Lane): Promise<void> {
  await db.execute(sql`select pg_advisory_unlock(hashtext(${lockName(lane)}))`)
}

/** How many runs of a user are not at their end. */
export const activeOf = (db: Db, userId: number): Promise<number> =>
  db.$count(runs, and(eq(runs.userId, userId), inArray(runs.state, ACTIVE)))

/** Whether one about any of these ended a short while ago. */
export async function endedLately(db: Db, subjects: string[], minutes: number): Promise<boolean> {
  const lately = sql`${runs.finishedAt} > now() - make_interval(mins => ${minutes})`
  return (await db.$count(runs, and(inArray(runs.subject, subjects), lately))) > 0
}
