import { EXPRESSIONS, type Expression } from '../reading.ts'

/** A linear classifier: for each of `EXPRESSIONS` one weight an input and a bias, row after row. */
export type Linear = { readonly inputs: number; readonly values: Float32Array }

/** Reads weights that `tools/train-faces` wrote: little-endian 32-bit floats in base64, in lines. */
export function readLinear(inputs: number, lines: readonly string[]): Linear {
  const bytes = Buffer.from(lines.join(''), 'base64')
  const values = Float32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4))
  if (values.length !== EXPRESSIONS.length * (inputs + 1)) throw new Error('A classifier has weights of another size.')
  return { inputs, values }
}

/** One number a class; the larger, the likelier. */
export function logits({ inputs, values }: Linear, input: ArrayLike<number>): number[] {
  return EXPRESSIONS.map((_, row) => {
    const start = row * (inputs + 1)
    let sum = values[start + inputs] ?? 0
    for (let index = 0; index < inputs; index++) sum += (values[start + index] ?? 0) * (input[index] ?? 0)
    return sum
  })
}

/** Softmax: logits in the order of `EXPRESSIONS` as probabilities that sum to 1. */
export function toExpression(values: readonly number[]): Expression {
  const most = Math.max(...values)
  const weights = values.map((value) => Math.exp(value - most))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return Object.fromEntries(EXPRESSIONS.map((name, index) => [name, (weights[index] ?? 0) / total])) as Expression
}
