import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../src/errors.ts'
import { detectImageReply } from '../../../../src/features/emotions/contract.ts'
import { createEmotions } from '../../../../src/features/emotions/image/service.ts'
import type { Detection } from '../../../../src/features/emotions/sessions/recorder.ts'
import type { Sessions } from '../../../../src/features/emotions/sessions/service.ts'
import { readFeatures } from '../../../../src/vision/features/features.ts'
import type { Face, FaceReading } from '../../../../src/vision/reading.ts'
import { VisionError, type VisionErrorKind } from '../../../../src/vision/vision-error.ts'

const landmarks = Float32Array.from({ length: 468 * 3 }, (_, index) => (index * 37) % 400)
const FACE: Face = {
  box: { x: 200, y: 100, width: 400, height: 200 },
  score: 0.9,
  landmarks,
  expression: { neutral: 0.05, happy: 0.9, sad: 0.01, angry: 0.01, fear: 0.01, disgust: 0.01, surprise: 0.01 },
  features: readFeatures(landmarks),
  quality: { brightness: 0.5, sharpness: 0.5, pose: { yaw: 0, pitch: 0, roll: 0 }, eyeDistance: 100, outside: 0 },
  expected: -1,
}
const READING: FaceReading = {
  image: { width: 800, height: 400 },
  faces: [FACE],
  timings: { decodeMs: 1, modelMs: 2, totalMs: 3 },
}
const now = () => new Date('2025-10-11T10:30:15.234Z')
const recorded: { key: number; detection: Detection }[] = []
const sessions: Pick<Sessions, 'open'> = {
  open: async ({ id, recording = false }) => {
    if (id === 'gone') throw new AppError('INVALID_SESSION')
    return { key: 7, id: id ?? 'emo_new', recording }
  },
}
const recorder = {
  record: ({ key }: { key: number }, detection: Detection) => void recorded.push({ key, detection }),
}
type Analyze = Parameters<typeof createEmotions>[0]['vision']['analyze']
const createWith = (analyze: Analyze) => {
  const emotions = createEmotions({ vision: { analyze }, sessions, recorder, now })
  const nobody = { viewerId: null, recording: false }
  return {
    detectImage: (source: Uint8Array | string, options?: { landmarks?: boolean }, sessionId?: string) =>
      emotions.detectImage(source, { ...nobody, sessionId }, options),
  }
}
const answering = (reading: FaceReading) => createWith(async () => reading)
const failing = (error: Error) => createWith(() => Promise.reject(error))
const bytes = () => Uint8Array.of(1, 2, 3)

describe('detectImage', () => {
  it('answers the documented shape', async () => {
    const reply = await answering(READING).detectImage(bytes())
    expect(detectImageReply.parse(reply)).toEqual(reply)
    expect(reply).toMatchObject({
      success: true,
      timestamp: '2025-10-11T10:30:15.234Z',
      detection: {
        face_detected: true,
        clase: 'feliz',
        confianza: 0.9,
        box: { x: 0.25, y: 0.25, width: 0.5, height: 0.5 },
      },
      metadata: { image_resolution: { width: 800, height: 400 }, face_landmarks_count: 468 },
    })
    expect(reply).not.toHaveProperty('landmarks')
    expect(reply.processing_time_ms).toBe(Number(reply.processing_time_ms.toFixed(1)))
  })

  it('keeps the documented relations between features after rounding', async () => {
    const { features } = await answering(READING).detectImage(bytes())
    const { right_eye_opening: right, left_eye_opening: left, eye_asymmetry, average_opening } = features.eyes
    expect(eye_asymmetry).toBeCloseTo(Math.abs(right - left), 3)
    expect(average_opening).toBeCloseTo((right + left) / 2, 3)
    const { mouth_height, mouth_width, mouth_aspect_ratio } = features.mouth
    expect(mouth_aspect_ratio).toBeCloseTo(mouth_height / mouth_width, 2)
  })

  it('adds the points as parts of the picture when asked', async () => {
    const { landmarks: points } = await answering(READING).detectImage(bytes(), { landmarks: true })
    expect(points).toHaveLength(468)
    expect(points![1]).toEqual([111 / 800, 148 / 400])
  })

  it('takes a data URL too', async () => {
    const seen: Uint8Array[] = []
    const analyze = async (given: Uint8Array) => {
      seen.push(given)
      return READING
    }
    await createWith(analyze).detectImage('data:image/png;base64,AQID')
    expect(Array.from(seen[0]!)).toEqual([1, 2, 3])
  })

  it('lists every face, the largest one as primary', async () => {
    const other = { ...FACE, expression: { ...FACE.expression, happy: 0.05, sad: 0.9 } }
    const { faces, detection } = await answering({ ...READING, faces: [FACE, other] }).detectImage(bytes())
    expect(faces.map(({ primary, clase }) => [primary, clase])).toEqual([
      [true, 'feliz'],
      [false, 'triste'],
    ])
    expect(detection.clase).toBe('feliz')
  })

  it('says when no class is convincing, and keeps the likeliest one as the documented class', async () => {
    const flat = { neutral: 0.16, happy: 0.16, sad: 0.2, angry: 0.16, fear: 0.1, disgust: 0.1, surprise: 0.12 }
    const { detection } = await answering({ ...READING, faces: [{ ...FACE, expression: flat }] }).detectImage(bytes())
    expect(detection).toMatchObject({ clase: 'triste', clase_detallada: 'incierto', incierto: true, confianza: 0.2 })
  })

  it('hands what was read to the session, and refuses one that is not there before any work', async () => {
    recorded.length = 0
    const reply = await answering(READING).detectImage(bytes(), {}, 'emo_mine')
    expect(reply.session_id).toBe('emo_mine')
    expect(recorded).toEqual([
      { key: 7, detection: expect.objectContaining({ at: now(), clase: 'feliz', confidence: 0.9, source: 'image' }) },
    ])
    await expect(failing(new Error('was asked')).detectImage(bytes(), {}, 'gone')).rejects.toMatchObject({
      code: 'INVALID_SESSION',
    })
    await expect(answering({ ...READING, faces: [] }).detectImage(bytes())).rejects.toThrow()
    expect(recorded).toHaveLength(1)
  })

  it('says that there is no face, in the exact words of the document', async () => {
    const failure = await answering({ ...READING, faces: [] })
      .detectImage(bytes())
      .catch((error) => error)
    expect(failure.status).toBe(400)
    expect(failure.toBody('es', now())).toEqual({
      success: false,
      timestamp: '2025-10-11T10:30:15.234Z',
      error: {
        code: 'NO_FACE_DETECTED',
        message: 'No se detectó ningún rostro en la imagen',
        details: 'Asegúrese de que la imagen contenga un rostro visible y bien iluminado',
      },
    })
  })

  it('measures the limit on the decoded bytes', async () => {
    const limit = 10 * 1024 * 1024
    await expect(answering(READING).detectImage(new Uint8Array(limit))).resolves.toMatchObject({ success: true })
    await expect(answering(READING).detectImage(new Uint8Array(limit + 1))).rejects.toMatchObject({
      code: 'IMAGE_TOO_LARGE',
    })
    const url = `data:image/png;base64,${Buffer.alloc(limit + 1).toString('base64')}`
    await expect(answering(READING).detectImage(url)).rejects.toMatchObject({ code: 'IMAGE_TOO_LARGE' })
  })

  it.each<[VisionErrorKind, string, number]>([
    ['invalid-image', 'INVALID_IMAGE', 400],
    ['too-large', 'IMAGE_TOO_LARGE', 400],
    ['too-many-pixels', 'IMAGE_TOO_LARGE', 400],
    ['busy', 'SERVICE_UNAVAILABLE', 503],
    ['aborted', 'SERVICE_UNAVAILABLE', 503],
    ['failed', 'PROCESSING_ERROR', 500],
  ])('turns %s into %s', async (kind, code, status) => {
    const cause = new VisionError(kind, 'why')
    await expect(failing(cause).detectImage(bytes())).rejects.toMatchObject({ code, status, cause })
  })

  it('hides no unexpected error', async () => {
    await expect(failing(new RangeError('surprise')).detectImage(bytes())).rejects.toThrow(RangeError)
  })
})
