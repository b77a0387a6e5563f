import type { Found } from '../../emotions.ts'

/** One reading of the last minute; `found` null is a moment without a face. */
export type Sample = { at: number; found: Found | null; confidence: number }
/** A second of the chart, oldest first; null where nothing was read. */
export type Second = { found: Found; confidence: number } | null

export const MINUTE_S = 60

export function withSample(samples: readonly Sample[], sample: Sample): Sample[] {
  return [...samples.filter(({ at }) => sample.at - at < MINUTE_S * 1000), sample]
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** What was seen most among some readings, with how sure they were on average. */
function most(samples: readonly Sample[]): Second {
  const seen = samples.flatMap(({ found, confidence }) => (found === null ? [] : [{ found, confidence }]))
  const [best] = [...grouped(seen, ({ found }) => found).values()].sort((a, b) => b.length - a.length)
  const [first] = best ?? []
  if (!best || !first) return null
  return { found: first.found, confidence: best.reduce((sum, one) => sum + one.confidence, 0) / best.length }
}

/** The last minute in seconds, each as what was seen most in it. */
export function secondsOf(samples: readonly Sample[], now: number): Second[] {
  const last = Math.floor(now / 1000)
  const groups = grouped(samples, ({ at }) => Math.floor(at / 1000))
  return Array.from({ length: MINUTE_S }, (_, index) => most(groups.get(last - MINUTE_S + 1 + index) ?? []))
}

/** The emotion that filled most of the minute and its share of the seconds with a face. */
export function mostOf(seconds: readonly Second[]): { found: Found; share: number } | null {
  const seen = seconds.filter((second) => second !== null)
  const [best] = [...grouped(seen, ({ found }) => found)].sort((a, b) => b[1].length - a[1].length)
  return best ? { found: best[0], share: best[1].length / seen.length } : null
}
