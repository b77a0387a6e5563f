import { beforeAll, describe, expect, it } from 'vitest'
import { combineWith } from '../../../src/vision/expression/combine.ts'
import { isUncertain } from '../../../src/vision/expression/confidence.ts'
import { MOVEMENT_SIZE } from '../../../src/vision/expression/geometry/blendshapes.ts'
import { SHAPE_SIZE } from '../../../src/vision/expression/geometry/shape.ts'
import { readLinear } from '../../../src/vision/expression/linear.ts'
import { FUSION } from '../../../src/vision/expression/weights/fusion.ts'
import { LANDMARK_WEIGHTS } from '../../../src/vision/expression/weights/landmarks.ts'
import { ON_DEVICE_WEIGHTS } from '../../../src/vision/expression/weights/on-device.ts'
import { type Device, type Pictures, readDevice, readPictures } from '../../../tools/train-faces/dataset/files.ts'
import { ask, deviceViews, landmarkViews, learn } from '../../../tools/train-faces/learn/classifiers.ts'
import { learnFusion, type Opinion } from '../../../tools/train-faces/learn/fusion.ts'
import { measure, winner } from '../../../tools/train-faces/learn/metrics.ts'
import { opinions } from '../../../tools/train-faces/learn/train.ts'

let pictures: Pictures
let device: Device
let said: Opinion[]
beforeAll(async () => {
  ;[pictures, device] = [await readPictures(), await readDevice()]
  said = opinions(pictures)
})

const every = (rows: readonly unknown[]) => [...rows.keys()]

/** Compared on every face: other machines may round the last digits of `Math.exp` differently. */
function expectSameAnswers(
  views: ReturnType<typeof landmarkViews>,
  learned: ReturnType<typeof learn>,
  shipped: typeof learned,
) {
  const apart = views.views[0]!.map((row) => {
    const [a, b] = [ask(learned, row), ask(shipped, row)]
    return Math.max(...Object.entries(a).map(([name, value]) => Math.abs(value - b[name as keyof typeof b])))
  })
  expect(apart.length).toBeGreaterThan(1100)
  expect(Math.max(...apart)).toBeLessThan(0.01)
}

describe('the data in the repository', () => {
  it('make the landmark classifier that ships', () => {
    const views = landmarkViews(pictures)
    expectSameAnswers(views, learn(views, every(pictures.labels)), readLinear(SHAPE_SIZE, LANDMARK_WEIGHTS))
  })

  it('make the on-device classifier that ships', () => {
    const views = deviceViews(device)
    const shipped = readLinear(SHAPE_SIZE + MOVEMENT_SIZE, ON_DEVICE_WEIGHTS)
    expectSameAnswers(views, learn(views, every(device.labels)), shipped)
  })

  it('make the weights of the two opinions', () => {
    const { network, landmarks } = learnFusion(said)
    expect(network).toBeCloseTo(FUSION.network, 2)
    expect(landmarks).toBeCloseTo(FUSION.landmarks, 2)
  })
})

describe('both opinions together, judged by classifiers that have not seen the person', () => {
  const guesses = () => said.map(({ network, landmarks }) => combineWith(FUSION, network, landmarks))

  it('beat the network alone', () => {
    const alone = measure(
      pictures.labels,
      said.map(({ network }) => network),
    )
    const together = measure(pictures.labels, guesses())
    expect(together.accuracy).toBeGreaterThan(0.755)
    expect(together.accuracy).toBeGreaterThan(alone.accuracy + 0.01)
    expect(together.meanRecall).toBeGreaterThan(0.52)
  })

  it('are as sure as they are right', () => {
    const alone = said.map(({ network }) => network)
    expect(measure(pictures.labels, alone).calibrationError).toBeGreaterThan(0.1)
    expect(measure(pictures.labels, guesses()).calibrationError).toBeLessThan(0.05)
  })

  it('call uncertain what they get wrong more often than right', () => {
    const verdicts = guesses().map((guess, row) => ({
      uncertain: isUncertain(guess),
      hit: winner(guess) === pictures.labels[row],
    }))
    const share = (uncertain: boolean) => {
      const some = verdicts.filter((verdict) => verdict.uncertain === uncertain)
      return { size: some.length / verdicts.length, right: some.filter(({ hit }) => hit).length / some.length }
    }
    expect(share(true).right).toBeLessThan(0.5)
    expect(share(false).right).toBeGreaterThan(0.77)
    expect(share(true).size).toBeGreaterThan(0.02)
    expect(share(true).size).toBeLessThan(0.1)
  })
})
