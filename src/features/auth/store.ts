import { and, count, eq, gt, inArray, isNull, lt, ne, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { authAttempts, invites, recoveryCodes, sessions, users } from '../../db/schema/auth.ts'
import { emotionSessions } from '../../db/schema/emotions.ts'

export type UserRow = typeof users.$inferSelect
export type InviteRow = typeof invites.$inferSelect
type Role = UserRow['role']

export async function countUsers(db: Db): Promise<number> {
  return db.$count(users)
}

export async function findUserByEmail(db: Db, email: string): Promise<UserRow | undefined> {
  const [row] = await db.select().from(users).where(sql`lower(${users.email}) = lower(${email})`)
  return row
}

export async function findUser(db: Db, id: number): Promise<UserRow | undefined> {
  const [row] = await db.select().from(users).where(eq(users.id, id))
  return row
}

export async function listUsers(db: Db): Promise<UserRow[]> {
  return db.select().from(users).orderBy(users.id)
}

/** Serialises everything that decides by the number of users or administrators. */
export async function lockAccounts(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('animo.accounts'))`)
}

export async function countOtherAdmins(db: Db, id: number): Promise<number> {
  return db.$count(users, and(ne(users.id, id), eq(users.role, 'admin'), eq(users.isActive, true)))
}

export async function insertUser(
  db: Db,
  values: { name: string; email: string; username: string; passwordHash: string; role: Role },
): Promise<UserRow> {
  const [row] = await db.insert(users).values(values).returning()
  if (!row) throw new Error('insert returned no user')
  return row
}

/** Names taken by the derived form of `base`: base, base2, base3 ... */
export async function takenUsernames(db: Db, base: string): Promise<string[]> {
  const pattern = `${base.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await db.select({ username: users.username }).from(users).where(sql`${users.username} like ${pattern}`)
  return rows.map((row) => row.username)
}

export async function updateUser(
  db: Db,
  id: number,
  values: Partial<typeof users.$inferInsert>,
): Promise<UserRow | undefined> {
  const [row] = await db
    .update(users)
    .set({ ...values, updatedAt: new Date() })
    .where(eq(users.id, id))
    .returning()
  return row
}

/**
 * Call in a transaction. What belongs to a user goes with the account. Sessions of detections are locked first, by their
 * ids as their writers do it: in another order the two could wait for each other.
 */
export async function deleteUser(db: Db, id: number): Promise<boolean> {
  const { id: session, userId } = emotionSessions
  await db.select({ session }).from(emotionSessions).where(eq(userId, id)).orderBy(session).for('update')
  const rows = await db.delete(users).where(eq(users.id, id)).returning({ id: users.id })
  return rows.length > 0
}

export async function insertSession(
  db: Db,
  userId: number,
  expiresAt: Date,
  userAgent: string | null,
): Promise<string> {
  await db.delete(sessions).where(lt(sessions.expiresAt, new Date()))
  const [row] = await db.insert(sessions).values({ userId, expiresAt, userAgent }).returning({ id: sessions.id })
  if (!row) throw new Error('insert returned no session')
  return row.id
}

/** The user of a living session: neither ended nor past its time, of an account that is not disabled. */
export async function findSessionUser(db: Db, sessionId: string): Promise<UserRow | undefined> {
  const [row] = await db
    .select({ user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, sessionId), gt(sessions.expiresAt, new Date()), eq(users.isActive, true)))
  return row?.user
}

export async function deleteSession(db: Db, sessionId: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, sessionId))
}

export async function deleteSessionsOf(db: Db, userId: number, exceptId?: string): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.userId, userId), exceptId ? ne(sessions.id, exceptId) : undefined))
}

export async function replaceRecoveryCodes(db: Db, userId: number, hashes: string[]): Promise<void> {
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  await db.insert(recoveryCodes).values(hashes.map((codeHash) => ({ userId, codeHash })))
}

/** What an administrator hands out travels by chat or on paper: the mark tells it from a code its owner keeps. */
const ISSUED = 'issued:'

export async function issueRecoveryCode(db: Db, userId: number, codeHash: string): Promise<void> {
  await db.insert(recoveryCodes).values({ userId, codeHash: ISSUED + codeHash })
}

/** Not spent, and not older than a day when it was issued. */
const usable = () =>
  and(
    isNull(recoveryCodes.usedAt),
    sql`(${recoveryCodes.codeHash} not like ${`${ISSUED}%`} or ${recoveryCodes.createdAt} > now() - interval '24 hours')`,
  )
const usableCode = (userId: number, codeHash: string) =>
  and(eq(recoveryCodes.userId, userId), inArray(recoveryCodes.codeHash, [codeHash, ISSUED + codeHash]), usable())

export async function countRecoveryCodes(db: Db, userId?: number): Promise<number> {
  return db.$count(recoveryCodes, and(usable(), userId ? eq(recoveryCodes.userId, userId) : undefined))
}

export async function hasRecoveryCode(db: Db, userId: number, codeHash: string): Promise<boolean> {
  return (await db.$count(recoveryCodes, usableCode(userId, codeHash))) > 0
}

/** Spends a code; false when it is unknown or spent, also when two requests come with it at once. */
export async function spendRecoveryCode(db: Db, userId: number, codeHash: string): Promise<boolean> {
  const rows = await db
    .update(recoveryCodes)
    .set({ usedAt: new Date() })
    .where(usableCode(userId, codeHash))
    .returning({ id: recoveryCodes.id })
  return rows.length > 0
}

export async function insertInvite(db: Db, values: typeof invites.$inferInsert): Promise<InviteRow> {
  const [row] = await db.insert(invites).values(values).returning()
  if (!row) throw new Error('insert returned no invite')
  return row
}

export async function listInvites(db: Db): Promise<InviteRow[]> {
  return db.select().from(invites).orderBy(invites.id)
}

export async function deleteInvite(db: Db, id: number): Promise<boolean> {
  const rows = await db.delete(invites).where(eq(invites.id, id)).returning({ id: invites.id })
  return rows.length > 0
}

/** Spends an invitation inside the transaction that makes the account. */
export async function spendInvite(db: Db, codeHash: string): Promise<InviteRow | undefined> {
  const [row] = await db
    .update(invites)
    .set({ usedAt: new Date() })
    .where(and(eq(invites.codeHash, codeHash), isNull(invites.usedAt), gt(invites.expiresAt, new Date())))
    .returning()
  return row
}

export async function setInviteUser(db: Db, id: number, usedBy: number): Promise<void> {
  await db.update(invites).set({ usedBy }).where(eq(invites.id, id))
}

export async function lockAttempts(db: Db, key: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext(${key}))`)
}

/** Attempts under `key` since a time, and when the oldest of them was made. */
export async function recentAttempts(db: Db, key: string, since: Date): Promise<{ used: number; oldest: Date | null }> {
  const [row] = await db
    .select({ used: count(), oldest: sql<string | null>`min(${authAttempts.at})` })
    .from(authAttempts)
    .where(and(eq(authAttempts.key, key), gt(authAttempts.at, since)))
  return { used: row?.used ?? 0, oldest: row?.oldest ? new Date(row.oldest) : null }
}

export async function recordAttempts(db: Db, keys: string[], horizon: Date): Promise<void> {
  await db.delete(authAttempts).where(lt(authAttempts.at, horizon))
  await db.insert(authAttempts).values(keys.map((key) => ({ key })))
}

export async function forgetAttempts(db: Db, key: string): Promise<void> {
  await db.delete(authAttempts).where(eq(authAttempts.key, key))
}
