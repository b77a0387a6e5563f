import { describe, expect, it } from 'vitest'
import { combine } from '../../../src/vision/expression/combine.ts'
import { isUncertain } from '../../../src/vision/expression/confidence.ts'
import { toExpression } from '../../../src/vision/expression/linear.ts'
import { FUSION } from '../../../src/vision/expression/weights/fusion.ts'
import { EXPRESSIONS, type Expression, type ExpressionName } from '../../../src/vision/reading.ts'

const even = toExpression(EXPRESSIONS.map(() => 0))
/** One class with a given share, the others alike. */
function leaning(winner: ExpressionName, share: number): Expression {
  return Object.fromEntries(
    EXPRESSIONS.map((name) => [name, name === winner ? share : (1 - share) / (EXPRESSIONS.length - 1)]),
  ) as Expression
}

describe('combining two opinions', () => {
  it('follows the one that knows', () => {
    expect(combine(leaning('sad', 0.9), even).sad).toBeGreaterThan(0.3)
    expect(combine(even, leaning('sad', 0.9)).sad).toBeGreaterThan(0.3)
    expect(combine(even, even).sad).toBeCloseTo(1 / 7, 6)
  })

  it('is surer when both agree than when they differ', () => {
    const agreed = combine(leaning('angry', 0.8), leaning('angry', 0.8))
    const differing = combine(leaning('angry', 0.8), leaning('happy', 0.8))
    expect(agreed.angry).toBeGreaterThan(differing.angry)
  })

  it('cools a network that is too sure', () => {
    expect(FUSION.network + FUSION.landmarks).toBeLessThan(1)
    expect(combine(leaning('happy', 0.9), leaning('happy', 0.9)).happy).toBeLessThan(0.9)
  })

  it('survives certainty on both sides', () => {
    const values = Object.values(combine(leaning('fear', 1), leaning('happy', 1)))
    expect(values.every(Number.isFinite)).toBe(true)
    expect(values.reduce((sum, value) => sum + value)).toBeCloseTo(1, 6)
  })
})

describe('what is uncertain', () => {
  it('is a face whose likeliest class has less than 0.4', () => {
    expect(isUncertain(leaning('sad', 0.39))).toBe(true)
    expect(isUncertain(leaning('sad', 0.4))).toBe(false)
    expect(isUncertain(even)).toBe(true)
  })
})
