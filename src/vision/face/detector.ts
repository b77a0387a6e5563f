import type { Outputs } from './models.ts'

/** A face found by BlazeFace, in pixels of its square 256-pixel input. */
export type Detection = {
  readonly score: number
  readonly centerX: number
  readonly centerY: number
  readonly width: number
  readonly height: number
  readonly rightEye: readonly [x: number, y: number]
  readonly leftEye: readonly [x: number, y: number]
}

const MIN_SCORE = 0.5
const MAX_OVERLAP = 0.3
const ROW = 16

const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit))

/**
 * Decodes BlazeFace "back": 512 anchors two to a cell of 16 pixels and 384 anchors six to a cell of 32. A row is
 * dx, dy, width, height and six points (right eye and left eye come first), relative to the centre of the cell.
 * Returns faces with a score of 0.5 or more, best first, without those that overlap a better one.
 */
export function decodeDetections(outputs: Outputs): Detection[] {
  const { scores16, scores32, boxes16, boxes32 } = outputs
  if (!scores16 || !scores32 || !boxes16 || !boxes32) throw new Error('The face detector lacks an output.')
  return suppress([...decodeGrid(scores16, boxes16, 16, 2), ...decodeGrid(scores32, boxes32, 8, 6)])
}

function decodeGrid(scores: Float32Array, boxes: Float32Array, cells: number, anchors: number): Detection[] {
  const stride = 256 / cells
  const found: Detection[] = []
  for (let index = 0; index < scores.length; index++) {
    const score = sigmoid(scores[index] as number)
    if (score < MIN_SCORE) continue
    const cell = Math.floor(index / anchors)
    const x = ((cell % cells) + 0.5) * stride
    const y = (Math.floor(cell / cells) + 0.5) * stride
    const [dx = 0, dy = 0, width = 0, height = 0, rx = 0, ry = 0, lx = 0, ly = 0] = boxes.subarray(index * ROW)
    const place = { centerX: x + dx, centerY: y + dy, width, height }
    found.push({ score, ...place, rightEye: [x + rx, y + ry], leftEye: [x + lx, y + ly] })
  }
  return found
}

/** Non-maximum suppression: keeps the best of every group of boxes that share more than 30 % of their union. */
export function suppress(detections: readonly Detection[]): Detection[] {
  const kept: Detection[] = []
  for (const candidate of detections.toSorted((a, b) => b.score - a.score)) {
    if (kept.every((other) => overlap(candidate, other) <= MAX_OVERLAP)) kept.push(candidate)
  }
  return kept
}

/** Intersection over union, 0..1. */
export function overlap(a: Detection, b: Detection): number {
  const shared = span(a.centerX, a.width, b.centerX, b.width) * span(a.centerY, a.height, b.centerY, b.height)
  const union = a.width * a.height + b.width * b.height - shared
  return union > 0 ? shared / union : 0
}

function span(centerA: number, sizeA: number, centerB: number, sizeB: number): number {
  const start = Math.max(centerA - sizeA / 2, centerB - sizeB / 2)
  const end = Math.min(centerA + sizeA / 2, centerB + sizeB / 2)
  return Math.max(0, end - start)
}
