import { minimise, type Smooth } from './minimise.ts'

/** What is learned: one row of numbers each, its class and how much it counts. */
type Lesson = { rows: readonly Float64Array[]; classes: readonly number[]; counts: readonly number[] }
/** How a class answers to a row: `classes` rows of weights, each followed by its bias. */
type Fit = { lesson: Lesson; classes: number; penalty: number; rounds: number }

/** Multinomial logistic regression with an L2 penalty on the weights, not on the biases. */
export function fitLogistic({ lesson, classes, penalty, rounds }: Fit): Float64Array {
  const width = (lesson.rows[0]?.length ?? 0) + 1
  return minimise(loss(lesson, classes, penalty), new Float64Array(classes * width), rounds)
}

function loss({ rows, classes: labels, counts }: Lesson, classes: number, penalty: number): Smooth {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const shares = new Float64Array(classes)
  return (weights, slope) => {
    let sum = ridge(weights, slope, classes, penalty)
    for (const [index, row] of rows.entries()) {
      const share = (counts[index] as number) / total
      const label = labels[index] as number
      softmax(weights, row, shares)
      sum -= share * Math.log((shares[label] as number) + 1e-300)
      for (let k = 0; k < classes; k++) {
        const miss = share * ((shares[k] as number) - (k === label ? 1 : 0))
        addRow(slope, k * (row.length + 1), row, miss)
      }
    }
    return sum
  }
}

/** Starts the slope with the penalty's and gives the penalty. */
function ridge(weights: Float64Array, slope: Float64Array, classes: number, penalty: number): number {
  const width = weights.length / classes
  let sum = 0
  for (let index = 0; index < weights.length; index++) {
    const weight = index % width === width - 1 ? 0 : (weights[index] as number)
    slope[index] = penalty * weight
    sum += (penalty * weight * weight) / 2
  }
  return sum
}

function softmax(weights: Float64Array, row: Float64Array, shares: Float64Array): void {
  const width = row.length + 1
  let most = Number.NEGATIVE_INFINITY
  for (let k = 0; k < shares.length; k++) {
    let sum = weights[k * width + row.length] as number
    for (let index = 0; index < row.length; index++)
      sum += (weights[k * width + index] as number) * (row[index] as number)
    shares[k] = sum
    most = Math.max(most, sum)
  }
  let total = 0
  for (let k = 0; k < shares.length; k++) {
    shares[k] = Math.exp((shares[k] as number) - most)
    total += shares[k] as number
  }
  for (let k = 0; k < shares.length; k++) shares[k] = (shares[k] as number) / total
}

function addRow(slope: Float64Array, start: number, row: Float64Array, factor: number): void {
  for (let index = 0; index < row.length; index++)
    slope[start + index] = (slope[start + index] as number) + factor * (row[index] as number)
  slope[start + row.length] = (slope[start + row.length] as number) + factor
}
