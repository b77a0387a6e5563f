import { upright } from '../../features/upright.ts'
import type { Landmarks } from '../../reading.ts'
import { MIDLINE_POINTS, MIRRORED_POINTS } from './mesh-points.ts'

/** How many numbers `faceShape` gives. */
export const SHAPE_SIZE = 2 * MIRRORED_POINTS.length + MIDLINE_POINTS.length

/** Far outside of any face, in units of the distance between the outer eye corners: keeps nonsense finite. */
const FARTHEST = 4

/**
 * The symmetric part of a face: roll, place and size removed, each pair of points averaged with its mirror image
 * (half their distance, their mean height) and the heights of the midline. A face and its mirror image therefore
 * have the same shape, and a head turned a little aside nearly so. Takes at least 468 points as x, y, z triples
 * in any unit, as long as x and y share it.
 */
export function faceShape(landmarks: Landmarks): Float64Array {
  const point = upright(landmarks)
  const shape = new Float64Array(SHAPE_SIZE)
  let next = 0
  for (const [right, left] of MIRRORED_POINTS) {
    const [a, b] = [point(right), point(left)]
    shape[next++] = within((b.x - a.x) / 2)
    shape[next++] = within((b.y + a.y) / 2)
  }
  for (const index of MIDLINE_POINTS) shape[next++] = within(point(index).y)
  return shape
}

const within = (value: number) => (Number.isFinite(value) ? Math.min(FARTHEST, Math.max(-FARTHEST, value)) : 0)
