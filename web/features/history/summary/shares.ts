import type { Statistics } from '../../../lib/api/emotions.ts'
import { FOUND, type Found } from '../../mood/emotions.ts'

export type Share = { found: Found; count: number; share: number }

type Counts = Pick<Statistics, 'detailed_distribution' | 'uncertain_detections'>

/** How often each emotion was read, most first; the uncertain ones are a share of their own, last. */
export function sharesOf({ detailed_distribution: counts, uncertain_detections: uncertain }: Counts): Share[] {
  const all = FOUND.map((found) => ({ found, count: found === 'incierto' ? uncertain : (counts[found] ?? 0) }))
  const total = all.reduce((sum, { count }) => sum + count, 0)
  return all
    .filter(({ count }) => count > 0)
    .map((one) => ({ ...one, share: one.count / total }))
    .sort((a, b) => Number(a.found === 'incierto') - Number(b.found === 'incierto') || b.count - a.count)
}

/** Where each share begins on a ring, as part of the whole. */
export function arcsOf(shares: readonly Share[]): (Share & { from: number })[] {
  let from = 0
  return shares.map((share) => {
    const arc = { ...share, from }
    from += share.share
    return arc
  })
}
