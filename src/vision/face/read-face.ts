import { readFeatures } from '../features/features.ts'
import type { Frame } from '../picture/decode.ts'
import { type Region, type Scaling, sample } from '../picture/sample.ts'
import { type Box, EXPRESSIONS, type Expression, type Face, type Landmarks } from '../reading.ts'
import { type Candidate, findFaces } from './find-faces.ts'
import type { Model, Models } from './models.ts'
import { meshRegion, toFrame } from './region.ts'

const MESH: Scaling = { scale: 1 / 255, offset: [0, 0, 0] }
/** The mean colour that the expression network was trained with. */
const EXPRESSION: Scaling = { scale: 1 / 255, offset: [-122.782 / 255, -117.001 / 255, -104.298 / 255] }

const MIN_FACE_FLAG = 0.5
const MAX_CANDIDATES = 3
/** How far the picture is drawn back for the detector, until it finds a face with room around it. */
const ZOOMS = [1, 1.5, 2]
/** A box above this part of the picture is misplaced too often: the next zoom looks again. */
const CLOSE_UP = 0.55
const EXPRESSION_MARGIN = 1.1

/** Called between the networks; throws to stop early. */
export type Checkpoint = () => void
type Found = Candidate & { readonly points: Landmarks }

/**
 * Finds the largest face of a frame and reads it: detector, mesh on the rotated region, expression on the aligned
 * crop. Coordinates are those of `frame.source`. Null when there is no face.
 */
export async function readFace(models: Models, frame: Frame, checkpoint: Checkpoint): Promise<Face | null> {
  for (const zoom of ZOOMS) {
    checkpoint()
    const candidates = await findFaces(models.detector, frame, zoom)
    if (zoom === 1 && isCloseUp(candidates[0], frame)) continue
    const found = await firstFace(models.mesh, frame, candidates.slice(0, MAX_CANDIDATES), checkpoint)
    if (!found) continue
    return describe(frame, found, await readExpression(models.expression, frame, found.points))
  }
  return null
}

function isCloseUp(candidate: Candidate | undefined, frame: Frame): boolean {
  return candidate !== undefined && candidate.box.width > CLOSE_UP * Math.max(frame.width, frame.height)
}

/** A candidate whose mesh says "no face" gives way to the next smaller one. */
async function firstFace(model: Model, frame: Frame, candidates: readonly Candidate[], checkpoint: Checkpoint) {
  for (const candidate of candidates) {
    checkpoint()
    const { points, flag } = await readMesh(model, frame, candidate.region)
    if (flag >= MIN_FACE_FLAG) return { ...candidate, points }
  }
  return null
}

/** The mesh of one region: points in frame pixels (z on the same scale) and how sure it is of a face, 0..1. */
async function readMesh(model: Model, frame: Frame, region: Region): Promise<{ points: Landmarks; flag: number }> {
  const { landmarks, face_flag: flag } = await run(model, frame, region, MESH)
  if (!landmarks || !flag) throw new Error('The face mesh lacks an output.')
  const points = new Float32Array(landmarks.length)
  for (let index = 0; index < landmarks.length; index += 3) {
    points.set(toFrame(region, model.side, landmarks[index] ?? 0, landmarks[index + 1] ?? 0), index)
    points[index + 2] = ((landmarks[index + 2] ?? 0) * region.side) / model.side
  }
  return { points, flag: flag[0] ?? 0 }
}

async function readExpression(model: Model, frame: Frame, points: Landmarks): Promise<Expression> {
  const { probabilities } = await run(model, frame, meshRegion(points, EXPRESSION_MARGIN), EXPRESSION)
  if (!probabilities) throw new Error('The expression network lacks its output.')
  return Object.fromEntries(EXPRESSIONS.map((name, index) => [name, probabilities[index] ?? 0])) as Expression
}

async function run(model: Model, frame: Frame, region: Region, scaling: Scaling) {
  sample(frame, region, model.side, scaling, model.input)
  return model.run()
}

function describe(frame: Frame, { box, score, points }: Found, expression: Expression): Face {
  const scale = frame.source.width / frame.width
  const landmarks = points.map((value) => value * scale)
  return { box: cut(box, frame, scale), score, landmarks, expression, features: readFeatures(landmarks) }
}

/** The part of a box that lies inside the frame, in pixels of the source. */
function cut(box: Box, frame: Frame, scale: number): Box {
  const clamp = (value: number, max: number) => Math.min(Math.max(value, 0), max) * scale
  const x = clamp(box.x, frame.width)
  const y = clamp(box.y, frame.height)
  const width = clamp(box.x + box.width, frame.width) - x
  const height = clamp(box.y + box.height, frame.height) - y
  return { x, y, width, height }
}
