import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { analyze } from '../../../src/vision/analyze.ts'
import { loadModels, type Models } from '../../../src/vision/face/models.ts'
import type { FaceFeatures } from '../../../src/vision/features/features.ts'
import { facePhoto, hasFaces, testModels } from '../support.ts'

let models: Models
beforeAll(async () => {
  models = await loadModels(await testModels())
})

async function featuresOf(photo: Uint8Array): Promise<FaceFeatures> {
  const { faces } = await analyze(models, photo, () => undefined)
  if (!faces[0]) throw new Error('no face')
  return faces[0].features
}
const of = async (name: string) => featuresOf(await facePhoto(name))

describe.skipIf(!hasFaces)('features of real photos (../shared/faces; skipped where it is absent)', () => {
  it('a smile raises the smile, an open mouth of surprise does not pass for one', async () => {
    const [happy, neutral, sad, surprised] = [
      await of('happy.jpg'),
      await of('neutral.jpg'),
      await of('sad.jpg'),
      await of('surprised.jpg'),
    ]
    expect(happy.mouth.smileIntensity).toBeGreaterThan(0.7)
    for (const other of [neutral, sad]) expect(other.mouth.smileIntensity).toBeLessThan(0.1)
    expect(surprised.mouth.smileIntensity).toBeLessThan(happy.mouth.smileIntensity - 0.3)
    expect(happy.mouth.width).toBeGreaterThan(neutral.mouth.width)
  })

  it('surprise opens mouth and eyes and raises the brows', async () => {
    const [surprised, neutral] = [await of('surprised.jpg'), await of('neutral.jpg')]
    expect(surprised.mouth.height).toBeGreaterThan(2 * neutral.mouth.height)
    expect(surprised.mouth.aspectRatio).toBeGreaterThan(neutral.mouth.aspectRatio)
    expect(surprised.eyes.averageOpening).toBeGreaterThan(neutral.eyes.averageOpening)
    expect(surprised.eyebrows.rightRaise).toBeGreaterThan(neutral.eyebrows.rightRaise)
    expect(surprised.eyebrows.leftRaise).toBeGreaterThan(neutral.eyebrows.leftRaise)
  })

  it('anger lowers the brows and presses the lips', async () => {
    const [angry, neutral] = [await of('angry.jpg'), await of('neutral.jpg')]
    expect(angry.eyebrows.rightRaise).toBeLessThan(0)
    expect(angry.eyebrows.leftRaise).toBeLessThan(0)
    expect(angry.mouth.lipCompression).toBeGreaterThan(neutral.mouth.lipCompression)
  })

  it('closed eyes lower the openings', async () => {
    const [closed, neutral] = [await of('photos/Jesse_Jackson_0002.jpg'), await of('neutral.jpg')]
    expect(closed.eyes.averageOpening).toBeLessThan(0.2)
    expect(neutral.eyes.averageOpening).toBeGreaterThan(0.6)
  })

  it.each(['happy.jpg', 'surprised.jpg', 'neutral.jpg'])('%s in a mirror swaps left and right', async (name) => {
    const photo = await facePhoto(name)
    const here = await featuresOf(photo)
    const mirrored = await featuresOf(new Uint8Array(await sharp(photo).flop().jpeg({ quality: 98 }).toBuffer()))
    const near = (a: number, b: number, within = 0.06) => expect(Math.abs(a - b)).toBeLessThan(within)
    near(mirrored.eyes.rightOpening, here.eyes.leftOpening, 0.12)
    near(mirrored.eyes.leftOpening, here.eyes.rightOpening, 0.12)
    near(mirrored.eyebrows.rightRaise, here.eyebrows.leftRaise)
    near(mirrored.eyebrows.leftRaise, here.eyebrows.rightRaise)
    near(mirrored.nose.orientation, -here.nose.orientation)
    near(mirrored.mouth.width, here.mouth.width)
    near(mirrored.mouth.smileIntensity, here.mouth.smileIntensity, 0.2)
  })
})
