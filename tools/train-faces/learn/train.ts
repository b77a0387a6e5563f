import type { Fusion } from '../../../src/vision/expression/combine.ts'
import type { Linear } from '../../../src/vision/expression/linear.ts'
import { EXPRESSION_MARGIN } from '../../../src/vision/expression/network.ts'
import type { Device, Pictures } from '../dataset/files.ts'
import { ask, deviceViews, landmarkViews, learn, networkAnswers } from './classifiers.ts'
import { dealFolds, outOfFold } from './folds.ts'
import { learnFusion, type Opinion } from './fusion.ts'

export const FOLDS = 10
export const SEED = 1

/** Everything that ships, learned from all rows of the data. Takes a few seconds; the same on every run. */
export function trainAll(pictures: Pictures, device: Device): { landmarks: Linear; onDevice: Linear; fusion: Fusion } {
  return {
    landmarks: learn(landmarkViews(pictures), [...pictures.labels.keys()]),
    onDevice: learn(deviceViews(device), [...device.labels.keys()]),
    fusion: learnFusion(opinions(pictures)),
  }
}

/** What the network and an out-of-fold landmark classifier say of each photo. */
export function opinions(pictures: Pictures): Opinion[] {
  const views = landmarkViews(pictures)
  const network = networkAnswers(pictures, EXPRESSION_MARGIN)
  const landmarks = outOfFold(dealFolds(pictures.persons, FOLDS, SEED), (rows) => {
    const weights = learn(views, rows)
    return (row) => ask(weights, views.views[0]?.[row] ?? [])
  })
  return pictures.labels.map((label, row) => ({
    label,
    network: network[row] as Opinion['network'],
    landmarks: landmarks[row] as Opinion['landmarks'],
  }))
}
