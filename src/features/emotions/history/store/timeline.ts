import { and, asc, desc, eq, gt, gte, inArray, lt, lte, or } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { emotionDetections, emotionSessions } from '../../../../db/schema/emotions.ts'
import type { Period, Scope } from './scope.ts'
import type { After } from './streaks.ts'

export type TimelineRow = typeof emotionDetections.$inferSelect
type Page = Readonly<{
  limit: number
  order: 'asc' | 'desc'
  after?: After | undefined
  detailed?: TimelineRow['detailed'] | undefined
}>

/** Detections of a period in order of time, from behind a position; each page is read along an index. */
export async function timeline(db: Db, scope: Scope, { from, to }: Period, page: Page): Promise<TimelineRow[]> {
  const { at, sessionId, userId, detailed } = emotionDetections
  const direction = page.order === 'asc' ? asc : desc
  return db
    .select()
    .from(emotionDetections)
    .where(
      and(
        'userId' in scope ? eq(userId, scope.userId) : eq(sessionId, scope.sessionId),
        page.detailed && eq(detailed, page.detailed),
        from && gte(at, from),
        to && lte(at, to),
        page.after && beyond(page.after, page.order),
      ),
    )
    .orderBy(direction(at), direction(sessionId))
    .limit(page.limit)
}

/** The first condition lets the index start at the right place; the second settles equal times. */
function beyond(after: After, order: Page['order']) {
  const { at, sessionId } = emotionDetections
  const [start, further] = order === 'asc' ? [gte, gt] : [lte, lt]
  return and(start(at, after.at), or(further(at, after.at), further(sessionId, after.sessionId)))
}

/** What the sessions of a user are known by, by their keys. */
export async function namesOf(db: Db, keys: readonly number[]) {
  const { id, publicId, name } = emotionSessions
  if (keys.length === 0) return new Map<number, never>()
  const rows = await db
    .select({ id, publicId, name })
    .from(emotionSessions)
    .where(inArray(id, [...new Set(keys)]))
  return new Map(rows.map((row) => [row.id, row]))
}
