import type { Expression, Landmarks } from '../reading.ts'
import { faceShape, SHAPE_SIZE } from './geometry/shape.ts'
import { type Linear, logits, readLinear, toExpression } from './linear.ts'
import { LANDMARK_WEIGHTS } from './weights/landmarks.ts'

const weights: Linear = readLinear(SHAPE_SIZE, LANDMARK_WEIGHTS)

/**
 * The expression that the geometry of a face alone suggests, as probabilities: a multinomial logistic regression on
 * the symmetric shape, trained by `tools/train-faces` on 1 120 labelled photos. Takes 468 or more points as x, y, z
 * triples; unit, place and roll do not matter, but x and y must share a unit (parts of a picture need its width and
 * height first).
 */
export function classifyLandmarks(points: Landmarks): Expression {
  return toExpression(logits(weights, faceShape(points)))
}
