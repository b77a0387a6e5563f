import { faceShape } from '../../../src/vision/expression/geometry/shape.ts'
import { type Linear, logits, toExpression } from '../../../src/vision/expression/linear.ts'
import { mean } from '../../../src/vision/expression/network.ts'
import { EXPRESSIONS, type Expression, type Landmarks } from '../../../src/vision/reading.ts'
import { type Device, MARGINS, type Pictures } from '../dataset/files.ts'
import { toLandmarks } from '../dataset/points.ts'
import { type Example, learnLinear, type Recipe } from './linear.ts'

/** Chosen by cross-validation; many neighbours do as well. */
const LANDMARK_RECIPE: Recipe = { directions: 60, whitening: 0.6, penalty: 0.001, rarity: 0.75 }
const DEVICE_RECIPE: Recipe = { directions: 80, whitening: 0.6, penalty: 0.002, rarity: 0.6 }

/** What the classifiers see of each photo: two views of one face, so that a second look at it changes little. */
export type Views = {
  recipe: Recipe
  labels: readonly number[]
  views: readonly (readonly Float64Array[])[]
}

const shapesOf = (table: Pictures['tables']['found']) => table.map((row) => faceShape(toLandmarks(row)))

export const landmarkViews = ({ labels, tables }: Pictures): Views => ({
  recipe: LANDMARK_RECIPE,
  labels,
  views: [shapesOf(tables.found), shapesOf(tables.followed)],
})

export const deviceViews = ({ labels, tables }: Device): Views => ({
  recipe: DEVICE_RECIPE,
  labels,
  views: [tables.points.map((points, row) => deviceRow(toLandmarks(points), tables.movement[row] ?? []))],
})

/** Shape and movement in one row, as the on-device classifier looks at them. */
export const deviceRow = (landmarks: Landmarks, movement: ArrayLike<number>): Float64Array =>
  Float64Array.from([...faceShape(landmarks), ...Array.from(movement)])

/** Learns from some rows of the data, all views of each. */
export function learn({ recipe, labels, views }: Views, rows: readonly number[]): Linear {
  const examples = views.flatMap((view) =>
    rows.map((row): Example => ({ row: view[row] ?? new Float64Array(), label: labels[row] ?? 0 })),
  )
  return learnLinear(examples, recipe)
}

export const ask = (weights: Linear, input: ArrayLike<number>): Expression => toExpression(logits(weights, input))

/** The network's answer to each photo: the mean of the plain crop's and of its mirror image's. */
export const networkAnswers = (pictures: Pictures, margin: Margin): Expression[] =>
  answers(pictures, margin, ([plain, mirrored]) => mean(plain, mirrored))

/** The network's answer to the plain crop. */
export const plainAnswers = (pictures: Pictures, margin: Margin): Expression[] =>
  answers(pictures, margin, ([plain]) => mean(plain, plain))

type Margin = (typeof MARGINS)[number]

function answers({ tables }: Pictures, margin: Margin, merge: (ways: [number[], number[]]) => Expression) {
  const size = EXPRESSIONS.length
  const start = MARGINS.indexOf(margin) * 2 * size
  return tables.network.map((row) => {
    const way = (from: number) => row.slice(from, from + size).map(Math.exp)
    return merge([way(start), way(start + size)])
  })
}
