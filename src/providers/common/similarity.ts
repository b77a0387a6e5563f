import { normalizeName } from '../../platform/lib/normalize.ts'
import { bareTrackTitle } from '../../platform/lib/titles.ts'

/** How alike two names are, 0 to 1: pairs of letters they share (Sørensen and Dice) in the form names are compared in. */
export function similarity(one: string, other: string): number {
  const [a, b] = [normalizeName(one), normalizeName(other)]
  if (a === b) return a ? 1 : 0
  const [left, right] = [pairsOf(a), pairsOf(b)]
  let shared = 0
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0)
  const total = Math.max(1, a.length - 1) + Math.max(1, b.length - 1)
  return (2 * shared) / total
}

/** As `similarity`, of titles: editions of one thing are the same. */
export const titleSimilarity = (one: string, other: string): number =>
  Math.max(similarity(one, other), similarity(bareTrackTitle(one), bareTrackTitle(other)))

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>()
  for (let at = 0; at < text.length - 1; at++) {
    const pair = text.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}
