import type { Detection } from '../../../../src/features/emotions/sessions/recorder.ts'

export type Row = Pick<Detection, 'clase' | 'detailed' | 'uncertain' | 'confidence'> & { ms: number }
type Run = { label: string; from: number; to: number; count: number }

const CLASSES = ['feliz', 'triste', 'enojado', 'sorprendido', 'neutral', 'amor'] as const
const DETAILED = [...CLASSES, 'disgusto', 'miedo'] as const
const GAP_MS = 30_000
const two = (value: number) => Math.round(value * 100) / 100
const countBy = <T>(rows: T[], test: (row: T) => boolean) => rows.filter(test).length
const table = (keys: readonly string[], value: (key: string) => number) =>
  Object.fromEntries(keys.map((key) => [key, value(key)]))

/** Runs of rows in order of time, each session by itself. */
export function runsOf(rows: Row[], label: (row: Row) => string): Run[] {
  const runs: Run[] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last && last.label === label(row) && row.ms - last.to <= GAP_MS) {
      last.to = row.ms
      last.count++
    } else runs.push({ label: label(row), from: row.ms, to: row.ms, count: 1 })
  }
  return runs
}

/** The documented statistics as one would reckon them by hand, of sessions that each are in order of time. */
export function naive(sessions: Row[][]) {
  const all = sessions.flat()
  const total = all.length
  const counts = table(CLASSES, (clase) => countBy(all, (row) => row.clase === clase))
  const changes = (rows: Row[]) =>
    countBy(rows, (row) => row !== rows[0] && row.clase !== rows[rows.indexOf(row) - 1]?.clase)
  const [best] = sessions
    .flatMap((rows) => runsOf(rows, (row) => row.clase))
    .sort((a, b) => b.to - b.from - (a.to - a.from) || b.count - a.count || a.from - b.from)
  const mean = all.reduce((sum, row) => sum + Math.round(row.confidence * 10_000), 0) / total / 10_000
  return {
    total_detections: total,
    uncertain_detections: countBy(all, (row) => row.uncertain),
    emotion_distribution: counts,
    emotion_percentages: table(CLASSES, (clase) => (total ? two((100 * (counts[clase] ?? 0)) / total) : 0)),
    detailed_distribution: table(DETAILED, (name) => countBy(all, (row) => row.detailed === name)),
    dominant_emotion: total ? CLASSES.find((clase) => counts[clase] === Math.max(...Object.values(counts))) : null,
    average_confidence: total ? Math.round(mean * 10_000) / 10_000 : 0,
    emotion_changes: sessions.reduce((sum, rows) => sum + changes(rows), 0),
    longest_emotion_streak: best
      ? { emotion: best.label, duration_seconds: (best.to - best.from) / 1000, count: best.count }
      : null,
  }
}
