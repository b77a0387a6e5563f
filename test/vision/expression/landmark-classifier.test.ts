import { describe, expect, it } from 'vitest'
import { classifyLandmarks } from '../../../src/vision/expression/landmark-classifier.ts'
import { EXPRESSIONS, type Expression } from '../../../src/vision/reading.ts'
import { mirror, place, sampleFaces } from './faces.ts'

const faces = await sampleFaces()

function expectSame(a: Expression, b: Expression): void {
  for (const name of EXPRESSIONS) expect(a[name]).toBeCloseTo(b[name], 3)
}

describe('the landmark classifier', () => {
  it('answers with probabilities of every expression', () => {
    expect(faces).toHaveLength(7)
    for (const face of faces) {
      const answer = classifyLandmarks(face)
      expect(Object.keys(answer)).toEqual([...EXPRESSIONS])
      expect(Object.values(answer).reduce((sum, value) => sum + value)).toBeCloseTo(1, 6)
    }
  })

  it('tells different faces apart', () => {
    const happy = faces.map((face) => classifyLandmarks(face).happy)
    expect(Math.max(...happy) - Math.min(...happy)).toBeGreaterThan(0.5)
  })

  it('reads a face and its mirror image alike', () => {
    for (const face of faces) expectSame(classifyLandmarks(mirror(face)), classifyLandmarks(face))
  })

  it('does not care where a face is, how large it is or how it is tilted', () => {
    for (const face of faces) {
      const answer = classifyLandmarks(face)
      expectSame(classifyLandmarks(place(face, { scale: 1 / 640, x: 0, y: 0, roll: 0 })), answer)
      expectSame(classifyLandmarks(place(face, { scale: 3, x: -900, y: 77, roll: 0 })), answer)
      expectSame(classifyLandmarks(place(face, { scale: 1, x: 10, y: 10, roll: 0.6 })), answer)
    }
  })

  it('takes the 478 points of MediaPipe as well', () => {
    const [face] = faces
    const longer = new Float32Array(478 * 3)
    longer.set(face!)
    expectSame(classifyLandmarks(longer), classifyLandmarks(face!))
  })

  it.each([
    ['nothing', new Float32Array(0)],
    ['one point', new Float32Array(468 * 3).fill(7)],
    ['no numbers', new Float32Array(468 * 3).fill(Number.NaN)],
    ['endless numbers', new Float32Array(468 * 3).fill(Number.POSITIVE_INFINITY)],
    ['huge numbers', Float32Array.from({ length: 468 * 3 }, (_, index) => (index % 7) * 1e37)],
  ])('stays a probability for %s', (_name, points) => {
    const values = Object.values(classifyLandmarks(points))
    expect(values.every((value) => value >= 0 && value <= 1)).toBe(true)
    expect(values.reduce((sum, value) => sum + value)).toBeCloseTo(1, 6)
  })
})
