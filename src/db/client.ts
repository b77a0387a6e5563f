import { sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'

/** A database or a transaction: stores take either as their first argument. */
export type Db = NodePgDatabase
export type Database = Readonly<{
  db: Db
  /** One connection for oneself, for what belongs to a session: advisory locks. */
  reserve(): Promise<{ db: Db; release(): void }>
  close(): Promise<void>
}>

/** Opens a pool. `onBroken` hears once of each connection that breaks, used or not. */
export function openDatabase(url: string, onBroken: (error: Error) => void, max = 12): Database {
  const pool = new pg.Pool({ connectionString: url, max, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 10_000 })
  const told = new WeakSet<Error>()
  const tell = (error: Error) => {
    if (told.has(error)) return
    told.add(error)
    onBroken(error)
  }
  pool.on('error', tell)
  // The pool listens to idle connections only, and an error of any other that nobody hears ends the process.
  pool.on('connect', (client) => client.on('error', tell))
  return {
    db: drizzle({ client: pool, casing: 'snake_case' }),
    reserve: async () => {
      const client = await pool.connect()
      return { db: drizzle({ client, casing: 'snake_case' }) as unknown as Db, release: () => client.release() }
    },
    close: () => pool.end(),
  }
}

/** Does the database answer? Rejects with the reason when it does not. */
export async function ping(db: Db): Promise<void> {
  await db.execute(sql`select 1`)
}

/** Does this error say that a unique key already has the value? */
export function isUniqueViolation(error: unknown): boolean {
  return sqlState(error) === '23505'
}

/** Does this error say that a referenced row does not exist? */
export function isForeignKeyViolation(error: unknown): boolean {
  return sqlState(error) === '23503'
}

/**
 * Did the database refuse the values themselves (bad data, a broken rule, too large), rather than fail to answer? A
 * row that another one needs and that is gone says nothing about the values.
 */
export function isRefusal(error: unknown): boolean {
  return /^(22|23(?!503)|54)/.test(String(sqlState(error)))
}

function sqlState(error: unknown): unknown {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
}
