import { describe, expect, it } from 'vitest'
import { type Detection, decodeDetections, overlap, suppress } from '../../../src/vision/face/detector.ts'

function outputs() {
  return {
    scores16: new Float32Array(512).fill(-9),
    scores32: new Float32Array(384).fill(-9),
    boxes16: new Float32Array(512 * 16),
    boxes32: new Float32Array(384 * 16),
  }
}

const box = (centerX: number, score: number, size = 50): Detection => ({
  score,
  centerX,
  centerY: 100,
  width: size,
  height: size,
  rightEye: [0, 0],
  leftEye: [0, 0],
})

describe('decodeDetections', () => {
  it('finds nothing below a score of one half', () => {
    const low = outputs()
    low.scores16[7] = -0.01
    expect(decodeDetections(low)).toEqual([])
  })

  it('measures a fine anchor from the centre of its 16-pixel cell', () => {
    const fine = outputs()
    const index = (3 * 16 + 5) * 2 + 1
    fine.scores16[index] = 2
    fine.boxes16.set([1, -2, 40, 60, -10, -5, 10, -6], index * 16)
    const [found, ...others] = decodeDetections(fine)
    expect(others).toEqual([])
    expect(found!.score).toBeCloseTo(0.8808, 4)
    expect(found).toMatchObject({
      centerX: 89,
      centerY: 54,
      width: 40,
      height: 60,
      rightEye: [78, 51],
      leftEye: [98, 50],
    })
  })

  it('measures a coarse anchor from the centre of its 32-pixel cell, six to a cell', () => {
    const coarse = outputs()
    const index = (7 * 8 + 6) * 6 + 5
    coarse.scores32[index] = 0
    coarse.boxes32.set([0, 0, 120, 120], index * 16)
    expect(decodeDetections(coarse)).toMatchObject([{ score: 0.5, centerX: 208, centerY: 240 }])
  })

  it('refuses the output of another model', () => {
    expect(() => decodeDetections({})).toThrow('lacks an output')
  })
})

describe('suppress', () => {
  it('keeps the best of those that overlap and everything apart from it', () => {
    const kept = suppress([box(100, 0.6), box(105, 0.9), box(110, 0.8), box(200, 0.7)])
    expect(kept.map(({ score }) => score)).toEqual([0.9, 0.7])
  })

  it('measures overlap as shared part of the union', () => {
    expect(overlap(box(100, 1), box(100, 1))).toBe(1)
    expect(overlap(box(100, 1), box(125, 1))).toBeCloseTo(1 / 3, 10)
    expect(overlap(box(100, 1), box(150, 1))).toBe(0)
    expect(overlap(box(100, 1, 0), box(100, 1, 0))).toBe(0)
  })
})
