import { EXPRESSIONS, type Expression } from '../../../src/vision/reading.ts'

/** What a classifier said of one photo; null: it found no face. */
export type Guess = Expression | null
export type Quality = {
  readonly photos: number
  /** Photos without a found face; they count as wrong everywhere else. */
  readonly notFound: number
  readonly accuracy: number
  readonly recall: readonly number[]
  readonly meanRecall: number
  /** Expected calibration error: how far confidence and hit rate lie apart, in 15 equal steps of confidence. */
  readonly calibrationError: number
  /** Rows: what the label says; columns: what was guessed, and last: no face. */
  readonly confusion: readonly (readonly number[])[]
}

const STEPS = 15

/** The most probable class as its place in `EXPRESSIONS`. */
export function winner(guess: Expression): number {
  const values = EXPRESSIONS.map((name) => guess[name])
  return values.indexOf(Math.max(...values))
}

const confidence = (guess: Expression) => Math.max(...Object.values(guess))

export function measure(labels: readonly number[], guesses: readonly Guess[]): Quality {
  const confusion = EXPRESSIONS.map(() => Array.from({ length: EXPRESSIONS.length + 1 }, () => 0))
  for (const [row, guess] of guesses.entries()) {
    const line = confusion[labels[row] as number] as number[]
    const column = guess ? winner(guess) : EXPRESSIONS.length
    line[column] = (line[column] as number) + 1
  }
  const sizes = confusion.map((line) => line.reduce((sum, count) => sum + count, 0))
  const hits = confusion.map((line, index) => line[index] as number)
  const recall = hits.map((count, index) => count / (sizes[index] as number))
  const seen = recall.filter(Number.isFinite)
  return {
    ...{ photos: labels.length, recall, confusion },
    notFound: guesses.filter((guess) => !guess).length,
    accuracy: sum(hits) / labels.length,
    meanRecall: sum(seen) / seen.length,
    calibrationError: calibrationError(labels, guesses),
  }
}

function calibrationError(labels: readonly number[], guesses: readonly Guess[]): number {
  const steps = Array.from({ length: STEPS }, () => ({ sure: 0, right: 0 }))
  let found = 0
  for (const [row, guess] of guesses.entries()) {
    if (!guess) continue
    const step = steps[Math.min(STEPS - 1, Math.floor(confidence(guess) * STEPS))] as (typeof steps)[number]
    step.sure += confidence(guess)
    step.right += winner(guess) === labels[row] ? 1 : 0
    found++
  }
  return steps.reduce((total, { sure, right }) => total + Math.abs(sure - right), 0) / Math.max(1, found)
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
