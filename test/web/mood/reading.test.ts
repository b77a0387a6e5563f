import { describe, expect, it } from 'vitest'
import { cameraTrouble } from '../../../web/features/mood/camera/camera-trouble.ts'
import { FEATURES, linesOf, type Part, valueText } from '../../../web/features/mood/measures/features.ts'
import { NotAPicture, sidesWithin } from '../../../web/features/mood/picture/size.ts'
import { scoreList } from '../../../web/features/mood/reading/score-list.ts'
import { TROUBLES, troubleOf } from '../../../web/features/mood/reading/trouble.ts'
import { ApiError } from '../../../web/lib/api/error.ts'

describe('the size of a picture that is sent', () => {
  it('shrinks to the longest side and never grows', () => {
    expect(sidesWithin(4000, 3000)).toEqual({ width: 1600, height: 1200 })
    expect(sidesWithin(300, 250)).toEqual({ width: 300, height: 250 })
    expect(sidesWithin(20_000, 3)).toEqual({ width: 1600, height: 1 })
    expect(sidesWithin(0, 0)).toEqual({ width: 1, height: 1 })
  })
})

describe('scores', () => {
  it('go by the names of the emotions, highest first', () => {
    expect(scoreList({ sad: 0.1, happy: 0.7, neutral: 0.2, boredom: 0.9 })).toEqual([
      { emotion: 'feliz', score: 0.7 },
      { emotion: 'neutral', score: 0.2 },
      { emotion: 'triste', score: 0.1 },
    ])
  })
})

describe('measures', () => {
  const features = {
    eyes: { right_eye_opening: 0.72, left_eye_opening: 0.7, eye_asymmetry: 0.02, average_opening: 0.71 },
    eyebrows: { right_eyebrow_raise: -0.001, left_eyebrow_raise: 0.12, eyebrow_angle: 5.23, eyebrow_distance: 0.45 },
    mouth: {
      mouth_height: 0.21,
      mouth_width: 0.62,
      mouth_aspect_ratio: 0.34,
      smile_intensity: 0.81,
      lip_compression: 0.12,
    },
    nose: { nose_position: 0.5, nose_orientation: -0.02, nostril_flare: 0.11 },
  }

  it('are all shown', () => {
    for (const part of Object.keys(FEATURES) as Part[])
      expect(
        linesOf(features, part)
          .map((line) => line.measure)
          .sort(),
      ).toEqual(Object.keys(features[part]).sort())
  })

  it('are written with their unit, and never as minus nothing', () => {
    const texts = [...linesOf(features, 'eyes'), ...linesOf(features, 'eyebrows')].map((line) => valueText(line, 'en'))
    expect(texts).toEqual(['72%', '70%', '71%', '2%', '0', '0.12', '5.2°', '0.45'])
  })
})

describe('what goes wrong', () => {
  it('has words for every code, and for what has none', () => {
    const of = (code: string, status = 400) => troubleOf(new ApiError(status, code, ''))
    expect(of('NO_FACE_DETECTED')).toBe('noFace')
    expect(of('INVALID_IMAGE')).toBe('notAPicture')
    expect(of('IMAGE_TOO_LARGE')).toBe('tooLarge')
    expect(of('RATE_LIMIT_EXCEEDED', 429)).toBe('limited')
    expect(of('NETWORK', 0)).toBe('network')
    expect(of('PROCESSING_ERROR', 500)).toBe('server')
    expect(troubleOf(new NotAPicture())).toBe('notAPicture')
    expect(TROUBLES).toContain(troubleOf('nonsense'))
  })

  it('tells a camera that is not there from one that is refused or busy', () => {
    const named = (name: string) => Object.assign(new Error(name), { name })
    const names = ['NotFoundError', 'NotAllowedError', 'NotReadableError', 'SecurityError', 'Unheard']
    expect(names.map((name) => cameraTrouble(named(name)))).toEqual(['none', 'refused', 'busy', 'insecure', 'other'])
    expect(cameraTrouble(undefined)).toBe('other')
  })
})
