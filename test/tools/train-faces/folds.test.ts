import { describe, expect, it } from 'vitest'
import { toExpression } from '../../../src/vision/expression/linear.ts'
import { EXPRESSIONS } from '../../../src/vision/reading.ts'
import { dealFolds, outOfFold } from '../../../tools/train-faces/learn/folds.ts'
import { measure } from '../../../tools/train-faces/learn/metrics.ts'

const persons = Array.from({ length: 200 }, (_, row) => row % 60)

describe('cross-validation', () => {
  it('deals persons, never photos, and always alike', () => {
    const folds = dealFolds(persons, 10, 1)
    expect(new Set(folds).size).toBe(10)
    for (const [row, person] of persons.entries()) expect(folds[row]).toBe(folds[persons.indexOf(person)])
    expect(dealFolds(persons, 10, 1)).toEqual(folds)
    expect(dealFolds(persons, 10, 2)).not.toEqual(folds)
  })

  it('asks nobody about a person who taught them', () => {
    const folds = dealFolds(persons, 10, 1)
    const known = outOfFold(folds, (rows) => (row) => rows.map((other) => persons[other]).includes(persons[row]))
    expect(known).toHaveLength(persons.length)
    expect(known.every((knows) => knows === false)).toBe(true)
  })
})

describe('the figures', () => {
  const say = (name: string, share: number) =>
    toExpression(EXPRESSIONS.map((other) => Math.log(other === name ? share : (1 - share) / 6)))

  it('count a missed face as wrong and average recall over the classes that occur', () => {
    const quality = measure([0, 0, 1, 1], [say('neutral', 0.9), say('happy', 0.9), say('happy', 0.9), null])
    expect(quality).toMatchObject({ photos: 4, notFound: 1, accuracy: 0.5, meanRecall: 0.5 })
    expect(quality.confusion[0]).toEqual([1, 1, 0, 0, 0, 0, 0, 0])
    expect(quality.confusion[1]).toEqual([0, 1, 0, 0, 0, 0, 0, 1])
  })

  it('measure how far confidence and hits lie apart', () => {
    const sure = [0, 0, 0, 1].map(() => say('neutral', 0.75))
    expect(measure([0, 0, 0, 1], sure).calibrationError).toBeCloseTo(0, 6)
    expect(measure([1, 1, 1, 1], sure).calibrationError).toBeCloseTo(0.75, 6)
  })
})
