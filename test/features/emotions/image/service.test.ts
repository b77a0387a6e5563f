import { describe, expect, it } from 'vitest'
import { detectImageReply } from '../../../src/features/emotions/contract.ts'
import { createEmotions } from '../../../src/features/emotions/service.ts'
import { readFeatures } from '../../../src/vision/features/features.ts'
import type { FaceReading } from '../../../src/vision/reading.ts'
import { VisionError, type VisionErrorKind } from '../../../src/vision/vision-error.ts'

const landmarks = Float32Array.from({ length: 468 * 3 }, (_, index) => (index * 37) % 400)
const READING: FaceReading = {
  image: { width: 800, height: 400 },
  face: {
    box: { x: 200, y: 100, width: 400, height: 200 },
    score: 0.9,
    landmarks,
    expression: { neutral: 0.05, happy: 0.9, sad: 0.01, angry: 0.01, fear: 0.01, disgust: 0.01, surprise: 0.01 },
    features: readFeatures(landmarks),
  },
  timings: { decodeMs: 1, modelMs: 2, totalMs: 3 },
}
const now = () => new Date('2025-10-11T10:30:15.234Z')
const answering = (reading: FaceReading) => createEmotions({ vision: { analyze: async () => reading }, now })
const failing = (error: Error) => createEmotions({ vision: { analyze: () => Promise.reject(error) }, now })
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
    await createEmotions({ vision: { analyze } }).detectImage('data:image/png;base64,AQID')
    expect(Array.from(seen[0]!)).toEqual([1, 2, 3])
  })

  it('says that there is no face, in the exact words of the document', async () => {
    const failure = await answering({ ...READING, face: null })
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
