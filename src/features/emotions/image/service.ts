import { AppError } from '../../errors.ts'
import type { Vision } from '../../vision/pool.ts'
import type { Face, FaceReading } from '../../vision/reading.ts'
import { VisionError, type VisionErrorKind } from '../../vision/vision-error.ts'
import type { DetectImageReply } from './contract.ts'
import { viewFeatures } from './features.ts'
import { round } from './round.ts'
import { classify } from './score.ts'
import { MAX_IMAGE_BYTES, parseDataUrl } from './upload.ts'

type Deps = { vision: Pick<Vision, 'analyze'>; now?: () => Date }
type Options = { landmarks?: boolean }

const LANDMARK_MODEL = 'mediapipe_face_mesh_468'

export type Emotions = ReturnType<typeof createEmotions>

/** Reads emotions from pictures. Nothing of a picture outlives the reply. */
export function createEmotions({ vision, now = () => new Date() }: Deps) {
  return {
    /**
     * Reads the largest face of a picture, given as bytes (taken over) or as a data URL.
     * Rejects with `NO_FACE_DETECTED`, `INVALID_IMAGE`, `IMAGE_TOO_LARGE`, `MISSING_PARAMETER`, `PROCESSING_ERROR` or
     * `SERVICE_UNAVAILABLE`.
     */
    async detectImage(source: Uint8Array | string, { landmarks = false }: Options = {}): Promise<DetectImageReply> {
      const started = performance.now()
      const bytes = typeof source === 'string' ? parseDataUrl(source) : source
      if (bytes.length > MAX_IMAGE_BYTES) throw new AppError('IMAGE_TOO_LARGE')
      const reading = await vision.analyze(bytes).catch(fail)
      if (!reading.face) throw new AppError('NO_FACE_DETECTED')
      return {
        success: true,
        timestamp: now().toISOString(),
        processing_time_ms: round(performance.now() - started, 1),
        ...viewFace(reading, reading.face, landmarks),
      }
    },
  }
}

function viewFace({ image }: FaceReading, face: Face, landmarks: boolean) {
  const { width, height } = image
  const box = {
    x: round(face.box.x / width, 4),
    y: round(face.box.y / height, 4),
    width: round(face.box.width / width, 4),
    height: round(face.box.height / height, 4),
  }
  return {
    detection: { face_detected: true as const, ...classify(face.expression), box },
    features: viewFeatures(face.features),
    ...(landmarks && { landmarks: viewPoints(face.landmarks, width, height) }),
    metadata: {
      image_resolution: { width, height },
      face_landmarks_count: face.landmarks.length / 3,
      landmark_model: LANDMARK_MODEL,
    },
  }
}

/** Points may lie outside 0..1 where the picture cuts the face. */
function viewPoints(points: Float32Array, width: number, height: number): [x: number, y: number][] {
  return Array.from({ length: points.length / 3 }, (_, index) => [
    round((points[index * 3] ?? 0) / width, 5),
    round((points[index * 3 + 1] ?? 0) / height, 5),
  ])
}

const FAILURES: Readonly<Record<VisionErrorKind, (cause: VisionError) => AppError>> = {
  'invalid-image': (cause) => new AppError('INVALID_IMAGE', { cause }),
  'too-large': (cause) => new AppError('IMAGE_TOO_LARGE', { cause }),
  'too-many-pixels': (cause) =>
    new AppError('IMAGE_TOO_LARGE', {
      cause,
      details: ['La imagen tiene demasiados píxeles', 'The picture has too many pixels'],
    }),
  busy: (cause) => new AppError('SERVICE_UNAVAILABLE', { cause, extras: { retry_after: 1 } }),
  aborted: (cause) => new AppError('SERVICE_UNAVAILABLE', { cause }),
  failed: (cause) => new AppError('PROCESSING_ERROR', { cause }),
}

function fail(error: unknown): never {
  throw error instanceof VisionError ? FAILURES[error.kind](error) : error
}
