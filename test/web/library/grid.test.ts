import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromOf, LETTERS, letterAt, letterFrom, letterOf } from '../../../web/features/library/grid/letters.ts'
import { seenCards, shapeOf } from '../../../web/features/library/grid/shape.ts'

describe('the letter rail', () => {
  it('finds the letter by which the server sorts', () => {
    expect(['Ángela', 'the National', 'A Tribe', 'Ñandú', 'An Horse', 'The', '“Weird Al”'].map(letterOf)).toEqual([
      'A',
      'N',
      'T',
      'N',
      'H',
      'T',
      'W',
    ])
    expect(['7th Choir', '!!!', 'Ярослав', ''].map(letterOf)).toEqual(['#', '#', '#', '#'])
  })

  it('asks for the beginning with its sign and comes back from an address', () => {
    expect(fromOf('#')).toBeUndefined()
    for (const letter of LETTERS.slice(1)) expect(letterFrom(fromOf(letter))).toBe(letter)
    expect(letterFrom(undefined)).toBeUndefined()
  })

  it('finds the letter under a finger, also beyond both ends', () => {
    expect([90, 100, 109, 369.9, 999].map((y) => letterAt(y, 100, 270))).toEqual(['#', '#', '#', 'Z', 'Z'])
    expect(letterAt(5, 0, 0)).toBe('#')
  })
})

describe('the shape of a grid', () => {
  it('fills every width with at least two columns, none wider than it needs to be', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 220, max: 4000 }),
        fc.constantFrom('roomy' as const, 'dense' as const),
        (width, density) => {
          const { columns, rowHeight } = shapeOf(width, density)
          const card = width / columns
          expect(columns).toBeGreaterThanOrEqual(2)
          expect(card).toBeLessThan(width < 560 ? 330 : 300)
          expect(rowHeight).toBeCloseTo(card + 52, -0.5)
        },
      ),
    )
  })

  it('knows which cards can be seen', () => {
    const shape = { columns: 6, rowHeight: 200 }
    expect(seenCards(-150, 800, shape, 1000)).toEqual([1, 24])
    expect(seenCards(2000, 800, shape, 1000)).toEqual([61, 84])
    expect(seenCards(0, 800, shape, 5)).toEqual([1, 5])
    expect(seenCards(0, 800, shape, 0)).toEqual([0, 0])
  })
})
