import { LEFT_EYE, RIGHT_EYE } from '../face/points.ts'
import { roll } from '../face/region.ts'
import type { Landmarks } from '../reading.ts'

/** A point relative to the middle between the outer eye corners; x grows to the person's left, y grows downwards. */
export type Point = { readonly x: number; readonly y: number }
/** Reads a mesh point by its index. */
export type Upright = (index: number) => Point

/**
 * The face with its roll removed and measured in units of the distance between the outer eye corners, so that
 * features do not depend on the size, place or tilt of the face in the picture.
 */
export function upright(landmarks: Landmarks): Upright {
  const right = read(landmarks, RIGHT_EYE.outer)
  const left = read(landmarks, LEFT_EYE.outer)
  const unit = distance(right, left) || 1
  const angle = roll(landmarks)
  const cos = Math.cos(angle) / unit
  const sin = Math.sin(angle) / unit
  const centre = middle(right, left)
  return (index) => {
    const point = read(landmarks, index)
    const dx = point.x - centre.x
    const dy = point.y - centre.y
    return { x: dx * cos + dy * sin, y: dy * cos - dx * sin }
  }
}

export const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
export const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
export const mean = (a: number, b: number) => (a + b) / 2
export const clamp01 = (value: number) => Math.min(1, Math.max(0, value))

function read(landmarks: Landmarks, index: number): Point {
  return { x: landmarks[index * 3] ?? 0, y: landmarks[index * 3 + 1] ?? 0 }
}
