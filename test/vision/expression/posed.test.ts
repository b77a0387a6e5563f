import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { analyze } from '../../../src/vision/analyze.ts'
import { combine } from '../../../src/vision/expression/combine.ts'
import { classifyLandmarks } from '../../../src/vision/expression/landmark-classifier.ts'
import { readNetwork } from '../../../src/vision/expression/network.ts'
import { loadModels, type Models } from '../../../src/vision/face/models.ts'
import { decode } from '../../../src/vision/picture/decode.ts'
import type { Expression, ExpressionName } from '../../../src/vision/reading.ts'
import { FACES, facePhoto, hasFaces, smilingFace, testModels } from '../support.ts'

const POSED: readonly [string, ExpressionName][] = [
  ['angry', 'angry'],
  ['disgusted', 'disgust'],
  ['fearful', 'fear'],
  ['happy', 'happy'],
  ['neutral', 'neutral'],
  ['sad', 'sad'],
  ['surprised', 'surprise'],
]

let models: Models
beforeAll(async () => {
  models = await loadModels(await testModels())
})

async function read(bytes: Uint8Array) {
  const {
    faces: [face],
  } = await analyze(models, bytes, () => undefined)
  const frame = await decode(bytes)
  const points = face!.landmarks.map((value) => (value * frame.width) / frame.source.width)
  const network = await readNetwork(models.expression, frame, points, 'both')
  return { network, together: combine(network, classifyLandmarks(face!.landmarks)) }
}

const best = (expression: Expression) => Object.entries(expression).sort(([, a], [, b]) => b - a)[0]?.[0]

describe(`the posed photos${hasFaces ? '' : ` (skipped: no ${FACES})`}`, () => {
  it.skipIf(!hasFaces).each(POSED)('%s.jpg is read as %s', async (name, expression) => {
    const { network, together } = await read(await facePhoto(`${name}.jpg`))
    expect(Object.values(network).reduce((sum, value) => sum + value)).toBeCloseTo(1, 5)
    expect(best(together)).toBe(expression)
  })
})

describe('the network', () => {
  it('sees the same smile in a picture and in its mirror image', async () => {
    const photo = await smilingFace()
    const { network } = await read(photo)
    const mirrored = await read(Uint8Array.from(await sharp(photo).flop().jpeg({ quality: 95 }).toBuffer()))
    expect(network.happy).toBeGreaterThan(0.8)
    expect(mirrored.network.happy).toBeCloseTo(network.happy, 1)
  })
})
