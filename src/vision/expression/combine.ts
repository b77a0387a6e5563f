import { EXPRESSIONS, type Expression, type ExpressionName } from '../reading.ts'
import { toExpression } from './linear.ts'
import { FUSION } from './weights/fusion.ts'

/** How much each opinion counts. */
export type Fusion = { readonly network: number; readonly landmarks: number }

/** Below this a classifier's probability says no more than "hardly". */
const LEAST = 1e-4

/**
 * One expression from two: the network's (pixels) and the landmark classifier's (geometry), as a weighted geometric
 * mean. The two err on different photos. The weights come from cross-validation (`tools/train-faces`) and sum to less
 * than 1, which also cools the network, whose own probabilities are far too sure.
 */
export function combine(network: Expression, landmarks: Expression): Expression {
  return combineWith(FUSION, network, landmarks)
}

/** `combine` with weights other than the shipped ones. */
export function combineWith(fusion: Fusion, network: Expression, landmarks: Expression): Expression {
  const value = (name: ExpressionName) =>
    fusion.network * evidence(network[name]) + fusion.landmarks * evidence(landmarks[name])
  return toExpression(EXPRESSIONS.map(value))
}

/** The logarithm of a probability. */
export const evidence = (probability: number) => Math.log(Math.max(LEAST, probability))
