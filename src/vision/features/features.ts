import type { Landmarks } from '../reading.ts'
import { type EyebrowFeatures, readEyebrows } from './eyebrows.ts'
import { type EyeFeatures, readEyes } from './eyes.ts'
import { type MouthFeatures, readMouth } from './mouth.ts'
import { type NoseFeatures, readNose } from './nose.ts'
import { upright } from './upright.ts'

/** What the geometry of a face says. Lengths are in units of the distance between the outer eye corners. */
export type FaceFeatures = {
  readonly eyes: EyeFeatures
  readonly eyebrows: EyebrowFeatures
  readonly mouth: MouthFeatures
  readonly nose: NoseFeatures
}

/** Measures a 468-point mesh; the roll of the head is removed first, its yaw and pitch are not. */
export function readFeatures(landmarks: Landmarks): FaceFeatures {
  const point = upright(landmarks)
  return { eyes: readEyes(point), eyebrows: readEyebrows(point), mouth: readMouth(point), nose: readNose(point) }
}
