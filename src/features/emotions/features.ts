import type { FaceFeatures } from '../../vision/features/features.ts'
import type { Features } from './contract.ts'
import { round } from './round.ts'

const four = (value: number) => round(value, 4)

/** The documented names and decimals: four, and three for the angle. */
export function viewFeatures({ eyes, eyebrows, mouth, nose }: FaceFeatures): Features {
  return {
    eyes: {
      right_eye_opening: four(eyes.rightOpening),
      left_eye_opening: four(eyes.leftOpening),
      eye_asymmetry: four(eyes.asymmetry),
      average_opening: four(eyes.averageOpening),
    },
    eyebrows: {
      right_eyebrow_raise: four(eyebrows.rightRaise),
      left_eyebrow_raise: four(eyebrows.leftRaise),
      eyebrow_angle: round(eyebrows.angle, 3),
      eyebrow_distance: four(eyebrows.distance),
    },
    mouth: {
      mouth_height: four(mouth.height),
      mouth_width: four(mouth.width),
      mouth_aspect_ratio: four(mouth.aspectRatio),
      smile_intensity: four(mouth.smileIntensity),
      lip_compression: four(mouth.lipCompression),
    },
    nose: {
      nose_position: four(nose.position),
      nose_orientation: four(nose.orientation),
      nostril_flare: four(nose.nostrilFlare),
    },
  }
}
