import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../support/app.ts'
import { pngBomb, smilingFace, testModels } from '../../../vision/support.ts'
import { startLive } from './server.ts'
import { binaryFrame, type Camera, dataUrl, openCamera } from './support.ts'

let server: TestServer
let base: string
let smile: Uint8Array
beforeAll(async () => {
  server = await startTestServer({ modelsDir: await testModels(), env: { LIVE_CONNECTIONS_PER_CALLER: '100' } })
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  base = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`
  smile = await smilingFace()
  await server.context.vision.ready()
})
afterAll(() => server.close())

/** The connection still works after what was sent. */
async function goesOn(camera: Camera): Promise<void> {
  camera.binary(smile, 999_999)
  await camera.next('emotion_result', ({ frame_number }) => frame_number === 999_999)
  await camera.close()
}

const manyPixels = () =>
  sharp({ create: { width: 5000, height: 2500, channels: 3, background: '#777' } })
    .png()
    .toBuffer()

const frame = (data: unknown, frame_number: unknown = 5) => ({ type: 'frame', data, timestamp: 1, frame_number })
const landmarks = (faces: unknown, image: unknown = { width: 640, height: 480 }) => ({
  ...{ type: 'landmarks', timestamp: 1, frame_number: 5, image, faces },
})
/** A message that is right, with a field more that nobody asked for. */
const withMore = (json: string) => `${JSON.stringify(landmarks([])).slice(0, -1)},"more":${json}}`
const names = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`name${index}`, 0]))
const points = (count: number, value: unknown = 0.5) => Array.from({ length: count }, () => [value, value, value])

describe('a message that is none', () => {
  it.each<[string, string | Buffer | object]>([
    ['no JSON', 'hello'],
    ['half JSON', '{"type":"frame"'],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '5'],
    ['a list', '[]'],
    ['no type', {}],
    ['an unknown type', { type: 'dance' }],
    ['a type that every object has', { type: '__proto__' }],
    ['a frame without data', { type: 'frame', frame_number: 1 }],
    ['a frame with a number as data', frame(5)],
    ['a frame without a number', { type: 'frame', data: 'x' }],
    ['a frame with text as number', frame('x', '5')],
    ['a frame with a negative number', frame('x', -1)],
    ['a frame with half a number', frame('x', 1.5)],
    ['an unknown control', { type: 'control', action: 'explode' }],
    ['a correction to a word that is no class', { type: 'control', action: 'correct', clase: 'hungry' }],
    ['a correction to nothing', { type: 'control', action: 'correct' }],
    ['landmarks without faces', landmarks(undefined)],
    ['too few points', landmarks([{ landmarks: points(12) }])],
    ['too many points', landmarks([{ landmarks: points(479) }])],
    ['points that are text', landmarks([{ landmarks: points(468, '0.5') }])],
    ['points that are nowhere', landmarks([{ landmarks: points(468, 1e9) }])],
    ['points of two numbers', landmarks([{ landmarks: points(468).map(([x, y]) => [x, y]) }])],
    ['too many faces', landmarks(Array.from({ length: 5 }, () => ({ landmarks: points(468) })))],
    ['a picture without a size', landmarks([], { width: 0, height: 10 })],
    ['blendshapes that are none', landmarks([{ landmarks: points(468), blendshapes: { jawOpen: 'wide' } }])],
    ['more blendshapes than faces have', landmarks([{ landmarks: points(468), blendshapes: names(10_000) }])],
    ['more lists than four faces have', withMore('['.repeat(3000) + ']'.repeat(3000))],
    ['more objects than four faces have', withMore(`[${'{},'.repeat(200)}{}]`)],
    ['bytes without a header', Buffer.from([1, 2, 3])],
    ['bytes with another header', Buffer.alloc(200, 7)],
  ])('%s: a clear error, and the connection goes on', async (_name, message) => {
    const camera = await openCamera(base)
    await camera.next('session')
    camera.send(message)
    const { error } = await camera.next('error')
    expect(['INVALID_PARAMETER', 'MISSING_PARAMETER']).toContain(error.code)
    expect(error.details).toBeTruthy()
    await goesOn(camera)
  })

  it('names the frame where that can be told', async () => {
    const camera = await openCamera(base)
    await camera.next('session')
    camera.send('{"type":"frame","frame_number": 77,')
    expect((await camera.next('error')).frame_number).toBe(77)
    camera.send(frame(5, 78))
    expect((await camera.next('error')).frame_number).toBe(78)
    await camera.close()
  })

  it('twenty in a row end the connection', async () => {
    const camera = await openCamera(base)
    for (let count = 0; count < 20; count++) camera.send('nonsense')
    expect(await camera.closed).toMatchObject({ code: 1008, reason: 'too many unreadable messages' })
    expect(camera.inbox.filter(({ type }) => type === 'error')).toHaveLength(20)
  })
})

describe('a picture that is none', () => {
  const tooLarge = Buffer.alloc(4 * 1024 * 1024 + 1, 0xff)
  it.each<[string, () => Promise<Uint8Array | string> | Uint8Array | string, string]>([
    ['base64 garbage', () => 'data:image/jpeg;base64,@@@@', 'PROCESSING_ERROR'],
    ['no base64 at all', () => 'data:image/jpeg,hello', 'PROCESSING_ERROR'],
    ['empty data', () => '', 'PROCESSING_ERROR'],
    ['an empty data URL', () => 'data:image/jpeg;base64,', 'PROCESSING_ERROR'],
    ['text', () => Buffer.from('I am no picture'), 'PROCESSING_ERROR'],
    ['half a JPEG', () => smile.subarray(0, smile.length / 2), 'PROCESSING_ERROR'],
    ['the head of a JPEG', () => smile.subarray(0, 20), 'PROCESSING_ERROR'],
    ['a GIF', () => sharp(smile).gif().toBuffer(), 'PROCESSING_ERROR'],
    ['a PNG that promises 20000 x 20000 pixels', () => pngBomb(20_000, 20_000), 'IMAGE_TOO_LARGE'],
    ['more pixels than a camera has', () => manyPixels(), 'IMAGE_TOO_LARGE'],
    ['more than 4 MB', () => tooLarge, 'IMAGE_TOO_LARGE'],
  ])('%s: an error with its frame number', async (_name, make, code) => {
    const data = await make()
    const camera = await openCamera(base)
    await camera.next('session')
    camera.send(frame(typeof data === 'string' ? data : dataUrl(data), 31))
    expect(await camera.next('error')).toMatchObject({ frame_number: 31, error: { code } })
    if (typeof data !== 'string') {
      camera.binary(data, 32)
      expect(await camera.next('error')).toMatchObject({ frame_number: 32, error: { code } })
    }
    await goesOn(camera)
  })

  it('says of a broken frame what the document says', async () => {
    const camera = await openCamera(base)
    camera.send(frame('data:image/jpeg;base64,AAAA'))
    expect((await camera.next('error')).error).toEqual({
      ...{ code: 'PROCESSING_ERROR', message: 'Error al procesar el frame' },
      details: 'Frame corrupto o formato inválido',
    })
    await camera.close()
  })

  it.each<[string, () => Promise<Uint8Array>]>([
    [
      '1 x 1',
      () =>
        sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } })
          .jpeg()
          .toBuffer(),
    ],
    ['CMYK', () => sharp(smile).toColourspace('cmyk').jpeg().toBuffer()],
    ['grey', () => sharp(smile).greyscale().jpeg().toBuffer()],
    [
      'an animation',
      () =>
        sharp([smile, smile], { join: { animated: true } })
          .webp()
          .toBuffer(),
    ],
    ['a transparent PNG', () => sharp(smile).ensureAlpha(0.5).png().toBuffer()],
    ['long and thin', () => sharp(smile).resize(3000, 8, { fit: 'fill' }).jpeg().toBuffer()],
  ])('%s is a picture all the same', async (_name, make) => {
    const camera = await openCamera(base)
    camera.binary(await make(), 1)
    expect((await camera.next('emotion_result')).frame_number).toBe(1)
    await camera.close()
  })

  it('a message of 11 MB ends the connection with the code for it', async () => {
    const camera = await openCamera(base)
    await camera.next('session')
    camera.binary(Buffer.alloc(11 * 1024 * 1024), 1)
    expect(await camera.closed).toMatchObject({ code: 1009 })
  })
})

describe('a flood', () => {
  it('of controls ends the connection', async () => {
    const camera = await openCamera(base)
    await camera.next('session')
    for (let count = 0; count < 60; count++) camera.send({ type: 'control', action: 'reset' })
    expect((await camera.next('error')).error.code).toBe('RATE_LIMIT_EXCEEDED')
    expect(await camera.closed).toMatchObject({ code: 1008, reason: 'too many messages' })
  })

  it('of frames ends it too, without reading them', async () => {
    const { app, base: own } = await startLive()
    const camera = await openCamera(own)
    await camera.next('session')
    for (let count = 0; count < 1000; count++) camera.binary(Uint8Array.of(1), count)
    expect(await camera.closed).toMatchObject({ code: 1008 })
    await app.close()
  })

  it('of results waits for a client that does not read, and one that never reads is cut off', async () => {
    const { app, base: own, sockets } = await startLive()
    const camera = await openCamera(own)
    await camera.next('session')
    const [socket] = sockets
    let unread = 1024 * 1024
    Object.defineProperty(socket, 'bufferedAmount', { get: () => unread })
    for (const number of [1, 2, 3]) camera.binary(Uint8Array.of(1), number)
    camera.send({ type: 'control', action: 'reset' })
    await camera.next('control_ack')
    expect(camera.inbox).toEqual([])
    unread = 0
    camera.binary(Uint8Array.of(1), 4)
    expect(await camera.next('emotion_result')).toMatchObject({ frame_number: 4, replaced_frames: 3 })
    unread = 5 * 1024 * 1024
    camera.send({ type: 'control', action: 'reset' })
    expect(await camera.closed).toMatchObject({ code: 1006 })
    await app.close()
  })
})

describe('anything at all', () => {
  it('leaves the server well: random bytes, random JSON, mutilated frames', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify(value)),
    )
    const mutilated = fc
      .tuple(fc.nat({ max: 60_000 }), fc.uint8Array({ minLength: 1, maxLength: 40 }))
      .map(([at, bytes]) => {
        const copy = Buffer.from(smile)
        copy.set(bytes.subarray(0, Math.max(0, copy.length - at)), Math.min(at, copy.length - bytes.length))
        return binaryFrame(copy, at)
      })
    const cut = fc.nat({ max: 60_000 }).map((length) => binaryFrame(smile.subarray(0, length), length))
    const raw = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes))
    const message = fc.oneof(text, mutilated, cut, raw)
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 15 }), async (messages) => {
        const camera = await openCamera(base)
        await camera.next('session')
        for (const one of messages) camera.send(one)
        await goesOn(camera)
      }),
      { numRuns: 60 },
    )
    const health = await fetch(`${base}/health`)
    expect(health.status).toBe(200)
    await expect.poll(server.context.live.connections).toBe(0)
  })
})
