import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../support/app.ts'
import { demoPhoto, smilingFace, testModels } from '../../../vision/support.ts'
import { openCamera } from './support.ts'

let server: TestServer
let base: string
let smile: Uint8Array
beforeAll(async () => {
  server = await startTestServer({ modelsDir: await testModels() })
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  base = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`
  smile = await smilingFace()
  await server.context.vision.ready()
})
afterAll(() => server.close())

const blank = () =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: '#777' } })
    .jpeg()
    .toBuffer()

describe.each(['/ws/detect/video', '/api/v1/detect/video'])('%s', (path) => {
  it('names the session first and answers a frame as documented', async () => {
    const camera = await openCamera(base, { path })
    const session = await camera.next('session')
    expect(session.session_id).toMatch(/^emo_[\w-]{22}$/)
    expect(session).toMatchObject({ success: true, recording: false, limits: { max_fps: 30, inactivity_seconds: 300 } })
    camera.frame(smile, 41)
    const result = await camera.next('emotion_result')
    expect(result).toMatchObject({ success: true, frame_number: 41, mode: 'frame', session_id: session.session_id })
    expect(result.detection).toMatchObject({
      face_detected: true,
      clase: 'feliz',
      clase_detallada: 'feliz',
      incierto: false,
    })
    expect(Object.keys(result.detection.scores).sort()).toEqual(
      ['angry', 'disgust', 'fear', 'happy', 'neutral', 'sad', 'surprise'].sort(),
    )
    expect(result.detection.confianza).toBe(result.detection.scores.happy)
    expect(result.processing_time_ms).toBeGreaterThan(0)
    expect(result.faces).toHaveLength(1)
    expect(result.quality).toMatchObject({ issues: [] })
    expect(result.mood!.valence).toBeGreaterThan(0.7)
    expect(result).not.toHaveProperty('landmarks')
    await camera.close()
  })
})

describe('a frame', () => {
  it('may come as bytes behind a small header, without base64', async () => {
    const camera = await openCamera(base)
    camera.binary(smile, 4_000_000_000)
    const result = await camera.next('emotion_result')
    expect(result).toMatchObject({ frame_number: 4_000_000_000, detection: { clase: 'feliz' } })
    await camera.close()
  })

  it('is followed by the next: the face keeps its number, and the detector is not needed', async () => {
    const camera = await openCamera(base)
    const ids = new Set<number>()
    for (let number = 0; number < 5; number++) {
      camera.binary(smile, number)
      const { faces, frame_number } = await camera.next('emotion_result')
      expect(frame_number).toBe(number)
      ids.add(faces[0]!.id)
    }
    expect([...ids]).toHaveLength(1)
    await camera.close()
  })

  it('without a face is answered too', async () => {
    const camera = await openCamera(base)
    camera.binary(await blank(), 1)
    const { detection, faces, mood, quality } = await camera.next('emotion_result')
    expect(detection).toEqual({
      ...{ face_detected: false, clase: null, clase_detallada: null, incierto: false, corregida: false, confianza: 0 },
      scores: { happy: 0, surprise: 0, sad: 0, angry: 0, disgust: 0, fear: 0, neutral: 0 },
      box: null,
    })
    expect([faces, mood, quality]).toEqual([[], null, null])
    await camera.close()
  })

  it('of several people has all of them, the largest as primary', async () => {
    const camera = await openCamera(base)
    camera.binary(await demoPhoto('sample1.jpg'), 1)
    const { faces, detection } = await camera.next('emotion_result')
    expect(faces.length).toBeGreaterThan(1)
    expect(faces.map(({ primary }) => primary)).toEqual(faces.map((_, index) => index === 0))
    const areas = faces.map(({ box }) => box.width * box.height)
    expect(areas[0]).toBe(Math.max(...areas))
    expect(new Set(faces.map(({ id }) => id)).size).toBe(faces.length)
    expect(detection.box).toEqual(faces[0]!.box)
    await camera.close()
  })

  it('brings points and features when they are asked for', async () => {
    const camera = await openCamera(base, { query: '?landmarks=true&features=true' })
    camera.binary(smile, 1)
    const { landmarks, features } = await camera.next('emotion_result')
    expect(landmarks).toHaveLength(468)
    expect(features!.mouth.smile_intensity).toBeGreaterThan(0.3)
    await camera.close()
  })

  it('tells why it cannot be read well', async () => {
    const camera = await openCamera(base)
    camera.binary(await sharp(smile).linear(0.12, 0).jpeg().toBuffer(), 1)
    expect((await camera.next('emotion_result')).quality!.issues).toContain('too_dark')
    camera.binary(await sharp(smile).blur(12).jpeg().toBuffer(), 2)
    expect((await camera.next('emotion_result')).quality!.issues).toContain('blurred')
    await camera.close()
  })
})

describe('newest frame wins', () => {
  it('frames that come faster than they are read are replaced, counted, and do not queue', async () => {
    const camera = await openCamera(base)
    await camera.next('session')
    const sent = 60
    for (let number = 1; number <= sent; number++) camera.binary(smile, number)
    let answered = 0
    let replaced = 0
    for (let last = 0; last < sent; ) {
      const result = await camera.next('emotion_result')
      expect(result.frame_number).toBeGreaterThan(last)
      last = result.frame_number
      answered++
      replaced += result.replaced_frames
    }
    expect(answered + replaced).toBe(sent)
    expect(replaced).toBeGreaterThan(0)
    await camera.close()
  })
})

describe('controls', () => {
  it('pause drops frames unread, resume takes them again, close says goodbye', async () => {
    const camera = await openCamera(base)
    await camera.next('session')
    camera.send({ type: 'control', action: 'pause' })
    expect(await camera.next('control_ack')).toMatchObject({ action: 'pause', state: 'paused', success: true })
    camera.binary(smile, 1)
    camera.send({ type: 'control', action: 'resume' })
    expect(await camera.next('control_ack')).toMatchObject({ action: 'resume', state: 'running' })
    camera.binary(smile, 2)
    expect((await camera.next('emotion_result')).frame_number).toBe(2)
    camera.send({ type: 'control', action: 'close' })
    expect(await camera.next('control_ack')).toMatchObject({ action: 'close', state: 'closing' })
    expect(await camera.closed).toMatchObject({ code: 1000 })
  })

  it('correct: the word of the person holds, and reset forgets it', async () => {
    const camera = await openCamera(base)
    camera.binary(smile, 1)
    await camera.next('emotion_result')
    camera.send({ type: 'control', action: 'correct', clase: 'amor' })
    await camera.next('control_ack')
    camera.binary(smile, 2)
    expect((await camera.next('emotion_result')).detection).toMatchObject({
      ...{ clase: 'amor', clase_detallada: 'amor', corregida: true, confianza: 1 },
    })
    camera.send({ type: 'control', action: 'reset' })
    await camera.next('control_ack')
    camera.binary(smile, 3)
    expect((await camera.next('emotion_result')).detection).toMatchObject({ clase: 'feliz', corregida: false })
    await camera.close()
  })

  it('calibrate takes readings for three seconds and says how it went', async () => {
    const camera = await openCamera(base)
    camera.binary(smile, 0)
    await camera.next('emotion_result')
    camera.send({ type: 'control', action: 'calibrate' })
    expect((await camera.next('control_ack')).calibration).toMatchObject({ state: 'running' })
    const feed = setInterval(() => camera.binary(smile, 1), 100)
    const end = await camera.next('calibration')
    clearInterval(feed)
    expect(end).toMatchObject({ success: true, state: 'done' })
    expect(end.samples).toBeGreaterThanOrEqual(6)
    camera.binary(smile, 2)
    const { detection, calibration } = await camera.next('emotion_result', ({ frame_number }) => frame_number === 2)
    expect(calibration).toEqual({ state: 'done', progress: 1 })
    expect(detection.scores.happy).toBeLessThan(0.9)
    await camera.close()
  })
})
