import type { Box, Landmarks } from '../reading.ts'

type Size = { readonly width: number; readonly height: number }

/** The upright rectangle around all points of a mesh. */
export function meshBox(points: Landmarks): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let index = 0; index < points.length; index += 3) {
    const x = points[index] ?? 0
    const y = points[index + 1] ?? 0
    minX = Math.min(minX, x)
    maxX = Math.max(maxX, x)
    minY = Math.min(minY, y)
    maxY = Math.max(maxY, y)
  }
  return { x: minX, y: minY, width: maxX - minX, height: maxY - minY }
}

/** The part of a box that lies inside a picture, multiplied by `scale`. */
export function clip(box: Box, picture: Size, scale = 1): Box {
  const clamp = (value: number, max: number) => Math.min(Math.max(value, 0), max) * scale
  const x = clamp(box.x, picture.width)
  const y = clamp(box.y, picture.height)
  const width = clamp(box.x + box.width, picture.width) - x
  const height = clamp(box.y + box.height, picture.height) - y
  return { x, y, width, height }
}

/**
 * Do two boxes show one face? A detector's box and that of a mesh differ in size, so the middle of one lying in the
 * inner half of the other counts, not the shared area.
 */
export function sameFace(a: Box, b: Box): boolean {
  const dx = Math.abs(a.x + a.width / 2 - b.x - b.width / 2)
  const dy = Math.abs(a.y + a.height / 2 - b.y - b.height / 2)
  return dx < Math.min(a.width, b.width) / 2 && dy < Math.min(a.height, b.height) / 2
}
