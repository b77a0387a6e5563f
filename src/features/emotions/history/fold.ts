import type { emotionDetections, emotionRuns } from '../../../db/schema/emotions.ts'

type DetectionRow = typeof emotionDetections.$inferSelect
export type Run = Pick<
  typeof emotionRuns.$inferSelect,
  'sessionId' | 'userId' | 'scale' | 'startedAt' | 'endedAt' | 'label' | 'detections'
>
/** What was read at a moment; `changed` follows from what came before. */
export type Reading = Omit<DetectionRow, 'userId' | 'changed'>
/** The last run of a session on each scale; absent: it has none yet. */
export type Tail = { [scale in Run['scale']]?: Run }

/** A longer silence than this ends an unbroken run. `store/derive.ts` says the same in SQL. */
export const GAP_MS = 30_000

const SCALES = ['documented', 'detailed'] as const
const labelOf = (row: Reading, scale: Run['scale']) => (scale === 'documented' ? row.clase : row.detailed)

/**
 * Continues a session with readings in order of arrival: the rows to write, and every run that is new or grew. Times
 * within a session only ever grow, so a reading that comes late (from another process, or after a clock was put back)
 * takes the millisecond behind the one before it.
 */
export function fold(userId: number | null, tail: Tail, readings: readonly Reading[]) {
  const last: Tail = { ...tail }
  const rows: DetectionRow[] = []
  const runs = new Set<Run>()
  for (const reading of readings) {
    const before = last.documented
    const at = new Date(
      Math.max(reading.at.getTime(), before ? before.endedAt.getTime() + 1 : Number.NEGATIVE_INFINITY),
    )
    const row = { ...reading, at, userId, changed: before !== undefined && before.label !== reading.clase }
    rows.push(row)
    for (const scale of SCALES) {
      const run = extend(last[scale], row, scale)
      last[scale] = run
      runs.add(run)
    }
  }
  return { rows, runs: [...latest(runs)] }
}

/** The run that a row belongs to: the one before, grown by it, or one of its own. */
function extend(run: Run | undefined, row: DetectionRow, scale: Run['scale']): Run {
  const label = labelOf(row, scale)
  const goes = run?.label === label && row.at.getTime() - run.endedAt.getTime() <= GAP_MS
  if (run && goes) return { ...run, endedAt: row.at, detections: run.detections + 1 }
  const { sessionId, userId, at } = row
  return { sessionId, userId, scale, startedAt: at, endedAt: at, label, detections: 1 }
}

/** A run is known by its start; the last of its forms is the one to keep. */
function latest(runs: Iterable<Run>): Iterable<Run> {
  return new Map([...runs].map((run) => [`${run.scale} ${run.startedAt.getTime()}`, run])).values()
}
