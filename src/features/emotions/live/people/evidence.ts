import { isUncertain } from '../../../../vision/expression/confidence.ts'
import type { Expression } from '../../../../vision/reading.ts'
import { map, strongest } from './weights.ts'

export type Belief = {
  /** Smoothed shares that sum to 1. */
  readonly shares: Expression
  /** The class that is held; its share is the confidence. */
  readonly winner: keyof Expression
  /** No class is convincing. */
  readonly uncertain: boolean
}

/** New readings outweigh old ones after this time, at any frame rate. */
const MEMORY_MS = 600
/** What was seen longer ago says nothing about now. */
const EXPIRES_MS = 2_000
/** Another class takes over when it leads by this much, and when the present one has been shown this long. */
const LEAD = 0.08
const HOLD_MS = 800
/** How much more it takes to end doubt than to avoid it. */
const RELIEF = 0.05
/** A class with so little left is not held. */
const GIVEN_UP = 0.15

/**
 * Smooths the readings of one face over time: an exponential mean with a time constant, a class that stays until
 * another one clearly leads, and evidence that ends when nothing new comes. The share of the held class is the
 * confidence, so it is 1 only when nothing speaks for another one.
 */
export function createEvidence(now: () => number) {
  let shares: Expression | null = null
  let seenMs = 0
  let winner: keyof Expression = 'neutral'
  let sinceMs = 0
  let uncertain = false

  function choose(current: Expression, at: number): void {
    const leader = strongest(current)
    const held = at - sinceMs < HOLD_MS && current[winner] > GIVEN_UP
    if (leader === winner || held || current[leader] < current[winner] + LEAD) return
    winner = leader
    sinceMs = at
  }

  /** Doubt ends a little later than it begins, so that a share near the limit does not flicker. */
  function doubt(current: Expression): boolean {
    if (!uncertain) return isUncertain(current)
    const best = strongest(current)
    return isUncertain({ ...current, [best]: Math.max(0, current[best] - RELIEF) })
  }

  return {
    /** Takes one reading; `trust` 0..1 is less than 1 for a face that could not be seen well. */
    see(expression: Expression, trust = 1): Belief {
      const at = now()
      const gap = at - seenMs
      seenMs = at
      if (!shares || gap > EXPIRES_MS) {
        shares = expression
        winner = strongest(expression)
        sinceMs = at
      } else {
        const before = shares
        const weight = trust * (1 - Math.exp(-gap / MEMORY_MS))
        shares = map((name) => before[name] + weight * (expression[name] - before[name]))
        choose(shares, at)
      }
      uncertain = doubt(shares)
      return { shares, winner, uncertain }
    },
    /** The last belief, or null when it has expired. */
    belief(): Belief | null {
      return shares && now() - seenMs <= EXPIRES_MS ? { shares, winner, uncertain } : null
    },
  }
}

export type Evidence = ReturnType<typeof createEvidence>
