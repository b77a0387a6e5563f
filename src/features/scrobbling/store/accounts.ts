import { type AnyColumn, and, asc, count, desc, eq, isNotNull, min, sql } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { scrobbleAccounts, scrobbles } from '../../../db/schema/scrobbling.ts'

export type AccountRow = typeof scrobbleAccounts.$inferSelect
type Key = Readonly<{ userId: number; service: string }>

const isAccount = ({ userId, service }: Key) =>
  and(eq(scrobbleAccounts.userId, userId), eq(scrobbleAccounts.service, service))

export const accountsOf = (db: Db, userId: number): Promise<AccountRow[]> =>
  db.select().from(scrobbleAccounts).where(eq(scrobbleAccounts.userId, userId)).orderBy(asc(scrobbleAccounts.service))

/** What waits of a user, by service. */
export const waitingOf = (db: Db, userId: number): Promise<{ service: string; waiting: number }[]> =>
  db
    .select({ service: scrobbles.service, waiting: count() })
    .from(scrobbles)
    .where(eq(scrobbles.userId, userId))
    .groupBy(scrobbles.service)

/** Why the listening that failed last waits, by service. */
export const troublesOf = (db: Db, userId: number): Promise<{ service: string; note: string | null }[]> =>
  db
    .selectDistinctOn([scrobbles.service], { service: scrobbles.service, note: scrobbles.note })
    .from(scrobbles)
    .where(and(eq(scrobbles.userId, userId), isNotNull(scrobbles.note)))
    .orderBy(scrobbles.service, desc(scrobbles.nextAt))

/**
 * Connects a user, or connects again. `updatedAt` moves when the service takes something (`markSent`), so the same
 * account keeps it and another one begins anew.
 */
export async function saveAccount(db: Db, row: Key & { account: string; token: string; at: Date }): Promise<void> {
  const { at, ...values } = row
  const unlessSame = (column: AnyColumn) =>
    sql`case when ${scrobbleAccounts.account} = excluded.account then ${column} else ${at} end`
  await db
    .insert(scrobbleAccounts)
    .values({ ...values, createdAt: at, updatedAt: at })
    .onConflictDoUpdate({
      target: [scrobbleAccounts.userId, scrobbleAccounts.service],
      set: {
        ...{ account: row.account, token: row.token, state: 'active', note: null },
        createdAt: unlessSame(scrobbleAccounts.createdAt),
        updatedAt: unlessSame(scrobbleAccounts.updatedAt),
      },
    })
  await db
    .update(scrobbles)
    .set({ nextAt: at, note: null })
    .where(and(eq(scrobbles.userId, row.userId), eq(scrobbles.service, row.service)))
}

/** Forgets the account and what waits for it. False: there was none. */
export function deleteAccount(db: Db, key: Key): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.delete(scrobbles).where(and(eq(scrobbles.userId, key.userId), eq(scrobbles.service, key.service)))
    return (await tx.delete(scrobbleAccounts).where(isAccount(key)).returning()).length > 0
  })
}

export async function markSent(db: Db, key: Key, at: Date): Promise<void> {
  await db.update(scrobbleAccounts).set({ updatedAt: at }).where(isAccount(key))
}

/** Only while the token is still the one that was refused: the user may have connected again meanwhile. */
export async function markRefused(db: Db, account: AccountRow, note: string): Promise<void> {
  await db
    .update(scrobbleAccounts)
    .set({ state: 'refused', note })
    .where(and(isAccount(account), eq(scrobbleAccounts.token, account.token)))
}

export async function setNote(db: Db, key: Key, note: string): Promise<void> {
  await db.update(scrobbleAccounts).set({ note }).where(isAccount(key))
}

/** When the service took something last; null: never. */
export const lastSentAt = (row: AccountRow): Date | null => (row.updatedAt > row.createdAt ? row.updatedAt : null)

/** Connected accounts for which something is due, those that wait longest first. */
export async function dueAccounts(db: Db, at: Date, service: string | undefined): Promise<AccountRow[]> {
  const due = db.$with('due').as(
    db
      .select({ userId: scrobbles.userId, service: scrobbles.service, since: min(scrobbles.nextAt).as('since') })
      .from(scrobbles)
      .where(and(sql`${scrobbles.nextAt} <= ${at}`, service === undefined ? undefined : eq(scrobbles.service, service)))
      .groupBy(scrobbles.userId, scrobbles.service),
  )
  const rows = await db
    .with(due)
    .select({ account: scrobbleAccounts })
    .from(scrobbleAccounts)
    .innerJoin(due, and(eq(due.userId, scrobbleAccounts.userId), eq(due.service, scrobbleAccounts.service)))
    .where(eq(scrobbleAccounts.state, 'active'))
    .orderBy(due.since)
  return rows.map((row) => row.account)
}
