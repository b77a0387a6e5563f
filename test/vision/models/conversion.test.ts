import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadModels, type Models } from '../../../src/vision/face/models.ts'
import { smilingFace, testModels } from '../support.ts'
import { loadOriginals } from './original.ts'

let models: Models
let originals: Awaited<ReturnType<typeof loadOriginals>>
beforeAll(async () => {
  models = await loadModels(await testModels())
  originals = await loadOriginals()
})

/** A real photo as NHWC bytes, and as the planar input of ours. */
async function photo(side: number, scale: number, offset: readonly number[]) {
  const bytes = await sharp(await smilingFace())
    .resize(side, side)
    .raw()
    .toBuffer()
  const raw = Float32Array.from(bytes)
  const nhwc = raw.map((value, index) => value * scale + offset[index % 3]!)
  const plane = side * side
  const planar = nhwc.map((_, index) => nhwc[(index % plane) * 3 + Math.floor(index / plane)]!)
  return { raw, nhwc, planar }
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  expect(a.length).toBe(b.length)
  return a.reduce((largest, value, index) => Math.max(largest, Math.abs(value - b[index]!)), 0)
}

describe('a converted model answers as the original does', () => {
  it('face detector: logits, and boxes in pixels', async () => {
    const { nhwc, planar } = await photo(256, 1 / 127.5, [-1, -1, -1])
    const names = ['Identity', 'Identity_1', 'Identity_2', 'Identity_3']
    const expected = await originals.graph('blazeface', 'input', nhwc, 256, names)
    models.detector.input.set(planar)
    const { scores16, scores32, boxes16, boxes32 } = await models.detector.run()
    ;[scores16, scores32, boxes16, boxes32].forEach((actual, index) => {
      expect(largestDifference(actual!, expected[index]!)).toBeLessThan(0.01)
    })
  })

  it('face mesh: points in crop pixels, and the flag', async () => {
    const { nhwc, planar } = await photo(192, 1 / 255, [0, 0, 0])
    const [points, flag] = await originals.graph('facemesh', 'input_1', nhwc, 192, ['Identity_2', 'Identity_1'])
    models.mesh.input.set(planar)
    const { landmarks, face_flag: actual } = await models.mesh.run()
    expect(largestDifference(landmarks!, points!)).toBeLessThan(0.01)
    expect(largestDifference(actual!, flag!)).toBeLessThan(0.001)
  })

  it('expression network: probabilities', async () => {
    const { raw, planar } = await photo(112, 1 / 255, [-122.782 / 255, -117.001 / 255, -104.298 / 255])
    const expected = await originals.expression(raw)
    models.expression.input.set(planar)
    const { probabilities } = await models.expression.run()
    expect(largestDifference(probabilities!, expected)).toBeLessThan(0.001)
  })
})
