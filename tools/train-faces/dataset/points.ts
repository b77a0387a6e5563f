import { MIDLINE_POINTS, MIRRORED_POINTS } from '../../../src/vision/expression/geometry/mesh-points.ts'
import { upright } from '../../../src/vision/features/upright.ts'
import type { Landmarks } from '../../../src/vision/reading.ts'

/** The points that the data keep: those that the classifiers look at and the eye corners they are measured by. */
export const KEPT_POINTS: readonly number[] = [...new Set([...MIRRORED_POINTS.flat(), ...MIDLINE_POINTS])].sort(
  (a, b) => a - b,
)

const MESH_SIZE = 468 * 3

/** x and y of the kept points, roll removed, in units of the distance between the outer eye corners. */
export function keepPoints(landmarks: Landmarks): number[] {
  const point = upright(landmarks)
  return KEPT_POINTS.flatMap((index) => {
    const { x, y } = point(index)
    return [x, y]
  })
}

/** A mesh that holds the kept points; all others, and every depth, are 0. */
export function toLandmarks(kept: ArrayLike<number>): Landmarks {
  const landmarks = new Float32Array(MESH_SIZE)
  for (const [order, index] of KEPT_POINTS.entries()) {
    landmarks[index * 3] = kept[order * 2] ?? 0
    landmarks[index * 3 + 1] = kept[order * 2 + 1] ?? 0
  }
  return landmarks
}
