import { random } from '../math/random.ts'

/**
 * Deals rows into `count` folds so that all photos of one person fall into the same one: a classifier is never
 * tested on a face it was trained with.
 */
export function dealFolds(persons: readonly number[], count: number, seed: number): number[] {
  const next = random(seed)
  const order = [...new Set(persons)].map((person) => ({ person, place: next() })).sort((a, b) => a.place - b.place)
  const fold = new Map(order.map(({ person }, index) => [person, index % count]))
  return persons.map((person) => fold.get(person) ?? 0)
}

/**
 * Answers for every row from a classifier that was trained without the row's person. `train` gets the rows to learn
 * from and returns what answers for one row.
 */
export function outOfFold<T>(folds: readonly number[], train: (rows: readonly number[]) => (row: number) => T): T[] {
  const answers: T[] = []
  for (const fold of new Set(folds)) {
    const answer = train([...folds.keys()].filter((row) => folds[row] !== fold))
    for (const row of folds.keys()) if (folds[row] === fold) answers[row] = answer(row)
  }
  return answers
}
