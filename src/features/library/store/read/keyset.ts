import { and, asc, eq, gt, gte, like, lt, lte, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { searchWords } from '../../../../platform/lib/normalize.ts'

/** Ids in order, with the sort key of each: the caller makes the next cursor of the last one. */
export type Found = { id: number; key: string | number }

/** A word anywhere in a text. Names of signs only are searched as written, so the signs of LIKE stand for themselves. */
export const anywhere = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`

export const words = (column: PgColumn, query: string | undefined): SQL[] =>
  searchWords(query ?? '').map((word) => like(column, anywhere(word)))

/**
 * Descending as our indexes keep it: nulls last. A page is read along its index only where both say the same, even of
 * columns that are never null.
 */
export const descending = (column: PgColumn): SQL => sql`${column} desc nulls last`
/** The same index, read backwards. */
export const backwards = (column: PgColumn): SQL => sql`${column} asc nulls first`

/** Rows beyond a cursor of (key, id), in a way that an index on both can begin at. */
export function after(
  column: PgColumn,
  id: PgColumn,
  order: { direction: typeof asc; tie: typeof asc },
  cursor: [string | number, number],
): SQL {
  const beyond = order.direction === asc ? gt : lt
  const tieBeyond = order.tie === asc ? gt : lt
  const value = column.columnType === 'PgTimestamp' ? new Date(cursor[0]) : cursor[0]
  // The first condition lets the index start at the right place; the second settles equal keys.
  const from = order.direction === asc ? gte(column, value) : lte(column, value)
  return and(from, sql`(${beyond(column, value)} or (${eq(column, value)} and ${tieBeyond(id, cursor[1])}))`) as SQL
}
