import { random } from './random.ts'

/** The main directions of a cloud of rows: its middle, unit vectors and the spread (variance) along each. */
export type Components = { mean: Float64Array; directions: Float64Array[]; spread: number[] }

const ROUNDS = 12

/** Principal components by orthogonal iteration on the covariance. Deterministic. */
export function findComponents(rows: readonly Float64Array[], count: number): Components {
  const mean = middle(rows)
  const covariance = spreadOf(rows, mean)
  const next = random(7)
  let directions = Array.from({ length: count }, () => mean.map(() => next() - 0.5))
  orthonormalise(directions)
  for (let round = 0; round < ROUNDS; round++) {
    directions = directions.map((direction) => multiply(covariance, direction))
    orthonormalise(directions)
  }
  return { mean, directions, spread: directions.map((direction) => dot(direction, multiply(covariance, direction))) }
}

function middle(rows: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(rows[0]?.length ?? 0)
  for (const row of rows) for (let index = 0; index < sum.length; index++) add(sum, index, row[index] as number)
  return sum.map((value) => value / rows.length)
}

function spreadOf(rows: readonly Float64Array[], mean: Float64Array): Float64Array[] {
  const matrix = Array.from(mean, () => new Float64Array(mean.length))
  for (const row of rows) {
    const away = row.map((value, index) => value - (mean[index] as number))
    for (const [index, line] of matrix.entries()) {
      const factor = (away[index] as number) / rows.length
      for (let column = 0; column < line.length; column++) add(line, column, factor * (away[column] as number))
    }
  }
  return matrix
}

/** Gram-Schmidt, in place. */
function orthonormalise(vectors: Float64Array[]): void {
  for (const [index, vector] of vectors.entries()) {
    for (const other of vectors.slice(0, index)) {
      const shared = dot(vector, other)
      for (let at = 0; at < vector.length; at++) add(vector, at, -shared * (other[at] as number))
    }
    const length = Math.sqrt(dot(vector, vector)) || 1
    for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] as number) / length
  }
}

const multiply = (matrix: readonly Float64Array[], vector: Float64Array) =>
  Float64Array.from(matrix, (line) => dot(line, vector))

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += (a[index] as number) * (b[index] as number)
  return sum
}

function add(target: Float64Array, index: number, value: number): void {
  target[index] = (target[index] as number) + value
}
