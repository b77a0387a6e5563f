import path from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { projectRoot } from '../platform/lib/project-root.ts'
import { CannotStart } from './cannot-start.ts'

/** Any constant will do, as long as no one else takes the same one ("animo" in ASCII). */
const LOCK = 0x616e696d6f

/** Throws `CannotStart` for a Postgres (`150004` is 15.4) that does not know NULLS NOT DISTINCT, which the schema needs. */
export function requireVersion(versionNumber: unknown): void {
  const major = Math.floor(Number(versionNumber) / 10_000)
  if (!(major >= 15)) throw new CannotStart(`Animo needs Postgres 15 or newer, and DATABASE_URL leads to ${major}.`)
}

/**
 * Brings the schema up to date. An advisory lock makes a second process that starts at the same moment wait, so each
 * migration runs once.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    requireVersion((await client.query('show server_version_num')).rows[0]?.server_version_num)
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query('set client_min_messages = warning')
    await migrate(drizzle({ client }), { migrationsFolder: path.join(projectRoot, 'migrations') })
  } finally {
    await client.end()
  }
}
