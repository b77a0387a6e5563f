import type { Expression } from '../reading.ts'

const LEAST = 0.4

/**
 * Is no class convincing, so that the honest answer is `incierto`? True when the likeliest one has less than 0.4. The
 * combined probabilities are calibrated (a confidence of 0.8 is right in about 8 of 10 photos), and below 0.4 the
 * likeliest class is wrong more often than right: on the labelled photos, cross-validated, that was 5 % of the faces
 * with 39 % right, against 79 % right among the others (docs/emotion-quality.md).
 */
export function isUncertain(expression: Expression): boolean {
  return Math.max(...Object.values(expression)) < LEAST
}
