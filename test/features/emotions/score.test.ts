import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLASSES, detectImageReply, SCORE_KEYS } from '../../../src/features/emotions/contract.ts'
import { round } from '../../../src/features/emotions/round.ts'
import { classify } from '../../../src/features/emotions/score.ts'
import type { Expression } from '../../../src/vision/reading.ts'

const NONE = { neutral: 0, happy: 0, sad: 0, angry: 0, fear: 0, disgust: 0, surprise: 0 }
const showing = (name: keyof Expression) => ({ ...NONE, neutral: 0.1, [name]: 0.9 })

describe('classify', () => {
  it.each([
    ['happy', 'feliz', 'feliz'],
    ['sad', 'triste', 'triste'],
    ['angry', 'enojado', 'enojado'],
    ['surprise', 'sorprendido', 'sorprendido'],
    ['neutral', 'neutral', 'neutral'],
    ['disgust', 'enojado', 'disgusto'],
    ['fear', 'sorprendido', 'miedo'],
  ] as const)('calls %s %s, in detail %s', (name, clase, detailed) => {
    expect(classify(showing(name))).toMatchObject({ clase, clase_detallada: detailed, confianza: 0.9 })
  })

  it('always gives the documented six scores and neutral, highest first, the first being the confidence', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true })
    const expression = fc.record(Object.fromEntries(Object.keys(NONE).map((key) => [key, probability])))
    fc.assert(
      fc.property(expression, (given) => {
        const { scores, confianza, clase } = classify(given as unknown as Expression)
        const values = Object.values(scores)
        expect(Object.keys(scores).sort()).toEqual([...SCORE_KEYS].sort())
        expect(values).toEqual(values.toSorted((a, b) => b - a))
        expect(confianza).toBe(values[0])
        expect(CLASSES).toContain(clase)
        expect(clase).not.toBe('amor')
      }),
    )
  })

  it('keeps the order through the reply schema', () => {
    const { scores } = classify({ ...NONE, sad: 0.7, fear: 0.2, neutral: 0.1 })
    const parsed = detectImageReply.shape.detection.shape.scores.parse(scores)
    expect(Object.keys(parsed).slice(0, 3)).toEqual(['sad', 'fear', 'neutral'])
  })
})

describe('round', () => {
  it.each([
    [0.72115, 4, 0.7212],
    [5.23449, 3, 5.234],
    [-0.00001, 4, 0],
    [45.25, 1, 45.3],
    [-0.12345, 4, -0.1234],
  ])('%d to %d decimals', (value, decimals, expected) => {
    expect(Object.is(round(value, decimals), expected)).toBe(true)
  })
})
