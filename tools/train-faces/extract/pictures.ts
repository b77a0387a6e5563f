import { readFile } from 'node:fs/promises'
import { analyze } from '../../../src/vision/analyze.ts'
import { readBothWays } from '../../../src/vision/expression/network.ts'
import type { Models } from '../../../src/vision/face/models.ts'
import { meshRegion } from '../../../src/vision/face/region.ts'
import { decode } from '../../../src/vision/picture/decode.ts'
import type { Landmarks } from '../../../src/vision/reading.ts'
import { MARGINS } from '../dataset/files.ts'
import type { Photo } from './photos.ts'

/** What our own pipeline measures in one photo; the network's answers are those of `MARGINS`, plain and mirrored. */
export type Measured = { found: Landmarks; followed: Landmarks; network: Float32Array[] }

const goOn = () => undefined
/** Where a tracker looks in the next frame. */
const FOLLOW_MARGIN = 1.5

/** Reads the largest face of a photo; null when there is none. */
export async function measurePicture(models: Models, photo: Photo): Promise<Measured | null> {
  const bytes = Uint8Array.from(await readFile(photo.file))
  const {
    faces: [face],
  } = await analyze(models, bytes, goOn)
  if (!face) return null
  const look = { expected: [meshRegion(face.landmarks, FOLLOW_MARGIN)], zooms: [], maxFaces: 1, sides: 'both' as const }
  const again = await analyze(models, bytes, goOn, look)
  const followed = again.faces[0]?.landmarks ?? face.landmarks
  return { found: face.landmarks, followed, network: await askNetwork(models, bytes, face.landmarks) }
}

async function askNetwork(models: Models, bytes: Uint8Array, landmarks: Landmarks): Promise<Float32Array[]> {
  const frame = await decode(bytes)
  const scale = frame.width / frame.source.width
  const points = landmarks.map((value) => value * scale)
  const answers: Float32Array[] = []
  for (const margin of MARGINS) {
    answers.push(...(await readBothWays(models.expression, frame, points, margin)))
  }
  return answers
}
