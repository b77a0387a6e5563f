import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'

/** Two that waited for each other, whichever of them was stopped for it. */
const WAITED = ['40001', '40P01']
/** Two that met at one new row, or a row that went meanwhile: the second look finds what the first one missed. */
const MET = ['23503', '23505']
const ATTEMPTS = 5
const FIRST_PAUSE_MS = 20

type How = Readonly<{ attempts?: number; met?: boolean; pause?: (ms: number) => Promise<unknown> }>

/**
 * A short write of many rows of the catalogue: artists, albums and tracks with their credits, ids and files. Such writes
 * go one after the other, in all processes on the database: each locks rows in an order of its own (by id, by key, by
 * credit), and two that share albums would wait for each other in a circle. Whoever waits is served in the order of
 * coming, so a scan waits for one write at most. `work` asks nobody but the database and may run more than once;
 * `met: false` leaves broken keys to the caller.
 */
export async function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>, how: How = {}): Promise<T> {
  const { attempts = ATTEMPTS, met = true, pause = sleep } = how
  const repeated = met ? [...WAITED, ...MET] : WAITED
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTurn(db, () => db.transaction((tx) => holdCatalogue(tx).then(() => work(tx))))
    } catch (error) {
      if (attempt >= attempts || !repeated.includes(sqlState(error))) throw error
      // Each by a random time, growing: two that met do not meet again.
      await pause(Math.random() * FIRST_PAUSE_MS * 2 ** attempt)
    }
  }
}

/** The one lock that writers of many rows hold until their transaction ends; first of all others. */
async function holdCatalogue(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('animo.catalogue', 0))`)
}

/** Of one process only one waits for the lock: the others would wait with a connection each, until none is left. */
const last = new WeakMap<Db, Promise<unknown>>()
function inTurn<T>(db: Db, work: () => Promise<T>): Promise<T> {
  const turn = (last.get(db) ?? Promise.resolve()).then(work)
  last.set(
    db,
    turn.catch(() => undefined),
  )
  return turn
}

function sqlState(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
}
