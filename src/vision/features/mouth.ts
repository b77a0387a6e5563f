import { MOUTH } from '../face/points.ts'
import { clamp01, distance, middle, type Upright } from './upright.ts'

export type MouthFeatures = {
  /** Gap between the lips, 0 closed .. about 0.6 wide open. */
  readonly height: number
  /** Distance between the corners, about 0.4..0.8. */
  readonly width: number
  /** height / width. */
  readonly aspectRatio: number
  /** 0 none .. 1 broad: how far the corners rise over the lips' centre and how much wider the mouth is than at rest. */
  readonly smileIntensity: number
  /** 0 relaxed or full .. 1 pressed together: how much thinner both lips are than at rest. */
  readonly lipCompression: number
}

/** Medians of the 350 photos labelled neutral in the development set. */
const RESTING = { rise: 0.003, width: 0.553, height: 0.026, lips: 0.178 } as const
/**
 * The corners move less than the mouth widens, so their rise counts twice; laughing faces reach about this sum. A jaw
 * that drops moves the centre of the lips away from the corners and is no smile: half of the gap is taken off. Told
 * from surprise, happy photos of the development set are above in 93 % of pairs with it, in 87 % without.
 */
const FULL_SMILE = 0.3

/** Appendix A: 13-14 and 61-291; smile from corners against lip centre plus widening; lips 0-17 less their gap. */
export function readMouth(point: Upright): MouthFeatures {
  const height = distance(point(MOUTH.innerTop), point(MOUTH.innerBottom))
  const width = distance(point(MOUTH.rightCorner), point(MOUTH.leftCorner))
  const lips = distance(point(MOUTH.outerTop), point(MOUTH.outerBottom)) - height
  const smile = 2 * (cornerRise(point) - RESTING.rise) + width - RESTING.width - (height - RESTING.height) / 2
  return {
    height,
    width,
    aspectRatio: width > 0 ? height / width : 0,
    smileIntensity: clamp01(smile / FULL_SMILE),
    lipCompression: clamp01(1 - lips / RESTING.lips),
  }
}

/** How far the corners lie above the line between the lips. */
function cornerRise(point: Upright): number {
  const corners = middle(point(MOUTH.rightCorner), point(MOUTH.leftCorner))
  return middle(point(MOUTH.innerTop), point(MOUTH.innerBottom)).y - corners.y
}
