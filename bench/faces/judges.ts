import type { Fusion } from '../../src/vision/expression/combine.ts'
import type { Expression } from '../../src/vision/reading.ts'
import { readDevice, readPictures } from '../../tools/train-faces/dataset/files.ts'
import type { Photo } from '../../tools/train-faces/extract/photos.ts'
import { ask, deviceViews, landmarkViews, learn } from '../../tools/train-faces/learn/classifiers.ts'
import { dealFolds } from '../../tools/train-faces/learn/folds.ts'
import { learnFusion } from '../../tools/train-faces/learn/fusion.ts'
import { FOLDS, opinions, SEED, trainAll } from '../../tools/train-faces/learn/train.ts'

/** The trained parts of Animo, as they answer for one photo. */
type Judge = {
  readonly fusion: Fusion
  landmarks(shape: Float64Array): Expression
  onDevice(input: Float64Array): Expression
}
export type Judges = ((photo: Photo) => Judge) & { readonly outOfFold: boolean }

/**
 * Judges for photos. Where the photos are those that Animo was trained on, each person is judged by classifiers that
 * were trained without any photo of that person; other photos are judged by the classifiers that ship.
 */
export async function chooseJudges(photos: readonly Photo[]): Promise<Judges> {
  const [pictures, device] = [await readPictures(), await readDevice()]
  if (!areTrainingPhotos(photos, pictures)) {
    const all = trainAll(pictures, device)
    const judge = toJudge(all)
    return Object.assign(() => judge, { outOfFold: false })
  }
  const folds = foldsOf(pictures)
  const said = opinions(pictures)
  const rowsWithout = (persons: readonly number[], fold: number) =>
    [...persons.keys()].filter((row) => folds.get(persons[row] ?? -1) !== fold)
  const judges = Array.from({ length: FOLDS }, (_, fold) => {
    const rows = rowsWithout(pictures.persons, fold)
    return toJudge({
      landmarks: learn(landmarkViews(pictures), rows),
      onDevice: learn(deviceViews(device), rowsWithout(device.persons, fold)),
      fusion: learnFusion(said.filter((_, row) => folds.get(pictures.persons[row] ?? -1) !== fold)),
    })
  })
  const [first] = judges
  if (!first) throw new Error('No judge was trained.')
  // A person without any found face is in no fold: every judge is a stranger to that person.
  return Object.assign(({ person }: Photo) => judges[folds.get(person) ?? 0] ?? first, { outOfFold: true })
}

function toJudge({ landmarks, onDevice, fusion }: ReturnType<typeof trainAll>): Judge {
  return { fusion, landmarks: (shape) => ask(landmarks, shape), onDevice: (input) => ask(onDevice, input) }
}

/** The fold of each person, dealt as training deals them. */
function foldsOf({ persons }: { persons: readonly number[] }): Map<number, number> {
  const dealt = dealFolds(persons, FOLDS, SEED)
  return new Map(persons.map((person, row) => [person, dealt[row] ?? 0]))
}

/** The rows of the data stand in the order of the photos they were measured in; photos without a face are skipped. */
function areTrainingPhotos(photos: readonly Photo[], data: { labels: readonly number[]; persons: readonly number[] }) {
  let row = 0
  for (const { label, person } of photos) if (data.labels[row] === label && data.persons[row] === person) row++
  return row === data.labels.length
}
