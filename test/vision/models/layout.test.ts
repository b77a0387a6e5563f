import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { samePadding, transpose } from '../../../tools/models/layout.ts'

describe('SAME padding', () => {
  it.each([
    { size: 5, kernel: 3, stride: 1, expected: [1, 1] },
    { size: 6, kernel: 3, stride: 2, expected: [0, 1] },
    { size: 256, kernel: 5, stride: 2, expected: [1, 2] },
    { size: 7, kernel: 3, stride: 2, expected: [1, 1] },
    { size: 8, kernel: 2, stride: 2, expected: [0, 0] },
    { size: 9, kernel: 1, stride: 3, expected: [0, 0] },
  ])('of $size with kernel $kernel and stride $stride', ({ size, kernel, stride, expected }) => {
    expect(samePadding(size, kernel, stride)).toEqual(expected)
  })

  it('gives ceil(size / stride) cells and never more before than after', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 4 }),
        (size, kernel, stride) => {
          const [before, after] = samePadding(size, kernel, stride)
          const padded = size + before + after
          if (kernel >= stride) expect(Math.floor((padded - kernel) / stride) + 1).toBe(Math.ceil(size / stride))
          expect(after - before).toBeGreaterThanOrEqual(0)
          expect(after - before).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

describe('transpose', () => {
  it('turns rows into columns', () => {
    expect(Array.from(transpose(Float32Array.of(1, 2, 3, 4, 5, 6), [2, 3], [1, 0]))).toEqual([1, 4, 2, 5, 3, 6])
  })

  it('turns HWIO into OIHW', () => {
    const [h, w, i, o] = [2, 3, 4, 5]
    const source = Float32Array.from({ length: h * w * i * o }, (_, index) => index)
    const result = transpose(source, [h, w, i, o], [3, 2, 0, 1])
    const [oo, ii, hh, ww] = [4, 1, 1, 2]
    expect(result[((oo * i + ii) * h + hh) * w + ww]).toBe(source[((hh * w + ww) * i + ii) * o + oo])
  })

  it('is undone by the inverse order', () => {
    const source = Float32Array.from({ length: 2 * 3 * 4 * 5 }, (_, index) => index)
    const there = transpose(source, [2, 3, 4, 5], [2, 0, 3, 1])
    expect(transpose(there, [4, 2, 5, 3], [1, 3, 0, 2])).toEqual(source)
  })
})
