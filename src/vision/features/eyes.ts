import { LEFT_EYE, RIGHT_EYE } from '../face/points.ts'
import { clamp01, distance, mean, type Upright } from './upright.ts'

export type EyeFeatures = {
  /** 0 closed .. 1 wide open: mean lid gap over eye width, where 0.35 counts as 1. */
  readonly rightOpening: number
  readonly leftOpening: number
  /** |right - left|, 0..1. */
  readonly asymmetry: number
  /** (right + left) / 2, 0..1. */
  readonly averageOpening: number
}

const WIDE_OPEN = 0.35

/** Appendix A of the EmotiPlay reference: lids 159-145 and 158-153 over 33-133; left 386-374, 385-380 over 263-362. */
export function readEyes(point: Upright): EyeFeatures {
  const rightOpening = opening(point, RIGHT_EYE)
  const leftOpening = opening(point, LEFT_EYE)
  return {
    rightOpening,
    leftOpening,
    asymmetry: Math.abs(rightOpening - leftOpening),
    averageOpening: mean(rightOpening, leftOpening),
  }
}

function opening(point: Upright, eye: typeof RIGHT_EYE | typeof LEFT_EYE): number {
  const [first, second] = eye.lids.map(([upper, lower]) => Math.max(0, point(lower).y - point(upper).y))
  const width = distance(point(eye.outer), point(eye.inner)) || 1
  return clamp01(mean(first ?? 0, second ?? 0) / width / WIDE_OPEN)
}
