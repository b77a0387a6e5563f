import { z } from 'zod'
import { decodeCursor } from '../../../platform/lib/cursor.ts'
import type { After } from './store/streaks.ts'

/** The years 1 to 9999 of UTC in epoch milliseconds: what JavaScript, ISO 8601 and Postgres write alike. */
const [FIRST, LAST] = [Date.parse('0001-01-01T00:00:00.000Z'), Date.parse('9999-12-31T23:59:59.999Z')]
export const isWritable = (at: number): boolean => at >= FIRST && at <= LAST

const shape = z.strictObject({
  last_timestamp: z.int().min(FIRST).max(LAST),
  last_session: z.int().nonnegative(),
})

/** The documented cursor: base64 of a JSON object with the time of the last row, and what settles equal times. */
export function encodePosition({ at, sessionId }: After): string {
  return Buffer.from(JSON.stringify({ last_timestamp: at.getTime(), last_session: sessionId })).toString('base64')
}

/** INVALID_PARAMETER for anything that is no cursor of ours. */
export function decodePosition(text: string | undefined): After | undefined {
  if (text === undefined) return undefined
  const { last_timestamp, last_session } = decodeCursor(text, shape)
  return { at: new Date(last_timestamp), sessionId: last_session }
}

/** What follows from having read one row more than was asked for: the page, and where the next one begins. */
export function paged<Row>(rows: readonly Row[], limit: number, position: (row: Row) => After) {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const next_cursor = last === undefined ? null : encodePosition(position(last))
  return { shown, metadata: { total_returned: shown.length, has_more: last !== undefined, next_cursor } }
}
