import { readFile } from 'node:fs/promises'
import { analyze } from '../../src/vision/analyze.ts'
import { combine, combineWith } from '../../src/vision/expression/combine.ts'
import { faceShape } from '../../src/vision/expression/geometry/shape.ts'
import { classifyLandmarks } from '../../src/vision/expression/landmark-classifier.ts'
import { readNetwork } from '../../src/vision/expression/network.ts'
import type { Models } from '../../src/vision/face/models.ts'
import { decode } from '../../src/vision/picture/decode.ts'
import { EXPRESSIONS, type Expression, type Face, type Landmarks } from '../../src/vision/reading.ts'
import type { Photo } from '../../tools/train-faces/extract/photos.ts'
import type { Guess } from '../../tools/train-faces/learn/metrics.ts'
import type { Judges } from './judges.ts'

/** What each part of Animo says of every photo. */
export type AnimoGuesses = { whole: Guess[]; network: Guess[]; landmarks: Guess[] }

/**
 * Reads every photo with the pipeline of `src/vision`: detector, mesh, network. Only the trained parts answer with
 * the weights of the photo's judge, which has not seen the person.
 */
export async function askAnimo(models: Models, photos: readonly Photo[], judges: Judges): Promise<AnimoGuesses> {
  const guesses: AnimoGuesses = { whole: [], network: [], landmarks: [] }
  for (const photo of photos) {
    const { network, points } = (await read(models, photo)) ?? {}
    const judge = judges(photo)
    const landmarks = points ? judge.landmarks(faceShape(points)) : null
    guesses.network.push(network ?? null)
    guesses.landmarks.push(landmarks)
    guesses.whole.push(network && landmarks ? combineWith(judge.fusion, network, landmarks) : null)
  }
  return guesses
}

type Read = { network: Expression; points: Landmarks }

async function read(models: Models, photo: Photo): Promise<Read | null> {
  const bytes = Uint8Array.from(await readFile(photo.file))
  const {
    faces: [face],
  } = await analyze(models, bytes, () => undefined)
  if (!face) return null
  const frame = await decode(bytes)
  const scale = frame.width / frame.source.width
  const inFrame = face.landmarks.map((value) => value * scale)
  const network = await readNetwork(models.expression, frame, inFrame, 'both')
  expectShipped(face, network)
  return { network, points: face.landmarks }
}

/** The parts, put together with the shipped weights, must be what the pipeline says: else this measures another one. */
function expectShipped({ expression, landmarks }: Face, network: Expression): void {
  const rebuilt = combine(network, classifyLandmarks(landmarks))
  const apart = EXPRESSIONS.map((name) => Math.abs(rebuilt[name] - expression[name]))
  if (Math.max(...apart) > 1e-3) throw new Error('The pipeline combines its parts in another way than this bench.')
}
