import { isUncertain } from '../../vision/expression/confidence.ts'
import type { Expression } from '../../vision/reading.ts'
import { detailedClass, documentedClass } from './classes.ts'
import { SCORE_KEYS, type ScoreKey, type Scores, type ShownClass } from './contract.ts'
import { round } from './round.ts'

/** What is held and how sure it is; by default the largest share and whether it convinces. */
type Verdict = { winner?: ScoreKey; uncertain?: boolean }

/**
 * The documented scores are the shares of the seven expressions, as measured in docs/emotion-quality.md; the winner
 * gives the class, and its score the confidence.
 */
export function classify(expression: Expression, verdict: Verdict = {}) {
  const ranked = (Object.entries(expression) as [ScoreKey, number][]).sort(([, a], [, b]) => b - a)
  const { winner = ranked[0]?.[0] ?? 'neutral', uncertain = isUncertain(expression) } = verdict
  const detailed = detailedClass(winner)
  const shown: ShownClass = uncertain ? 'incierto' : detailed
  return {
    clase: documentedClass(detailed),
    clase_detallada: shown,
    incierto: uncertain,
    confianza: round(expression[winner], 4),
    scores: Object.fromEntries(ranked.map(([key, value]) => [key, round(value, 4)])) as Scores,
  }
}

/** Every documented score as 0: what there is to say of a picture without a face. */
export const NO_SCORES = Object.fromEntries(SCORE_KEYS.map((key) => [key, 0])) as Scores
