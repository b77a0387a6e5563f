import type { Expression } from '../../vision/reading.ts'
import { detailedClass, documentedClass } from './classes.ts'
import type { ScoreKey, Scores } from './contract.ts'
import { round } from './round.ts'

/**
 * The documented scores are the probabilities of the expression network, which was measured on the development set;
 * the winner gives the class, and its score the confidence.
 */
export function classify(expression: Expression) {
  const ranked = (Object.entries(expression) as [ScoreKey, number][]).sort(([, a], [, b]) => b - a)
  const [winner, probability] = ranked[0] ?? (['neutral', 0] as const)
  const detailed = detailedClass(winner)
  return {
    clase: documentedClass(detailed),
    clase_detallada: detailed,
    confianza: round(probability, 4),
    scores: Object.fromEntries(ranked.map(([key, value]) => [key, round(value, 4)])) as Scores,
  }
}
