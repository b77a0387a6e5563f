import { LEFT_BROW, LEFT_EYE, RIGHT_BROW, RIGHT_EYE } from '../face/points.ts'
import { distance, mean, middle, type Point, type Upright } from './upright.ts'

export type EyebrowFeatures = {
  /** Height of the middle of the brow over the middle of the eye, less that of a resting face; signed, about -0.1..0.15. */
  readonly rightRaise: number
  readonly leftRaise: number
  /** Mean slope of the brows in degrees, about -5..25; positive when the inner end is the higher one (worry). */
  readonly angle: number
  /** Gap between the inner ends, about 0.3..0.36. */
  readonly distance: number
}

/** Median of the 350 photos labelled neutral in the development set. */
const RESTING_BROW = 0.252

/** Appendix A: 105 and 334 over the eye corners' middle, inclination of 107-70 and 336-300, distance 107-336. */
export function readEyebrows(point: Upright): EyebrowFeatures {
  return {
    rightRaise: raise(point, RIGHT_BROW.middle, RIGHT_EYE),
    leftRaise: raise(point, LEFT_BROW.middle, LEFT_EYE),
    angle: mean(
      slope(point(RIGHT_BROW.inner), point(RIGHT_BROW.outer)),
      slope(point(LEFT_BROW.inner), point(LEFT_BROW.outer)),
    ),
    distance: distance(point(RIGHT_BROW.inner), point(LEFT_BROW.inner)),
  }
}

function raise(point: Upright, brow: number, eye: { outer: number; inner: number }): number {
  return middle(point(eye.outer), point(eye.inner)).y - point(brow).y - RESTING_BROW
}

function slope(inner: Point, outer: Point): number {
  return (Math.atan2(outer.y - inner.y, Math.abs(outer.x - inner.x)) * 180) / Math.PI
}
