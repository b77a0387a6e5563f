import { classifyOnDevice } from '../../../../vision/expression/on-device-classifier.ts'
import { clip, meshBox } from '../../../../vision/face/boxes.ts'
import { measurePose, outsidePart } from '../../../../vision/face/quality.ts'
import { readFeatures } from '../../../../vision/features/features.ts'
import type { Vision } from '../../../../vision/pool.ts'
import type { Box, Expression, Landmarks } from '../../../../vision/reading.ts'
import { createTracker } from '../../../../vision/track/tracker.ts'
import type { DetailedClass } from '../../contract.ts'
import { viewFeatures } from '../../features.ts'
import { viewPoints } from '../../view.ts'
import type { DeviceFaces, EmotionResult } from '../contract.ts'
import { createPeople } from '../people/people.ts'
import { issuesOf, type Quality } from './issues.ts'
import { viewDetection, viewFaces, viewMood, viewQuality } from './view.ts'

type Size = { readonly width: number; readonly height: number }
/** A face, however it was read: from pixels here, or from landmarks by the device. */
type Read = { box: Box; landmarks: Landmarks; expression: Expression; quality: Quality; expected?: number }
type Wishes = Readonly<{ landmarks: boolean; features: boolean }>
type Told = 'detection' | 'faces' | 'mood' | 'quality' | 'calibration' | 'landmarks' | 'features'
type Report = Pick<EmotionResult, Told>
type Deps = {
  vision: Pick<Vision, 'analyze'>
  wishes: Wishes
  /** Whether other streams wait for their turn. */
  isBusy?: () => boolean
  now?: () => number
}

/** What a face seen badly adds to the evidence, against one that is seen well. */
const BAD_VIEW_TRUST = 0.4
const POINTS = 468
const MESH_DECIMALS = 4
/** More than a 4K camera has: a picture that takes a second to decode would keep all other cameras waiting. */
const MAX_FRAME_PIXELS = 12_000_000

export type Stream = ReturnType<typeof createStream>

/** One camera: follows its faces and keeps the evidence about the people before it. Pictures are not kept. */
export function createStream({ vision, wishes, isBusy = () => false, now = () => performance.now() }: Deps) {
  const tracker = createTracker({ now })
  const people = createPeople(now)

  function report(faces: readonly Read[], picture: Size) {
    const ids = tracker.update(faces, picture)
    const sightings = faces.map(({ box, expression, quality }, index) => {
      const trust = issuesOf(quality).length > 0 ? BAD_VIEW_TRUST : 1
      return { id: ids[index] ?? 0, box, expression, trust }
    })
    const seen = people.see(sightings)
    const primary = seen.people[0]
    const face = primary && faces[ids.indexOf(primary.id)]
    const result: Report = {
      detection: viewDetection(primary, people.said(), picture),
      faces: viewFaces(seen.people, picture),
      mood: viewMood(primary),
      quality: viewQuality(face?.quality),
      calibration: people.calibration(),
      ...(wishes.landmarks && face && { landmarks: viewPoints(face.landmarks, picture, MESH_DECIMALS) }),
      ...(wishes.features && face && { features: viewFeatures(readFeatures(face.landmarks)) }),
    }
    return { result, calibrated: seen.calibrated }
  }

  return {
    /** Reads the next frame (the bytes are taken over). Rejects with `VisionError`. */
    async frame(bytes: Uint8Array, signal: AbortSignal) {
      const look = { ...tracker.look(isBusy()), maxPixels: MAX_FRAME_PIXELS }
      const { faces, image } = await vision.analyze(bytes, { signal, look })
      return report(faces, image)
    },
    /** Takes the faces that a device has found itself. */
    landmarks: (message: DeviceFaces) => report(message.faces.map(readDeviceFace(message.image)), message.image),
    calibrate: people.calibrate,
    correct: (clase: DetailedClass) => people.correct(clase),
    reset: people.reset,
    calibration: people.calibration,
  }
}

const readDeviceFace =
  (picture: Size) =>
  ({ landmarks, blendshapes }: DeviceFaces['faces'][number]): Read => {
    // Depth is on the scale of the width, as MediaPipe has it.
    const points = Float32Array.from(
      landmarks.slice(0, POINTS).flatMap(([x, y, z]) => [x * picture.width, y * picture.height, z * picture.width]),
    )
    const quality = { brightness: null, sharpness: null, ...measurePose(points), outside: outsidePart(points, picture) }
    const expression = classifyOnDevice(points, blendshapes)
    return { box: clip(meshBox(points), picture), landmarks: points, expression, quality }
  }
