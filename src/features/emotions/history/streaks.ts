import type { Db } from '../../../db/client.ts'
import { paged } from './position.ts'
import type { Period, Scope } from './store/scope.ts'
import { type After, countOf, crossing, cut, isCut, type Stretch, stretches } from './store/streaks.ts'

/** A run of one detailed class, as far as it lies in the period. */
export type Part = Pick<Stretch, 'label' | 'startedAt' | 'endedAt' | 'detections'>

/** A page of the detailed runs of a period in order of their start; those that its ends cut are cut to it. */
export async function streaksOf(db: Db, scope: Scope, period: Period, limit: number, after?: After) {
  // A run that reaches into the period begins before it.
  const [first] = await crossing(db, scope, period, 'detailed')
  const earliest = first && period.from && first.startedAt < period.from ? first.startedAt : period.from
  const runs = await stretches(db, scope, period, { limit: limit + 1, earliest, after })
  const { shown, metadata } = paged(runs, limit, ({ startedAt: at, sessionId }) => ({ at, sessionId }))
  const parts: Part[] = []
  for (const run of shown) {
    const part = isCut(run, period) ? await partOf(db, run, period) : run
    if (part) parts.push(part)
  }
  return { parts, metadata: { ...metadata, total_returned: parts.length } }
}

async function partOf(db: Db, run: Stretch, period: Period): Promise<Part | null> {
  const part = await cut(db, run, period)
  return part && { ...part, label: run.label, detections: await countOf(db, run.sessionId, part) }
}
