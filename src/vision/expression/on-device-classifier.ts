import type { Expression, Landmarks } from '../reading.ts'
import { faceMovement, MOVEMENT_SIZE } from './geometry/blendshapes.ts'
import { faceShape, SHAPE_SIZE } from './geometry/shape.ts'
import { classifyLandmarks } from './landmark-classifier.ts'
import { type Linear, logits, readLinear, toExpression } from './linear.ts'
import { ON_DEVICE_WEIGHTS } from './weights/on-device.ts'

const weights: Linear = readLinear(SHAPE_SIZE + MOVEMENT_SIZE, ON_DEVICE_WEIGHTS)

/**
 * The expression of a face that MediaPipe's `FaceLandmarker` measured on the user's own device: at least 468 points
 * (x and y in the same unit: parts of the picture times its width and height) and its blendshapes by name, 0..1. No
 * pixel is needed. Trained as the landmark classifier is, which answers alone when a blendshape is missing.
 */
export function classifyOnDevice(points: Landmarks, blendshapes: Readonly<Record<string, number>>): Expression {
  const movement = faceMovement(blendshapes)
  if (!movement) return classifyLandmarks(points)
  return toExpression(logits(weights, [...faceShape(points), ...movement]))
}
