import { EXPRESSIONS, type Expression } from '../../../../vision/reading.ts'

/** Logarithms of shares or of factors, one for each expression. */
export type Logs = Readonly<Record<keyof Expression, number>>

/** Networks answer 0 where they mean "hardly": a floor keeps one frame from deciding for ever. */
const FLOOR = 0.005

export const toLogs = (expression: Expression): Logs => map((name) => Math.log(Math.max(FLOOR, expression[name])))

/** Multiplies shares by factors given as logarithms; the result sums to 1 again. */
export function weigh(expression: Expression, factors: Logs): Expression {
  const logs = toLogs(expression)
  const weighed = map((name) => Math.exp(logs[name] + factors[name]))
  const sum = EXPRESSIONS.reduce((total, name) => total + weighed[name], 0)
  return map((name) => weighed[name] / sum)
}

/** A value for each expression. */
export function map(value: (name: keyof Expression) => number): Expression {
  return Object.fromEntries(EXPRESSIONS.map((name) => [name, value(name)])) as Expression
}

export const clamp = (value: number, limit: number) => Math.min(limit, Math.max(-limit, value))

/** The expression with the largest share. */
export function strongest(expression: Expression): keyof Expression {
  return EXPRESSIONS.reduce((best, name) => (expression[name] > expression[best] ? name : best))
}
