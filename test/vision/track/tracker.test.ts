import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { analyze } from '../../../src/vision/analyze.ts'
import { loadModels, type Models } from '../../../src/vision/face/models.ts'
import { WHOLE_PICTURE } from '../../../src/vision/face/read-face.ts'
import type { FaceReading } from '../../../src/vision/reading.ts'
import { createTracker } from '../../../src/vision/track/tracker.ts'
import { demoPhoto, smilingFace, testModels } from '../support.ts'

let models: Models
let detectorRuns = 0
beforeAll(async () => {
  const loaded = await loadModels(await testModels())
  const run = () => {
    detectorRuns++
    return loaded.detector.run()
  }
  models = { ...loaded, detector: { ...loaded.detector, run } }
})

/** A camera whose picture is moved by some pixels in each frame. */
async function shifted(bytes: Uint8Array, dx: number, dy = 0): Promise<Uint8Array> {
  const size = { width: 640, height: 480 }
  const room = { top: 200, bottom: 200, left: 200, right: 200, background: '#333' }
  const wide = await sharp(bytes).extend(room).toBuffer()
  return sharp(wide)
    .extract({ left: 200 - dx, top: 200 - dy, ...size })
    .jpeg()
    .toBuffer()
}

function camera() {
  let timeMs = 0
  const tracker = createTracker({ now: () => timeMs })
  return {
    tracker,
    pass: (ms: number) => {
      timeMs += ms
    },
    async read(bytes: Uint8Array): Promise<FaceReading & { ids: number[]; detectorRuns: number }> {
      detectorRuns = 0
      const reading = await analyze(models, bytes, () => undefined, tracker.look())
      return { ...reading, ids: tracker.update(reading.faces, reading.image), detectorRuns }
    },
  }
}

const noseOf = ({ faces }: FaceReading) => [faces[0]!.landmarks[3]!, faces[0]!.landmarks[4]!] as const

describe('a face in a stream', () => {
  it('is followed without the detector, through movement, with the same number', async () => {
    const smile = await smilingFace()
    const { read, pass } = camera()
    const first = await read(await shifted(smile, 0))
    expect(first.detectorRuns).toBeGreaterThan(0)
    for (let step = 1; step <= 10; step++) {
      pass(100)
      const next = await read(await shifted(smile, 10 * step, 4 * step))
      expect(next.detectorRuns).toBe(0)
      expect(next.ids).toEqual(first.ids)
      const moved = noseOf(next)[0] - noseOf(first)[0]
      expect(Math.abs(moved - 10 * step)).toBeLessThan(6)
    }
  })

  it('is read as well as in a photo of its own', async () => {
    const smile = await smilingFace()
    const { read } = camera()
    await read(smile)
    const followed = await read(smile)
    const alone = await analyze(models, smile, () => undefined)
    expect(followed.faces[0]!.expected).toBe(0)
    expect(followed.faces[0]!.expression.happy).toBeCloseTo(alone.faces[0]!.expression.happy, 1)
    for (const index of [1, 33, 263, 61, 291]) {
      const [a, b] = [followed, alone].map(({ faces }) => faces[0]!.landmarks[index * 3]!)
      expect(Math.abs(a! - b!)).toBeLessThan(4)
    }
  })

  it('that jumps is found again in the same frame, under its number when it is near', async () => {
    const smile = await smilingFace()
    const { read, pass } = camera()
    const first = await read(await shifted(smile, -150))
    pass(100)
    const jumped = await read(await shifted(smile, 180))
    expect(jumped.faces).toHaveLength(1)
    expect(jumped.detectorRuns).toBeGreaterThan(0)
    pass(100)
    expect((await read(await shifted(smile, 180))).detectorRuns).toBe(0)
    expect(first.ids[0]).toBeGreaterThan(0)
  })

  it('keeps its number through a short absence and loses it after a long one', async () => {
    const smile = await smilingFace()
    const empty = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#333' } })
      .jpeg()
      .toBuffer()
    const { read, pass } = camera()
    const first = await read(smile)
    pass(500)
    expect((await read(empty)).faces).toEqual([])
    pass(500)
    expect((await read(smile)).ids).toEqual(first.ids)
    pass(500)
    await read(empty)
    pass(5000)
    expect((await read(smile)).ids).not.toEqual(first.ids)
  })

  it('is looked for with one run of the detector a frame while nobody is there', async () => {
    const empty = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#333' } })
      .jpeg()
      .toBuffer()
    const { read } = camera()
    expect((await read(empty)).detectorRuns).toBe(3)
    for (let count = 0; count < 5; count++) expect((await read(empty)).detectorRuns).toBe(1)
  })
})

describe('several faces', () => {
  it('are followed together, each with its own number, and once each', async () => {
    const photo = await demoPhoto('sample1.jpg')
    const { read, pass } = camera()
    const first = await read(photo)
    expect(first.faces.length).toBeGreaterThan(1)
    pass(100)
    const second = await read(photo)
    expect(second.detectorRuns).toBe(0)
    expect(new Set(second.ids)).toEqual(new Set(first.ids))
    const middle = ({ box }: (typeof first.faces)[number]) => box.x + box.width / 2
    for (const [index, id] of first.ids.entries()) {
      const now = second.faces[second.ids.indexOf(id)]!
      expect(Math.abs(middle(now) - middle(first.faces[index]!))).toBeLessThan(first.faces[index]!.box.width / 2)
    }
  })

  it('somebody who comes in is found within a few seconds', async () => {
    const { tracker, read, pass } = camera()
    await read(await smilingFace())
    expect(tracker.look().zooms).toEqual([])
    pass(5000)
    expect(tracker.look().zooms).toEqual([1])
    expect(tracker.look().zooms).toEqual([])
    pass(5000)
    expect(tracker.look(true).zooms).toEqual([])
    pass(15_000)
    expect(tracker.look(true).zooms).toEqual([1])
  })

  it('start anew when the camera changes its size', async () => {
    const smile = await smilingFace()
    const { read } = camera()
    const first = await read(smile)
    const other = await read(await sharp(smile).resize(320, 240).jpeg().toBuffer())
    expect(other.ids).not.toEqual(first.ids)
    expect(other.faces).toHaveLength(1)
  })
})

it('the whole picture is the way to look when nothing is known', () => {
  expect(createTracker().look()).toEqual(WHOLE_PICTURE)
})
