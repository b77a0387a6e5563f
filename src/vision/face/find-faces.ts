import type { Frame } from '../picture/decode.ts'
import { letterbox } from '../picture/letterbox.ts'
import type { Region, Scaling } from '../picture/sample.ts'
import type { Box } from '../reading.ts'
import { type Detection, decodeDetections } from './detector.ts'
import type { Model } from './models.ts'
import { detectionRegion, toFrame, wholePicture } from './region.ts'

/** A possible face: its box in frame pixels, the detector's score and where the mesh should look. */
export type Candidate = { readonly box: Box; readonly score: number; readonly region: Region }

const SCALING: Scaling = { scale: 1 / 127.5, offset: [-1, -1, -1] }

/**
 * Possible faces of a frame, largest first, with the frame drawn `1 / zoom` as large as the detector's input allows.
 * Zoom 2 makes room around a face that fills the picture, which the detector misses or misplaces otherwise.
 */
export async function findFaces(model: Model, frame: Frame, zoom: number): Promise<Candidate[]> {
  const whole = wholePicture(frame.width, frame.height)
  const picture = { ...whole, side: whole.side * zoom }
  letterbox(frame, picture.side, model.side, SCALING, model.input)
  return decodeDetections(await model.run())
    .map((detection) => toCandidate(detection, picture, model.side))
    .sort((a, b) => area(b.box) - area(a.box))
}

function toCandidate(detection: Detection, picture: Region, size: number): Candidate {
  const { centerX, centerY, width, height, score } = detection
  const [x, y] = toFrame(picture, size, centerX - width / 2, centerY - height / 2)
  const scale = picture.side / size
  const box = { x, y, width: width * scale, height: height * scale }
  return { box, score, region: detectionRegion(detection, picture, size) }
}

const area = (box: Box) => box.width * box.height
