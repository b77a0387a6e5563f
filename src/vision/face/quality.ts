import type { Scaling } from '../picture/sample.ts'
import type { Landmarks } from '../reading.ts'
import { CHIN, FOREHEAD, LEFT_EYE, RIGHT_EYE } from './points.ts'

/** How the head is turned, in degrees. Measured on the mesh, so it is a guide and no goniometer. */
export type Pose = {
  /** Positive: towards the person's left. */
  readonly yaw: number
  /** Positive: downwards. */
  readonly pitch: number
  /** Positive: clockwise in the picture. */
  readonly roll: number
}

/** How well the face could be seen. */
export type FaceQuality = {
  /** Mean luma of the middle of the face, 0 black .. 1 white. */
  readonly brightness: number
  /** Fine detail against contrast in the aligned 112-pixel crop, 0 none .. 1 crisp. */
  readonly sharpness: number
  readonly pose: Pose
  /** Pixels between the outer eye corners, as if the face looked straight ahead. */
  readonly eyeDistance: number
  /** Part of the mesh outside the picture, 0..1. */
  readonly outside: number
}

/** A planar `3 x side x side` network input with the face in its middle. */
export type Crop = { readonly pixels: Float32Array; readonly side: number; readonly scaling: Scaling }

/** Laplacian energy over contrast of crisp faces in the development set; see `sharpnessOf`. */
const CRISP = 0.5
/** A face that looks straight ahead has its chin this far behind its forehead, in degrees (median of neutral photos). */
const LEVEL_PITCH = 7

/** Measures what a picture of a face is worth; `landmarks` and `picture` in the same pixels. */
export function measureQuality(
  landmarks: Landmarks,
  picture: { readonly width: number; readonly height: number },
  crop: Crop,
): FaceQuality {
  const luma = lumaOfMiddle(crop)
  return {
    brightness: mean(luma.values),
    sharpness: sharpnessOf(luma),
    ...measurePose(landmarks),
    outside: outsidePart(landmarks, picture),
  }
}

/** Pose and size, which need no pixels. */
export function measurePose(landmarks: Landmarks): { pose: Pose; eyeDistance: number } {
  const [ex, ey, ez] = between(landmarks, RIGHT_EYE.outer, LEFT_EYE.outer)
  const [ux, uy, uz] = between(landmarks, FOREHEAD, CHIN)
  const pose = {
    yaw: degrees(Math.atan2(ez, Math.hypot(ex, ey))),
    pitch: degrees(Math.atan2(uz, Math.hypot(ux, uy))) - LEVEL_PITCH,
    roll: degrees(Math.atan2(ey, ex)),
  }
  return { pose, eyeDistance: Math.hypot(ex, ey, ez) }
}

/** The part of the mesh that lies outside the picture, 0..1. */
export function outsidePart(landmarks: Landmarks, { width, height }: { width: number; height: number }): number {
  let outside = 0
  for (let index = 0; index < landmarks.length; index += 3) {
    const x = landmarks[index] ?? 0
    const y = landmarks[index + 1] ?? 0
    if (x < 0 || y < 0 || x > width || y > height) outside++
  }
  return outside / (landmarks.length / 3)
}

type Luma = { readonly values: Float32Array; readonly side: number }

/** Rec. 601 luma 0..1 of the middle two thirds of the crop, where skin is and no background. */
function lumaOfMiddle({ pixels, side, scaling }: Crop): Luma {
  const margin = Math.round(side / 6)
  const inner = side - 2 * margin
  const plane = side * side
  const values = new Float32Array(inner * inner)
  const [r, g, b] = scaling.offset
  const gain = 1 / (255 * scaling.scale)
  for (let row = 0, target = 0; row < inner; row++) {
    for (let column = 0; column < inner; column++, target++) {
      const at = (row + margin) * side + column + margin
      const red = (pixels[at] as number) - r
      const green = (pixels[at + plane] as number) - g
      const blue = (pixels[at + 2 * plane] as number) - b
      values[target] = (0.299 * red + 0.587 * green + 0.114 * blue) * gain
    }
  }
  return { values, side: inner }
}

/**
 * Mean size of the Laplacian over the standard deviation: blur takes fine detail away and leaves the contrast of light
 * and shade, so their ratio tells a soft picture from a softly lit one.
 */
function sharpnessOf({ values, side }: Luma): number {
  const average = mean(values)
  let energy = 0
  let variance = 0
  for (let row = 1; row < side - 1; row++) {
    for (let column = 1; column < side - 1; column++) {
      const at = row * side + column
      const value = values[at] as number
      const around =
        (values[at - 1] as number) +
        (values[at + 1] as number) +
        (values[at - side] as number) +
        (values[at + side] as number)
      energy += Math.abs(around - 4 * value)
      variance += (value - average) ** 2
    }
  }
  const count = (side - 2) ** 2
  const contrast = Math.sqrt(variance / count)
  return contrast > 0 ? Math.min(1, energy / count / contrast / CRISP) : 0
}

function between(points: Landmarks, from: number, to: number): [x: number, y: number, z: number] {
  const part = (axis: number) => (points[to * 3 + axis] ?? 0) - (points[from * 3 + axis] ?? 0)
  return [part(0), part(1), part(2)]
}

const degrees = (radians: number) => (radians * 180) / Math.PI

function mean(values: Float32Array): number {
  let sum = 0
  for (const value of values) sum += value
  return values.length > 0 ? sum / values.length : 0
}
