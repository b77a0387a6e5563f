import { and, eq, lt, sql } from 'drizzle-orm'
import type { FamilyUsage, Knowledge, UpstreamStore } from '../platform/upstream/store.ts'
import type { Db } from './client.ts'
import { upstreamAnswers, upstreamGates, upstreamStates, upstreamUnable, upstreamUsage } from './schema/upstream.ts'

const DAY_MS = 86_400_000
const ANSWER_DAYS = 90
const USAGE_DAYS = 30
const NOTHING = { blockedUntil: null, blockedReason: null, lastError: null, lastErrorAt: null, lastSuccessAt: null }

const milliseconds = (amount: number) => sql`make_interval(secs => ${amount}::double precision / 1000)`
const thisHour = sql`date_trunc('hour', now(), 'UTC')`
/** With the whole of the hour in which the day began: rather too many calls than too few. */
const firstHour = sql`date_trunc('hour', now() - interval '24 hours', 'UTC')`

/** No pause is longer, and no queue before a gate longer than that and so many slots. */
const LONGEST_PAUSE_MS = 900_000
const MOST_SLOTS = 60
/** What a row says, unless it is so far ahead that it was written while a clock was wrong: then the gate is open. */
const soundNext = (everyMs: number) => {
  const { nextAt } = upstreamGates
  const furthest = sql`now() + ${milliseconds(LONGEST_PAUSE_MS + MOST_SLOTS * everyMs)}`
  return sql`case when ${nextAt} > ${furthest} then now() else ${nextAt} end`
}

/** `next_at` is when the slot after the last one taken is due; a pause may leave it at most a burst behind. */
async function takeSlot(db: Db, provider: string, everyMs: number, burst: number): Promise<number> {
  const earliest = sql`now() - ${milliseconds(everyMs * (burst - 1))}`
  const [row] = await db
    .insert(upstreamGates)
    .values({ provider, nextAt: sql`${earliest} + ${milliseconds(everyMs)}` })
    .onConflictDoUpdate({
      target: upstreamGates.provider,
      set: { nextAt: sql`greatest(${soundNext(everyMs)}, ${earliest}) + ${milliseconds(everyMs)}` },
    })
    .returning({
      wait: sql<number>`(extract(epoch from ${upstreamGates.nextAt} - ${milliseconds(everyMs)} - now()) * 1000)::double precision`,
    })
  return Math.max(0, Math.round(row?.wait ?? 0))
}

/** Under a lock, so that the sum is true when it is compared. */
function spend(db: Db, provider: string, family: string, limit: number): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`animo.budget ${provider} ${family}`}, 0))`)
    const [used] = await usageOf(tx, provider, family)
    if ((used?.calls ?? 0) >= limit) return false
    await count(tx, provider, family, { calls: 1, failures: 0, milliseconds: 0 })
    return true
  })
}

async function count(db: Db, provider: string, family: string, add: Parameters<UpstreamStore['count']>[2]) {
  const { calls, failures, milliseconds } = upstreamUsage
  await db
    .insert(upstreamUsage)
    .values({ provider, family, hour: thisHour, ...add })
    .onConflictDoUpdate({
      target: [upstreamUsage.provider, upstreamUsage.family, upstreamUsage.hour],
      set: {
        calls: sql`${calls} + ${add.calls}`,
        failures: sql`${failures} + ${add.failures}`,
        milliseconds: sql`${milliseconds} + ${add.milliseconds}`,
      },
    })
}

function usageOf(db: Db, provider: string, family?: string): Promise<FamilyUsage[]> {
  const { hour, calls, failures } = upstreamUsage
  const ofFamily = family === undefined ? undefined : eq(upstreamUsage.family, family)
  return db
    .select({
      family: upstreamUsage.family,
      calls: sql<number>`sum(${calls})::integer`,
      failures: sql<number>`sum(${failures})::integer`,
    })
    .from(upstreamUsage)
    .where(and(eq(upstreamUsage.provider, provider), ofFamily, sql`${hour} >= ${firstHour}`, sql`${hour} <= now()`))
    .groupBy(upstreamUsage.family)
    .orderBy(upstreamUsage.family)
}

async function read(db: Db, provider: string): Promise<Knowledge> {
  const { family, reason, since, retryAt } = upstreamUnable
  const [[state], unable, usage] = await Promise.all([
    db.select().from(upstreamStates).where(eq(upstreamStates.provider, provider)),
    db.select({ family, reason, since, retryAt }).from(upstreamUnable).where(eq(upstreamUnable.provider, provider)),
    usageOf(db, provider),
  ])
  const { provider: _, ...known } = state ?? { provider, ...NOTHING }
  return { state: known, unable, usage }
}

async function forget(db: Db, now: Date): Promise<{ answers: number; usage: number }> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const answers = await db.delete(upstreamAnswers).where(lt(upstreamAnswers.freshUntil, before(ANSWER_DAYS)))
  const usage = await db.delete(upstreamUsage).where(lt(upstreamUsage.hour, before(USAGE_DAYS)))
  return { answers: answers.rowCount ?? 0, usage: usage.rowCount ?? 0 }
}

/** The store of outside services in Postgres; its clock is the database's, which all processes share. */
export function createUpstreamStore(db: Db): UpstreamStore {
  return {
    async answer(provider, key) {
      const { body, fetchedAt, freshUntil } = upstreamAnswers
      const [row] = await db
        .select({ body, fetchedAt, freshUntil })
        .from(upstreamAnswers)
        .where(and(eq(upstreamAnswers.provider, provider), eq(upstreamAnswers.key, key)))
      return row
    },
    async keep(provider, key, answer) {
      await db
        .insert(upstreamAnswers)
        .values({ provider, key, ...answer })
        .onConflictDoUpdate({ target: [upstreamAnswers.provider, upstreamAnswers.key], set: answer })
    },
    slot: (provider, everyMs, burst) => takeSlot(db, provider, everyMs, burst),
    async hold(provider, pause) {
      const until = sql`now() + ${milliseconds(pause)}`
      await db
        .insert(upstreamGates)
        .values({ provider, nextAt: until })
        .onConflictDoUpdate({
          target: upstreamGates.provider,
          set: { nextAt: sql`greatest(${soundNext(0)}, ${until})` },
        })
    },
    spend: (provider, family, limit) => spend(db, provider, family, limit),
    count: (provider, family, add) => count(db, provider, family, add),
    read: (provider) => read(db, provider),
    async patch(provider, changes) {
      await db
        .insert(upstreamStates)
        .values({ provider, ...changes })
        .onConflictDoUpdate({ target: upstreamStates.provider, set: changes })
    },
    async setUnable(provider, family, reason, retryAt) {
      await db
        .insert(upstreamUnable)
        .values({ provider, family, reason, retryAt })
        .onConflictDoUpdate({ target: [upstreamUnable.provider, upstreamUnable.family], set: { reason, retryAt } })
    },
    async clearUnable(provider, family) {
      await db
        .delete(upstreamUnable)
        .where(and(eq(upstreamUnable.provider, provider), eq(upstreamUnable.family, family)))
    },
    forget: (now) => forget(db, now),
  }
}
