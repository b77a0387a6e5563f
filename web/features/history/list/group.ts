import type { TimelineEntry } from '../../../lib/api/emotions.ts'
import { type Found, isFound } from '../../mood/emotions.ts'

/** Readings of one emotion that follow each other; times in milliseconds, `from` the oldest. */
export type Stretch = {
  found: Found
  source: TimelineEntry['source']
  from: number
  to: number
  count: number
  confidence: number
}

/** Two readings farther apart than this do not belong together. */
const GAP_MS = 60_000

/** A newer server may know words that this page does not. */
type Entry = Pick<TimelineEntry, 'timestamp' | 'confianza' | 'source'> & { clase_detallada: string }

/**
 * A timeline that is newest first, as stretches: a live reading writes many lines that say the same. The mean confidence
 * is weighed by the readings.
 */
export function stretchesOf(entries: readonly Entry[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { timestamp, clase_detallada: name, confianza: confidence, source } of entries) {
    const found = isFound(name) ? name : 'incierto'
    const at = Date.parse(timestamp)
    const last = stretches.at(-1)
    if (last && last.found === found && last.source === source && last.from - at <= GAP_MS) {
      last.confidence = (last.confidence * last.count + confidence) / (last.count + 1)
      last.count += 1
      last.from = at
    } else stretches.push({ found, source, from: at, to: at, count: 1, confidence })
  }
  return stretches
}
