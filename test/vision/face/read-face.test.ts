import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { analyze } from '../../../src/vision/analyze.ts'
import { loadModels, type Models } from '../../../src/vision/face/models.ts'
import type { Face } from '../../../src/vision/reading.ts'
import { demoPhoto, facePhoto, hasFaces, smilingFace, testModels } from '../support.ts'

let models: Models
beforeAll(async () => {
  models = await loadModels(await testModels())
})

const goOn = () => undefined
const read = (bytes: Uint8Array) => analyze(models, bytes, goOn)
const winner = (face: Face) => Object.entries(face.expression).sort(([, a], [, b]) => b - a)[0]![0]

async function face(bytes: Uint8Array): Promise<Face> {
  const {
    faces: [found],
  } = await read(bytes)
  if (!found) throw new Error('no face')
  return found
}

const point = (found: Face, index: number) => [found.landmarks[index * 3]!, found.landmarks[index * 3 + 1]!] as const

describe('a real photo', () => {
  it.each(['sample1.jpg', 'sample2.jpg', 'sample3.jpg', 'sample4.jpg', 'sample5.jpg', 'sample6.jpg'])(
    '%s has a face',
    async (name) => {
      const {
        image,
        faces: [found],
      } = await read(await demoPhoto(name))
      expect(image.width).toBe(1920)
      expect(found!.score).toBeGreaterThan(0.5)
      expect(found!.landmarks.length).toBe(468 * 3)
      const { box } = found!
      const [x, y] = point(found!, 1)
      expect(x).toBeGreaterThan(box.x)
      expect(x).toBeLessThan(box.x + box.width)
      expect(y).toBeGreaterThan(box.y)
      expect(y).toBeLessThan(box.y + box.height)
      expect(Object.values(found!.expression).reduce((a, b) => a + b)).toBeCloseTo(1, 4)
    },
  )

  it('is read the same on every machine: known values of one face', async () => {
    const found = await face(await smilingFace())
    expect(winner(found)).toBe('happy')
    expect(found.expression.happy).toBeGreaterThan(0.85)
    const known = {
      1: [192, 337],
      10: [242, 141],
      152: [178, 442],
      33: [143, 219],
      263: [309, 257],
      61: [147, 352],
      291: [244, 375],
    }
    for (const [index, [x, y]] of Object.entries(known)) {
      expect(Math.abs(point(found, Number(index))[0] - x!), `x of point ${index}`).toBeLessThan(3)
      expect(Math.abs(point(found, Number(index))[1] - y!), `y of point ${index}`).toBeLessThan(3)
    }
    expect(found.features.mouth.smileIntensity).toBeGreaterThan(0.3)
  })

  it('has no face where there is none', async () => {
    const blank = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer()
    const noise = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    })
      .png()
      .toBuffer()
    const dot = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    for (const bytes of [blank, noise, dot]) expect((await read(bytes)).faces).toEqual([])
  })

  it('prefers the larger of two faces', async () => {
    const photo = await smilingFace()
    const small = await sharp(photo).resize(213, 160).toBuffer()
    const both = sharp({ create: { width: 1000, height: 480, channels: 3, background: '#777' } }).composite([
      { input: small, left: 20, top: 20 },
      { input: Buffer.from(photo), left: 320, top: 0 },
    ])
    expect((await face(await both.png().toBuffer())).box.x).toBeGreaterThan(320)
  })

  it('is found when it fills the picture', async () => {
    const photo = await smilingFace()
    const { box } = await face(photo)
    const cut = {
      left: Math.round(box.x),
      top: Math.round(box.y),
      width: Math.round(box.width),
      height: Math.round(box.height),
    }
    const close = await face(await sharp(photo).extract(cut).png().toBuffer())
    const [x, y] = point(await face(photo), 1)
    const [closeX, closeY] = point(close, 1)
    expect(Math.abs(closeX + cut.left - x)).toBeLessThan(box.width * 0.04)
    expect(Math.abs(closeY + cut.top - y)).toBeLessThan(box.width * 0.04)
  })
})

describe('the same face shown differently', () => {
  it('gives nearly the same features with EXIF rotation', async () => {
    const photo = await smilingFace()
    const turned = await sharp(photo).rotate(90).withMetadata({ orientation: 8 }).jpeg({ quality: 95 }).toBuffer()
    const [a, b] = [await face(photo), await face(turned)]
    expect((await read(turned)).image).toEqual({ width: 640, height: 480 })
    expect(b.features.mouth.smileIntensity).toBeCloseTo(a.features.mouth.smileIntensity, 1)
    expect(b.features.eyes.averageOpening).toBeCloseTo(a.features.eyes.averageOpening, 1)
    expect(Math.abs(point(b, 1)[0] - point(a, 1)[0])).toBeLessThan(4)
  })

  it.each([-25, -10, 15, 25])('gives nearly the same features rolled by %d degrees', async (degrees) => {
    const photo = await smilingFace()
    const a = await face(photo)
    const b = await face(await sharp(photo).rotate(degrees, { background: '#777' }).jpeg({ quality: 95 }).toBuffer())
    expect(winner(b)).toBe(winner(a))
    expect(Math.abs(b.features.mouth.width - a.features.mouth.width)).toBeLessThan(0.05)
    expect(Math.abs(b.features.eyebrows.distance - a.features.eyebrows.distance)).toBeLessThan(0.03)
    expect(Math.abs(b.features.eyes.averageOpening - a.features.eyes.averageOpening)).toBeLessThan(0.12)
  })

  it('swaps right and left in a mirror', async () => {
    const photo = await smilingFace()
    const [a, b] = [await face(photo), await face(await sharp(photo).flop().jpeg({ quality: 95 }).toBuffer())]
    expect(b.features.nose.orientation).toBeCloseTo(-a.features.nose.orientation, 1)
    expect(Math.abs(b.features.eyes.rightOpening - a.features.eyes.leftOpening)).toBeLessThan(0.1)
    expect(Math.abs(640 - point(b, 263)[0] - point(a, 33)[0])).toBeLessThan(6)
  })

  it('stops between the networks when it is told to', async () => {
    const stop = () => {
      throw new Error('enough')
    }
    await expect(analyze(models, await smilingFace(), stop)).rejects.toThrow('enough')
  })
})

describe.skipIf(!hasFaces)('the posed photos of the development set', () => {
  it.each([
    ['angry', 'angry'],
    ['disgusted', 'disgust'],
    ['fearful', 'fear'],
    ['happy', 'happy'],
    ['neutral', 'neutral'],
    ['sad', 'sad'],
    ['surprised', 'surprise'],
  ])('%s is read as %s', async (name, expected) => {
    expect(winner(await face(await facePhoto(`${name}.jpg`)))).toBe(expected)
  })

  it('shows in the features', async () => {
    const of = async (name: string) => (await face(await facePhoto(`${name}.jpg`))).features
    const [happy, neutral, angry, surprised] = [
      await of('happy'),
      await of('neutral'),
      await of('angry'),
      await of('surprised'),
    ]
    expect(happy.mouth.smileIntensity).toBeGreaterThan(neutral.mouth.smileIntensity + 0.3)
    expect(surprised.mouth.height).toBeGreaterThan(neutral.mouth.height + 0.1)
    expect(surprised.eyes.averageOpening).toBeGreaterThan(happy.eyes.averageOpening)
    expect(angry.eyebrows.rightRaise).toBeLessThan(neutral.eyebrows.rightRaise)
  })
})
