import { CHIN, FOREHEAD, NOSE } from '../face/points.ts'
import { clamp01, distance, type Upright } from './upright.ts'

export type NoseFeatures = {
  /** Height of the tip between forehead (0) and chin (1); it falls when the head is raised. */
  readonly position: number
  /** Sideways offset of the tip from the middle between the eyes; signed, positive towards the person's left. */
  readonly orientation: number
  /** Distance between the wings, 0..1. */
  readonly nostrilFlare: number
}

/** Appendix A: tip 1 between 10 and 152, its offset from the eyes' middle, and 98-327. */
export function readNose(point: Upright): NoseFeatures {
  const tip = point(NOSE.tip)
  const top = point(FOREHEAD).y
  const length = point(CHIN).y - top
  return {
    position: length > 0 ? clamp01((tip.y - top) / length) : 0,
    orientation: tip.x,
    nostrilFlare: clamp01(distance(point(NOSE.rightWing), point(NOSE.leftWing))),
  }
}
