import { combine } from '../expression/combine.ts'
import { classifyLandmarks } from '../expression/landmark-classifier.ts'
import { EXPRESSION_SCALING, readNetwork, type Sides } from '../expression/network.ts'
import { readFeatures } from '../features/features.ts'
import type { Frame } from '../picture/decode.ts'
import { type Region, type Scaling, sample } from '../picture/sample.ts'
import type { Expression, Face, Landmarks } from '../reading.ts'
import { clip, meshBox, sameFace } from './boxes.ts'
import { type Candidate, findFaces } from './find-faces.ts'
import type { Model, Models } from './models.ts'
import { measureQuality } from './quality.ts'
import { meshRegion, scaleRegion, toFrame } from './region.ts'

const MESH: Scaling = { scale: 1 / 255, offset: [0, 0, 0] }

const MIN_FACE_FLAG = 0.5
/** A mesh much smaller or larger than the region it was drawn in has lost its face. */
const MESH_SHARE = { least: 0.3, most: 1.25 } as const
/** A box above this part of the picture is misplaced too often: the next zoom looks again. */
const CLOSE_UP = 0.55

/** Called between the networks; throws to stop early. */
export type Checkpoint = () => void

/** Where to look for faces, and how much work that may be. */
export type Look = {
  /** Where faces are expected, in pixels of the upright source: these need no detector. */
  readonly expected: readonly Region[]
  /** How far the picture is drawn back for the detector, one try after the other until a face is found; none: no search. */
  readonly zooms: readonly number[]
  readonly maxFaces: number
  readonly sides: Sides
  /** Larger pictures are refused; absent: the most that may be decoded at all. */
  readonly maxPixels?: number
}

/** A picture of which nothing is known: every zoom until a face is found with room around it. */
export const WHOLE_PICTURE: Look = { expected: [], zooms: [1, 1.5, 2], maxFaces: 4, sides: 'both' }

type Found = { readonly box: Candidate['box']; readonly score: number; readonly points: Landmarks; expected: number }

/**
 * Reads the faces of a frame, largest first: detector (or the regions where faces are expected), mesh on the rotated
 * region, expression on the aligned crop. Coordinates are those of `frame.source`.
 */
export async function readFaces(models: Models, frame: Frame, look: Look, checkpoint: Checkpoint): Promise<Face[]> {
  const found = await followFaces(models.mesh, frame, look, checkpoint)
  const zooms = zoomsFor(look, found.length)
  for (const zoom of zooms) {
    if (found.length >= look.maxFaces) break
    checkpoint()
    const candidates = await findFaces(models.detector, frame, zoom)
    if (zoom === 1 && zooms.length > 1 && isCloseUp(candidates[0], frame)) continue
    await addFaces(models.mesh, frame, candidates, { found, maxFaces: look.maxFaces, checkpoint })
    if (found.length > 0) break
  }
  const faces: Face[] = []
  for (const face of found.sort((a, b) => area(b) - area(a))) {
    checkpoint()
    faces.push(describe(frame, face, await readNetwork(models.expression, frame, face.points, look.sides), models))
  }
  return faces
}

/** A face that is not where it was expected is looked for at once, so that a quick movement costs no frame. */
function zoomsFor({ expected, zooms }: Look, found: number): Look['zooms'] {
  if (expected.length === 0 || found === expected.length) return zooms
  return found === 0 ? WHOLE_PICTURE.zooms : [1]
}

/** Faces that are still where they are expected; two regions that run into one face count once. */
async function followFaces(model: Model, frame: Frame, look: Look, checkpoint: Checkpoint): Promise<Found[]> {
  const scale = frame.width / frame.source.width
  const found: Found[] = []
  for (const [expected, region] of look.expected.slice(0, look.maxFaces).entries()) {
    checkpoint()
    const drawn = scaleRegion(region, scale)
    const { points, flag } = await readMesh(model, frame, drawn)
    const share = meshRegion(points, 1).side / drawn.side
    if (flag < MIN_FACE_FLAG || share < MESH_SHARE.least || share > MESH_SHARE.most) continue
    const box = meshBox(points)
    if (found.every((other) => !sameFace(other.box, box))) found.push({ box, score: flag, points, expected })
  }
  return found
}

type Adding = { found: Found[]; maxFaces: number; checkpoint: Checkpoint }

/** Candidates that are no face already found and whose mesh agrees that they are one. */
async function addFaces(model: Model, frame: Frame, candidates: Candidate[], { found, maxFaces, checkpoint }: Adding) {
  for (const { box, score, region } of candidates) {
    if (found.length >= maxFaces) return
    if (found.some((other) => sameFace(other.box, box))) continue
    checkpoint()
    const { points, flag } = await readMesh(model, frame, region)
    if (flag >= MIN_FACE_FLAG) found.push({ box, score, points, expected: -1 })
  }
}

function isCloseUp(candidate: Candidate | undefined, frame: Frame): boolean {
  return candidate !== undefined && candidate.box.width > CLOSE_UP * Math.max(frame.width, frame.height)
}

/** The mesh of one region: points in frame pixels (z on the same scale) and how sure it is of a face, 0..1. */
async function readMesh(model: Model, frame: Frame, region: Region): Promise<{ points: Landmarks; flag: number }> {
  sample(frame, region, model.side, MESH, model.input)
  const { landmarks, face_flag: flag } = await model.run()
  if (!landmarks || !flag) throw new Error('The face mesh lacks an output.')
  const points = new Float32Array(landmarks.length)
  for (let index = 0; index < landmarks.length; index += 3) {
    points.set(toFrame(region, model.side, landmarks[index] ?? 0, landmarks[index + 1] ?? 0), index)
    points[index + 2] = ((landmarks[index + 2] ?? 0) * region.side) / model.side
  }
  return { points, flag: flag[0] ?? 0 }
}

/**
 * What pixels and geometry say together. The input of the expression network still holds the aligned crop (mirrored):
 * that is where light and sharpness are measured.
 */
function describe(frame: Frame, { box, score, points, expected }: Found, network: Expression, models: Models): Face {
  const scale = frame.source.width / frame.width
  const landmarks = points.map((value) => value * scale)
  const crop = { pixels: models.expression.input, side: models.expression.side, scaling: EXPRESSION_SCALING }
  const quality = measureQuality(landmarks, frame.source, crop)
  const visible = clip(box, frame, scale)
  const expression = combine(network, classifyLandmarks(landmarks))
  return { box: visible, score, landmarks, expression, features: readFeatures(landmarks), quality, expected }
}

const area = ({ box }: Found) => box.width * box.height
