import type { Db } from '../../../db/client.ts'
import { CLASSES, DETAILED_CLASSES } from '../contract.ts'
import { round } from '../round.ts'
import type { Statistics } from './contract.ts'
import type { Period, Scope } from './store/scope.ts'
import { type ClassSums, changesAtStart, classSums, longestWithin, type Streak } from './store/statistics.ts'
import { countOf, crossing, cut } from './store/streaks.ts'

const sum = (rows: readonly ClassSums[], what: 'detections' | 'uncertain' | 'changes' | 'confidence') =>
  rows.reduce((total, row) => total + row[what], 0)
const table = <Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>

/** Everything the document says of a period, from sums that Postgres keeps and makes. */
export async function statisticsOf(db: Db, scope: Scope, period: Period): Promise<Statistics> {
  const [rows, foreign, streak] = await Promise.all([
    classSums(db, scope, period),
    changesAtStart(db, scope, period),
    longestStreak(db, scope, period),
  ])
  const total = sum(rows, 'detections')
  const counts = table(CLASSES, (clase) =>
    sum(
      rows.filter((row) => row.clase === clase),
      'detections',
    ),
  )
  const share = (count: number) => (total === 0 ? 0 : round((100 * count) / total, 2))
  return {
    total_detections: total,
    uncertain_detections: sum(rows, 'uncertain'),
    emotion_distribution: counts,
    emotion_percentages: table(CLASSES, (clase) => share(counts[clase])),
    detailed_distribution: table(DETAILED_CLASSES, (detailed) =>
      sum(
        rows.filter((row) => row.detailed === detailed),
        'detections',
      ),
    ),
    dominant_emotion:
      total === 0 ? null : CLASSES.reduce((best, clase) => (counts[clase] > counts[best] ? clase : best)),
    average_confidence: total === 0 ? 0 : round(sum(rows, 'confidence') / total / 10_000, 4),
    emotion_changes: sum(rows, 'changes') - foreign,
    longest_emotion_streak: streak && {
      ...{ emotion: streak.label, duration_seconds: streak.durationMs / 1000, count: streak.detections },
    },
  }
}

/** The longest run inside of the period, or the part of one that the period cuts. */
async function longestStreak(db: Db, scope: Scope, period: Period): Promise<Streak | null> {
  let best = (await longestWithin(db, scope, period)) ?? null
  for (const run of await crossing(db, scope, period, 'documented')) {
    const part = await cut(db, run, period)
    if (!part || run.label === 'disgusto' || run.label === 'miedo' || run.label === 'incierto') continue
    const durationMs = part.endedAt.getTime() - part.startedAt.getTime()
    if (best && durationMs < best.durationMs) continue
    const detections = await countOf(db, run.sessionId, part)
    const found = { label: run.label, durationMs, detections, startedAt: part.startedAt }
    if (!best || longer(found, best)) best = found
  }
  return best
}

const longer = (a: Streak, b: Streak): boolean =>
  a.durationMs - b.durationMs > 0 ||
  (a.durationMs === b.durationMs &&
    (a.detections > b.detections || (a.detections === b.detections && a.startedAt < b.startedAt)))
