import type { Region } from '../picture/sample.ts'
import type { Landmarks } from '../reading.ts'
import type { Detection } from './detector.ts'
import { LEFT_EYE, RIGHT_EYE } from './points.ts'

/** The smallest centred square around a whole picture: what lies outside is the letterbox. */
export function wholePicture(width: number, height: number): Region {
  return { centerX: width / 2, centerY: height / 2, side: Math.max(width, height), angle: 0 }
}

/** A point of a region's square drawing (`size` pixels wide) in frame pixels. */
export function toFrame(region: Region, size: number, x: number, y: number): [x: number, y: number] {
  const scale = region.side / size
  const dx = (x - size / 2) * scale
  const dy = (y - size / 2) * scale
  const cos = Math.cos(region.angle)
  const sin = Math.sin(region.angle)
  return [region.centerX + dx * cos - dy * sin, region.centerY + dx * sin + dy * cos]
}

/** Where the mesh looks after a detection: 1.5 times the longer side of the box, with a horizontal eye line. */
export function detectionRegion(detection: Detection, drawn: Region, size: number): Region {
  const [centerX, centerY] = toFrame(drawn, size, detection.centerX, detection.centerY)
  const [rightX, rightY] = detection.rightEye
  const [leftX, leftY] = detection.leftEye
  const side = (1.5 * Math.max(detection.width, detection.height) * drawn.side) / size
  return { centerX, centerY, side, angle: drawn.angle + Math.atan2(leftY - rightY, leftX - rightX) }
}

/** The same region in a picture drawn `scale` times as large. */
export function scaleRegion({ centerX, centerY, side, angle }: Region, scale: number): Region {
  return { centerX: centerX * scale, centerY: centerY * scale, side: side * scale, angle }
}

/** The roll of a face: the angle of the line through the outer eye corners, in radians, clockwise on screen. */
export function roll(points: Landmarks): number {
  const right = RIGHT_EYE.outer * 3
  const left = LEFT_EYE.outer * 3
  return Math.atan2(at(points, left + 1) - at(points, right + 1), at(points, left) - at(points, right))
}

/**
 * A square around all points, turned by the roll of the face: `margin` 1.5 is where a tracker looks in the next
 * frame, a small one is the aligned crop of the expression network.
 */
export function meshRegion(points: Landmarks, margin: number): Region {
  const angle = roll(points)
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let index = 0; index < points.length; index += 3) {
    const x = at(points, index) * cos + at(points, index + 1) * sin
    const y = at(points, index + 1) * cos - at(points, index) * sin
    minX = Math.min(minX, x)
    maxX = Math.max(maxX, x)
    minY = Math.min(minY, y)
    maxY = Math.max(maxY, y)
  }
  const [x, y] = [(minX + maxX) / 2, (minY + maxY) / 2]
  const side = margin * Math.max(maxX - minX, maxY - minY)
  return { centerX: x * cos - y * sin, centerY: x * sin + y * cos, side, angle }
}

function at(points: Landmarks, index: number): number {
  return points[index] ?? 0
}
