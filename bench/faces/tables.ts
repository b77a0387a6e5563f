import { isUncertain } from '../../src/vision/expression/confidence.ts'
import { EXPRESSIONS } from '../../src/vision/reading.ts'
import { type Guess, measure, winner } from '../../tools/train-faces/learn/metrics.ts'
import { toMarkdown } from '../figures.ts'
import type { Contestant } from './quality.ts'

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

/** One line each: how often right, in all and by class. */
export function qualityTable(labels: readonly number[], contestants: readonly Contestant[]): string {
  const sizes = EXPRESSIONS.map((_, label) => labels.filter((other) => other === label).length)
  const head = ['', 'accuracy', 'mean recall', ...EXPRESSIONS.map((name, index) => `${name} (${sizes[index]})`)]
  const rows = contestants.map(({ name, guesses }) => {
    const { accuracy, meanRecall, recall } = measure(labels, guesses)
    return [name, percent(accuracy), percent(meanRecall), ...recall.map((share) => share.toFixed(2))]
  })
  return toMarkdown([head, ...rows])
}

/** How honest the confidences are, and how many faces were missed. */
export function honestyTable(labels: readonly number[], contestants: readonly Contestant[]): string {
  const head = ['', 'no face found', 'calibration error', 'mean confidence', 'accuracy where a face was found']
  const rows = contestants.map(({ name, guesses }) => {
    const { notFound, photos, calibrationError, accuracy } = measure(labels, guesses)
    const found = guesses.filter((guess) => guess !== null)
    const sure = found.reduce((sum, guess) => sum + Math.max(...Object.values(guess)), 0) / found.length
    const right = (accuracy * photos) / found.length
    return [name, percent(notFound / photos), calibrationError.toFixed(3), sure.toFixed(2), right.toFixed(2)]
  })
  return toMarkdown([head, ...rows])
}

/** What becomes `incierto`, and how right the rest is. */
export function uncertainTable(labels: readonly number[], { guesses }: Contestant): string {
  const head = ['label', 'photos', 'uncertain', 'right, of the others', 'right, of the uncertain']
  const row = (name: string, of: (label: number) => boolean) => {
    const seen = guesses.flatMap((guess, index) => toVerdict(guess, labels[index] ?? 0, of))
    const unsure = seen.filter(({ uncertain }) => uncertain)
    const sure = seen.filter(({ uncertain }) => !uncertain)
    const hits = (of: typeof seen) => (of.length > 0 ? percent(of.filter(({ hit }) => hit).length / of.length) : '-')
    return [name, String(seen.length), percent(unsure.length / seen.length), hits(sure), hits(unsure)]
  }
  return toMarkdown([
    head,
    row('all', () => true),
    ...EXPRESSIONS.map((name, index) => row(name, (label) => label === index)),
  ])
}

function toVerdict(guess: Guess, label: number, of: (label: number) => boolean) {
  return guess && of(label) ? [{ uncertain: isUncertain(guess), hit: winner(guess) === label }] : []
}

/** Rows: what the label says. Columns: what was said. */
export function confusionTable(labels: readonly number[], { name, guesses }: Contestant): string {
  const { confusion } = measure(labels, guesses)
  const rows = confusion.map((line, index) => [`**${EXPRESSIONS[index]}**`, ...line.map(String)])
  return toMarkdown([[`${name}: label \\ said`, ...EXPRESSIONS, 'no face'], ...rows])
}
