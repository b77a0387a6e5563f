import type { Linear } from '../../../src/vision/expression/linear.ts'
import { EXPRESSIONS } from '../../../src/vision/reading.ts'
import { type Components, dot, findComponents } from '../math/components.ts'
import { fitLogistic } from '../math/logistic.ts'

export type Example = { readonly row: Float64Array; readonly label: number }

/** How many directions are looked at, how far they are stretched to one spread, the ridge, the weight of rare classes. */
export type Recipe = { directions: number; whitening: number; penalty: number; rarity: number }

const ROUNDS = 80

/**
 * Learns a linear classifier. Faces vary in few directions, so the rows are described by their principal components,
 * stretched towards equal spread (`whitening` 0..1), and a logistic regression is fitted to those; its weights are
 * then folded back, so that the product needs one product of a matrix and a row. Rare classes count more: the
 * weight of a class is (1 / its share) to the power `rarity`.
 */
export function learnLinear(examples: readonly Example[], recipe: Recipe): Linear {
  const rows = examples.map(({ row }) => row)
  const classes = examples.map(({ label }) => label)
  const components = findComponents(rows, recipe.directions)
  const stretch = components.spread.map((spread) => Math.max(spread, 1e-9) ** (-recipe.whitening / 2))
  const lesson = {
    rows: rows.map((row) => describe(row, components, stretch)),
    classes,
    counts: countsOf(classes, recipe.rarity),
  }
  const { penalty } = recipe
  const fitted = fitLogistic({ lesson, classes: EXPRESSIONS.length, penalty, rounds: ROUNDS })
  return fold(fitted, components, stretch)
}

function describe(row: Float64Array, { mean, directions }: Components, stretch: readonly number[]): Float64Array {
  const away = row.map((value, index) => value - (mean[index] as number))
  return Float64Array.from(directions, (direction, index) => dot(direction, away) * (stretch[index] as number))
}

function countsOf(classes: readonly number[], rarity: number): number[] {
  const sizes = EXPRESSIONS.map((_, label) => classes.filter((other) => other === label).length)
  return classes.map((label) => (classes.length / EXPRESSIONS.length / (sizes[label] as number)) ** rarity)
}

/** Weights on components become weights on the rows themselves. */
function fold(fitted: Float64Array, { mean, directions }: Components, stretch: readonly number[]): Linear {
  const inputs = mean.length
  const values = new Float32Array(EXPRESSIONS.length * (inputs + 1))
  for (let label = 0; label < EXPRESSIONS.length; label++) {
    const from = label * (directions.length + 1)
    const weights = new Float64Array(inputs)
    for (const [index, direction] of directions.entries()) {
      const weight = (fitted[from + index] as number) * (stretch[index] as number)
      for (let at = 0; at < inputs; at++) weights[at] = (weights[at] as number) + weight * (direction[at] as number)
    }
    values.set(weights, label * (inputs + 1))
    values[label * (inputs + 1) + inputs] = (fitted[from + directions.length] as number) - dot(weights, mean)
  }
  return { inputs, values }
}
