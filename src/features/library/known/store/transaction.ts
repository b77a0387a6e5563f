import type { Db } from '../../../../db/client.ts'

/** Two that waited for each other, or met at the same new row: one of them begins anew. */
const RETRIED = new Set(['40001', '40P01', '23503', '23505'])
const ATTEMPTS = 4

export async function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>, attempts = ATTEMPTS): Promise<T> {
  try {
    return await db.transaction(work)
  } catch (error) {
    if (attempts <= 1 || !RETRIED.has(sqlState(error))) throw error
    return inTransaction(db, work, attempts - 1)
  }
}

function sqlState(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
}
