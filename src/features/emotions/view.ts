import type { Box, Landmarks } from '../../vision/reading.ts'
import { round } from './round.ts'

type Size = { readonly width: number; readonly height: number }

/** In parts of the picture. */
export function viewBox({ x, y, width, height }: Box, picture: Size): Box {
  const part = (value: number, of: number) => round(Math.min(1, Math.max(0, value / of)), 4)
  return {
    ...{ x: part(x, picture.width), y: part(y, picture.height) },
    ...{ width: part(width, picture.width), height: part(height, picture.height) },
  }
}

/** Points in parts of the picture; they may lie outside 0..1 where the picture cuts the face. */
export function viewPoints(points: Landmarks, { width, height }: Size, decimals = 5): [x: number, y: number][] {
  return Array.from({ length: points.length / 3 }, (_, index) => [
    round((points[index * 3] ?? 0) / width, decimals),
    round((points[index * 3 + 1] ?? 0) / height, decimals),
  ])
}
