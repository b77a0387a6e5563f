import path from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { projectRoot } from '../platform/lib/project-root.ts'

/** Any constant will do, as long as no one else takes the same one ("animo" in ASCII). */
const LOCK = 0x616e696d6f

/**
 * Brings the schema up to date. An advisory lock makes a second process that starts at the same moment wait, so each
 * migration runs once.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query('set client_min_messages = warning')
    await migrate(drizzle({ client }), { migrationsFolder: path.join(projectRoot, 'migrations') })
  } finally {
    await client.end()
  }
}
