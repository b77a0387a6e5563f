import { createConnection } from 'node:net'
import multipart from '@fastify/multipart'
import Fastify from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emotionRoutes } from '../../../../src/features/emotions/image/routes.ts'
import { createEmotions } from '../../../../src/features/emotions/image/service.ts'
import { handleErrors } from '../../../../src/platform/http/error-handler.ts'
import { createVision } from '../../../../src/vision/pool.ts'
import { facePhoto, hasFaces, pngBomb, smilingFace, testModels } from '../../../vision/support.ts'

const URL = '/api/v1/detect/image'
const app = Fastify()
let vision: ReturnType<typeof createVision>

beforeAll(async () => {
  vision = createVision({ modelsDir: await testModels(), threads: 1 })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  handleErrors(app)
  // As in src/app.ts.
  app.removeContentTypeParser('text/plain')
  await app.register(multipart, { limits: { fileSize: 10 * 1024 * 1024, files: 1, fields: 10 } })
  app.decorateRequest('viewer', null)
  const open = async () => ({ key: 1, id: 'emo_test', recording: false })
  await app.register(
    emotionRoutes(createEmotions({ vision, sessions: { open }, recorder: { record: () => undefined } })),
  )
  await vision.ready()
})
afterAll(async () => {
  await app.close()
  await vision.close()
})

const BOUNDARY = 'animo-test-boundary'
type Part = { name: string; data: Uint8Array | string; filename?: string; type?: string }

function body(parts: Part[]): Buffer {
  const chunks = parts.flatMap(({ name, data, filename, type }) => [
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n`,
    `${type ? `content-type: ${type}\r\n` : ''}\r\n`,
    data,
    '\r\n',
  ])
  return Buffer.concat([...chunks, `--${BOUNDARY}--\r\n`].map((chunk) => Buffer.from(chunk as Uint8Array)))
}

const post = (payload: Buffer | string | undefined, type?: string, url = URL) =>
  app.inject({
    method: 'POST',
    url,
    ...(payload !== undefined && { payload }),
    ...(type && { headers: { 'content-type': type } }),
  })
const upload = (parts: Part[], url?: string) => post(body(parts), `multipart/form-data; boundary=${BOUNDARY}`, url)
const file = (data: Uint8Array | string, filename = 'blob', type = 'image/jpeg') =>
  upload([{ name: 'image', data, filename, type }])
const json = (value: unknown) => post(JSON.stringify(value), 'application/json')
const dataUrl = (data: Uint8Array | string, type = 'image/jpeg') =>
  `data:${type};base64,${Buffer.from(data as string).toString('base64')}`

async function refusal(reply: ReturnType<typeof post>) {
  const { statusCode, json: parse } = await reply
  const { success, timestamp, error } = parse()
  expect(success).toBe(false)
  expect(new Date(timestamp).toISOString()).toBe(timestamp)
  return { status: statusCode, code: error.code, message: error.message, details: error.details }
}

const INVALID_IMAGE = {
  status: 400,
  code: 'INVALID_IMAGE',
  message: 'Formato de imagen no válido',
  details: 'Formatos soportados: JPEG, PNG, WebP',
}
const TOO_LARGE = { status: 400, code: 'IMAGE_TOO_LARGE', message: 'La imagen es demasiado grande' }
const MISSING = { status: 400, code: 'MISSING_PARAMETER', message: 'Falta un parámetro requerido' }
const NO_FACE = {
  status: 400,
  code: 'NO_FACE_DETECTED',
  message: 'No se detectó ningún rostro en la imagen',
  details: 'Asegúrese de que la imagen contenga un rostro visible y bien iluminado',
}

describe('a face', () => {
  it('is read from a multipart field, with its scores sorted', async () => {
    const reply = await file(await smilingFace())
    expect(reply.statusCode).toBe(200)
    const { success, detection, metadata, landmarks } = reply.json()
    expect(success).toBe(true)
    expect(detection).toMatchObject({ face_detected: true, clase: 'feliz', clase_detallada: 'feliz' })
    const scores = Object.values(detection.scores) as number[]
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(Object.keys(detection.scores)[0]).toBe('happy')
    expect(metadata).toMatchObject({ image_resolution: { width: 640, height: 480 }, face_landmarks_count: 468 })
    expect(landmarks).toBeUndefined()
  })

  it('is read from a data URL, and from a multipart form with other fields', async () => {
    const photo = await smilingFace()
    const asJson = await json({ image: dataUrl(photo, 'text/plain') })
    expect(asJson.json().detection.clase).toBe('feliz')
    const parts = [
      { name: 'session_id', data: 'abc' },
      { name: 'thumbnail', data: 'x', filename: 'x.png' },
      { name: 'image', data: photo, filename: 'photo.txt', type: 'text/plain' },
    ]
    expect((await upload(parts)).json().detection.clase).toBe('feliz')
  })

  it('comes with its 468 points when asked', async () => {
    const reply = await upload(
      [{ name: 'image', data: await smilingFace(), filename: 'a.jpg' }],
      `${URL}?landmarks=true`,
    )
    const { landmarks, detection } = reply.json()
    expect(landmarks).toHaveLength(468)
    const [x, y] = landmarks[1]
    expect(x).toBeGreaterThan(detection.box.x)
    expect(x).toBeLessThan(detection.box.x + detection.box.width)
    expect(y).toBeGreaterThan(detection.box.y)
    expect(y).toBeLessThan(detection.box.y + detection.box.height)
  })

  it.skipIf(!hasFaces).each([
    ['happy', 'feliz'],
    ['angry', 'enojado'],
  ])('%s.jpg is %s', async (name, clase) => {
    expect((await file(await facePhoto(`${name}.jpg`))).json().detection.clase).toBe(clase)
  })

  it('is not seen in pictures without one', async () => {
    const dot = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const wall = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#bbb' } })
      .webp()
      .toBuffer()
    expect(await refusal(file(dot))).toEqual(NO_FACE)
    expect(await refusal(json({ image: dataUrl(wall) }))).toEqual(NO_FACE)
  })
})

describe('nothing to read', () => {
  it.each([
    ['an empty object', () => json({})],
    ['an empty text', () => json({ image: '' })],
    ['null', () => post('null', 'application/json')],
    ['no body at all', () => post(undefined)],
    ['an empty JSON body', () => post('', 'application/json')],
    ['another field', async () => upload([{ name: 'photo', data: await smilingFace(), filename: 'a.jpg' }])],
    ['a field of text', () => upload([{ name: 'image', data: 'hello' }])],
    ['a form without fields', () => upload([])],
  ])('is a missing parameter: %s', async (_what, send) => {
    expect(await refusal(send())).toMatchObject(MISSING)
  })

  it.each([
    ['a number', () => json({ image: 5 })],
    ['a list', () => post('[]', 'application/json')],
    ['broken JSON', () => post('{"image":', 'application/json')],
    ['an unknown switch', () => upload([], `${URL}?landmarks=perhaps`)],
  ])('is an invalid parameter: %s', async (_what, send) => {
    expect(await refusal(send())).toMatchObject({ status: 400, code: 'INVALID_PARAMETER' })
  })

  it.each(['text/plain', 'image/jpeg', 'application/octet-stream', 'application/x-www-form-urlencoded'])(
    'does not take %s',
    async (type) => {
      expect(await refusal(post('x', type))).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' })
    },
  )
})

describe('what is not a picture', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><image href="file:///etc/passwd"/></svg>'

  it.each([
    ['an empty file', () => file('')],
    ['text named .jpg', () => file('I am a photo', 'photo.jpg')],
    ['SVG', () => file(svg, 'a.svg', 'image/svg+xml')],
    ['SVG named .png', () => file(svg, 'a.png', 'image/png')],
    ['SVG as data URL', () => json({ image: dataUrl(svg, 'image/svg+xml') })],
    ['base64 garbage', () => json({ image: 'data:image/jpeg;base64,!!!!' })],
    ['an address', () => json({ image: 'http://127.0.0.1/secret.jpg' })],
  ])('is refused: %s', async (_what, send) => {
    expect(await refusal(send())).toEqual(INVALID_IMAGE)
  })

  it('is refused: GIF, and a photo that breaks off', async () => {
    const photo = await smilingFace()
    expect(await refusal(file(await sharp(photo).gif().toBuffer(), 'a.gif', 'image/gif'))).toEqual(INVALID_IMAGE)
    expect(await refusal(file(photo.subarray(0, photo.length >> 1)))).toEqual(INVALID_IMAGE)
  })

  it('is refused: an upload that breaks off', async () => {
    const whole = body([{ name: 'image', data: await smilingFace(), filename: 'a.jpg' }])
    const type = `multipart/form-data; boundary=${BOUNDARY}`
    expect(await refusal(post(whole.subarray(0, 5000), type))).toEqual(INVALID_IMAGE)
    expect(await refusal(post('nothing of the kind', type))).toEqual(INVALID_IMAGE)
  })
})

describe('too much', () => {
  const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024, 0xff)

  it('of a file, by multipart and by JSON', async () => {
    expect(await refusal(file(megabytes(11)))).toMatchObject(TOO_LARGE)
    expect(await refusal(json({ image: dataUrl(megabytes(10.5)) }))).toMatchObject(TOO_LARGE)
    expect(await refusal(json({ image: dataUrl(megabytes(11.5)) }))).toMatchObject(TOO_LARGE)
  })

  it('of a file over a real connection: the answer arrives and the server goes on', async () => {
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    const form = new FormData()
    form.append('image', new Blob([megabytes(30)]), 'a.jpg')
    const reply = await fetch(`${address}${URL}`, { method: 'POST', body: form })
    expect(reply.status).toBe(400)
    expect(await reply.json()).toMatchObject({ error: { code: 'IMAGE_TOO_LARGE' } })
    const good = new FormData()
    good.append('image', new Blob([await smilingFace()]), 'blob')
    expect((await fetch(`${address}${URL}`, { method: 'POST', body: good })).status).toBe(200)
  })

  it('of pixels', async () => {
    expect(await refusal(file(pngBomb(60_000, 60_000), 'a.png', 'image/png'))).toMatchObject(TOO_LARGE)
  })

  it('of patience: a client that leaves in the middle harms nobody', async () => {
    const { port } = app.server.address() as { port: number }
    const head = `POST ${URL} HTTP/1.1\r\nhost: x\r\ncontent-length: 90000\r\ncontent-type: multipart/form-data; boundary=${BOUNDARY}\r\n\r\n`
    const socket = createConnection(port, '127.0.0.1')
    await new Promise<void>((resolve) => socket.once('connect', resolve))
    const part = body([{ name: 'image', data: 'x', filename: 'a' }]).subarray(0, 90)
    await new Promise<void>((resolve) => socket.write(Buffer.concat([Buffer.from(head), part]), () => resolve()))
    socket.destroy()
    expect((await file(await smilingFace())).statusCode).toBe(200)
  })
})
