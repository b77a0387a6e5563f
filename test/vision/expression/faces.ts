import { MIDLINE_POINTS, MIRRORED_POINTS } from '../../../src/vision/expression/geometry/mesh-points.ts'
import type { Landmarks } from '../../../src/vision/reading.ts'
import { readPictures } from '../../../tools/train-faces/dataset/files.ts'
import { toLandmarks } from '../../../tools/train-faces/dataset/points.ts'

/** Meshes of the training data, one of each label, as if a face were 200 pixels wide in a picture. */
export async function sampleFaces(): Promise<Landmarks[]> {
  const { labels, tables } = await readPictures()
  const rows = [...new Set(labels)].map((label) => labels.indexOf(label))
  return rows.map((row) => place(toLandmarks(tables.found[row]!), { scale: 100, x: 320, y: 240, roll: 0 }))
}

type Place = { scale: number; x: number; y: number; roll: number }

/** The same face elsewhere: turned by `roll` radians, then enlarged, then moved. */
export function place(landmarks: Landmarks, { scale, x, y, roll }: Place): Landmarks {
  const [cos, sin] = [Math.cos(roll), Math.sin(roll)]
  const moved = Float32Array.from(landmarks)
  for (let at = 0; at < moved.length; at += 3) {
    const [px, py] = [landmarks[at]!, landmarks[at + 1]!]
    moved.set([scale * (px * cos - py * sin) + x, scale * (px * sin + py * cos) + y, landmarks[at + 2]! * scale], at)
  }
  return moved
}

/** The face as a mirror shows it: what was the right half is the left one. */
export function mirror(landmarks: Landmarks, width = 640): Landmarks {
  const partner = new Map<number, number>(MIDLINE_POINTS.map((index) => [index, index]))
  for (const [right, left] of MIRRORED_POINTS) partner.set(right, left).set(left, right)
  const mirrored = new Float32Array(landmarks.length)
  for (const [from, to] of partner) {
    mirrored.set([width - landmarks[from * 3]!, landmarks[from * 3 + 1]!, landmarks[from * 3 + 2]!], to * 3)
  }
  return mirrored
}
