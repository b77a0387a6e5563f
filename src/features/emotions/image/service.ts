import { AppError } from '../../../errors.ts'
import type { Vision } from '../../../vision/pool.ts'
import type { Face, FaceReading } from '../../../vision/reading.ts'
import { VisionError } from '../../../vision/vision-error.ts'
import type { DetectImageReply } from '../contract.ts'
import { toAppError } from '../failures.ts'
import { viewFeatures } from '../features.ts'
import { round } from '../round.ts'
import { classify } from '../score.ts'
import type { Recorder } from '../sessions/recorder.ts'
import type { Sessions } from '../sessions/service.ts'
import { viewBox, viewPoints } from '../view.ts'
import { MAX_IMAGE_BYTES, parseDataUrl } from './upload.ts'

type Deps = {
  vision: Pick<Vision, 'analyze'>
  sessions: Pick<Sessions, 'open'>
  recorder: Pick<Recorder, 'record'>
  now?: () => Date
}
/** Whose picture it is; without a session, `recording` says whether the new one keeps a history. */
type From = Readonly<{ sessionId?: string | undefined; viewerId: number | null; recording: boolean }>
type Options = { landmarks?: boolean }

const LANDMARK_MODEL = 'mediapipe_face_mesh_468'

export type Emotions = ReturnType<typeof createEmotions>

/** Reads emotions from pictures. Nothing of a picture outlives the reply; the reading does where there is consent. */
export function createEmotions({ vision, sessions, recorder, now = () => new Date() }: Deps) {
  return {
    /**
     * Reads the faces of a picture, given as bytes (taken over) or as a data URL; the largest one is the answer.
     * Rejects with `NO_FACE_DETECTED`, `INVALID_IMAGE`, `IMAGE_TOO_LARGE`, `MISSING_PARAMETER`, `INVALID_SESSION`,
     * `PROCESSING_ERROR` or `SERVICE_UNAVAILABLE`.
     */
    async detectImage(source: Uint8Array | string, from: From, options: Options = {}): Promise<DetectImageReply> {
      const started = performance.now()
      const bytes = typeof source === 'string' ? parseDataUrl(source) : source
      if (bytes.length > MAX_IMAGE_BYTES) throw new AppError('IMAGE_TOO_LARGE')
      // A session of somebody else is refused before any work; a new one is made only for a face.
      const given = from.sessionId === undefined ? null : await sessions.open({ ...from, id: from.sessionId })
      const reading = await vision.analyze(bytes).catch((error: unknown) => {
        throw error instanceof VisionError ? toAppError(error) : error
      })
      const [face] = reading.faces
      if (!face) throw new AppError('NO_FACE_DETECTED')
      const session = given ?? (await sessions.open({ viewerId: from.viewerId, recording: from.recording }))
      const view = viewReading(reading, face, options)
      const { clase, clase_detallada: detailed, incierto: uncertain, confianza: confidence, scores } = view.detection
      recorder.record(session, { at: now(), clase, detailed, uncertain, confidence, scores, source: 'image' })
      return {
        success: true,
        timestamp: now().toISOString(),
        session_id: session.id,
        processing_time_ms: round(performance.now() - started, 1),
        ...view,
      }
    },
  }
}

function viewReading({ image, faces }: FaceReading, face: Face, { landmarks = false }: Options) {
  return {
    detection: { face_detected: true as const, ...viewFace(face, image) },
    faces: faces.map((one) => ({ primary: one === face, ...viewFace(one, image) })),
    features: viewFeatures(face.features),
    ...(landmarks && { landmarks: viewPoints(face.landmarks, image) }),
    metadata: {
      image_resolution: { width: image.width, height: image.height },
      face_landmarks_count: face.landmarks.length / 3,
      landmark_model: LANDMARK_MODEL,
    },
  }
}

const viewFace = ({ expression, box }: Face, picture: FaceReading['image']) => ({
  ...classify(expression),
  box: viewBox(box, picture),
})
