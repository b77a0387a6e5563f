import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { workerFile } from '../../src/platform/lib/worker-file.ts'
import { createVision, type Vision } from '../../src/vision/pool.ts'
import { VisionError } from '../../src/vision/vision-error.ts'
import { smilingFace, testModels } from './support.ts'

type Options = Partial<Parameters<typeof createVision>[0]>
const open: ReturnType<typeof createVision>[] = []
const start = (options: Options) => {
  const vision = createVision({ modelsDir: 'unused', ...options })
  open.push(vision)
  return vision
}
const worker = { filename: path.join(import.meta.dirname, 'fake-worker.mjs'), execArgv: [] }
const fake = (options: Options = {}) => start({ worker, threads: 1, ...options })

afterEach(async () => {
  await Promise.all(open.splice(0).map((vision) => vision.close()))
})

const ANSWER = 1
const THROW = 2
const EXIT = 3
const HOLD = 4
const BAD = 5

describe('vision with its real worker', () => {
  it('loads, reads a face, refuses a bad picture and reads on', async () => {
    const vision = start({ modelsDir: await testModels(), threads: 1 })
    expect(vision.state()).toBe('loading')
    await vision.ready()
    expect(vision.state()).toBe('loaded')
    const photo = await smilingFace()
    const bytes = photo.slice()
    const {
      image,
      faces: [face],
      timings,
    } = await vision.analyze(bytes)
    expect(bytes.byteLength, 'the bytes were moved, not copied').toBe(0)
    expect(image).toEqual({ width: 640, height: 480 })
    expect(face!.expression.happy).toBeGreaterThan(0.9)
    expect(face!.landmarks).toBeInstanceOf(Float32Array)
    expect(timings.totalMs).toBeGreaterThanOrEqual(timings.decodeMs + timings.modelMs - 0.01)
    const failure = vision.analyze(Uint8Array.from([1, 2, 3]))
    await expect(failure).rejects.toBeInstanceOf(VisionError)
    await expect(failure).rejects.toMatchObject({ kind: 'invalid-image' })
    expect((await vision.analyze(photo)).faces).toHaveLength(1)
  })

  it('says that it failed when the models are not there', async () => {
    const warnings: string[] = []
    const logger = { warn: (_details: object, message: string) => void warnings.push(message) }
    const vision = start({ modelsDir: path.join(tmpdir(), 'no-such-models'), logger })
    await expect(vision.ready()).rejects.toMatchObject({ kind: 'failed' })
    expect(vision.state()).toBe('failed')
    expect(warnings).toEqual(['the face models could not be loaded'])
    await expect(vision.analyze(await smilingFace())).rejects.toMatchObject({ kind: 'failed' })
  })
})

describe('the pool', () => {
  it('carries the kind of a failure over the thread boundary', async () => {
    const failure = fake().analyze(Uint8Array.of(BAD))
    await expect(failure).rejects.toMatchObject({
      name: 'VisionError',
      kind: 'invalid-image',
      message: 'The picture is damaged.',
    })
  })

  it('copies a view into a larger buffer instead of taking the buffer away', async () => {
    const large = new Uint8Array(100).fill(ANSWER)
    const { image } = await fake().analyze(large.subarray(10, 30))
    expect(image.width).toBe(20)
    expect(large.byteLength).toBe(100)
    expect(large[50]).toBe(ANSWER)
  })

  const failed = { status: 'rejected', reason: { name: 'VisionError', kind: 'failed' } }
  const settle = (vision: Vision, orders: number[]) =>
    Promise.allSettled(orders.map((order) => vision.analyze(Uint8Array.of(order))))

  it('fails one picture when the worker throws, and goes on', async () => {
    const [broken, next] = await settle(fake(), [THROW, ANSWER])
    expect(broken).toMatchObject(failed)
    expect(next!.status).toBe('fulfilled')
  })

  it('fails what a thread had in work when it ends, two pictures at most, and replaces it', async () => {
    const vision = fake()
    const results = await settle(vision, [EXIT, ANSWER, ANSWER, ANSWER])
    expect(results[0]).toMatchObject(failed)
    const lost = results.filter(({ status }) => status === 'rejected')
    expect(lost.length).toBeLessThanOrEqual(2)
    for (const one of lost) expect(one).toMatchObject(failed)
    expect((await vision.analyze(Uint8Array.of(ANSWER))).image.width).toBe(1)
  })

  it('is busy beyond its waiting line, and free again afterwards', async () => {
    const vision = fake({ maxWaiting: 1 })
    const giveUp = new AbortController()
    const held = vision.analyze(Uint8Array.of(HOLD), { signal: giveUp.signal })
    const waiting = vision.analyze(Uint8Array.of(ANSWER))
    await expect(vision.analyze(Uint8Array.of(ANSWER))).rejects.toMatchObject({ kind: 'busy' })
    giveUp.abort()
    await expect(held).rejects.toMatchObject({ kind: 'aborted' })
    expect((await waiting).image.width).toBe(1)
    expect((await vision.analyze(Uint8Array.of(ANSWER))).image.width).toBe(1)
  })

  it('does not start what was given up before', async () => {
    await expect(fake().analyze(Uint8Array.of(HOLD), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      kind: 'aborted',
    })
  })

  it('finishes what it accepted before it closes', async () => {
    const vision = createVision({ modelsDir: 'unused', worker, threads: 1 })
    const work = [1, 2, 3].map((length) => vision.analyze(new Uint8Array(length).fill(ANSWER)))
    const [results] = await Promise.all([Promise.all(work), vision.close()])
    expect(results.map(({ image }) => image.width)).toEqual([1, 2, 3])
    await expect(vision.analyze(Uint8Array.of(ANSWER))).rejects.toMatchObject({ kind: 'busy' })
  })
})

describe('workerFile', () => {
  it('makes JavaScript of the source where nothing is built, and the same file for the same source', () => {
    const source = new URL('../../src/vision/pool.ts', import.meta.url).href
    const { filename, execArgv } = workerFile(source, './worker')
    expect(path.extname(filename)).toBe('.mjs')
    expect(existsSync(filename)).toBe(true)
    expect(execArgv).toEqual([])
    expect(workerFile(source, './worker').filename).toBe(filename)
  })

  it('takes the built file where there is one', () => {
    const { filename, execArgv } = workerFile(import.meta.resolve('piscina'), './worker')
    expect(path.basename(filename)).toBe('worker.js')
    expect(execArgv).toEqual([])
  })
})
