import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../support/app.ts'
import { smilingFace, testModels } from '../../../vision/support.ts'
import { dataUrl, openCamera } from './support.ts'

let server: TestServer
let base: string
let smile: Uint8Array
let ada: string
let ben: string
beforeAll(async () => {
  server = await startTestServer({ modelsDir: await testModels() })
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  base = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`
  smile = await smilingFace()
  ada = await server.admin()
  ben = await server.member(ada)
  await server.context.vision.ready()
})
afterAll(() => server.close())

const history = (sessionId: string, token?: string) =>
  server.send({ url: `/api/v1/history/emotions?session_id=${sessionId}`, ...(token && { token }) })
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

describe('a history of live video', () => {
  it('is kept with consent: what the results said, at most one a second', async () => {
    const camera = await openCamera(base, { query: '?record=true' })
    const { session_id, recording } = await camera.next('session')
    expect(recording).toBe(true)
    for (let number = 0; number < 6; number++) {
      camera.binary(smile, number)
      await camera.next('emotion_result')
    }
    await camera.close()
    const reply = await history(session_id)
    expect(reply.statusCode).toBe(200)
    const { statistics, timeline } = reply.json()
    expect(statistics.dominant_emotion).toBe('feliz')
    expect(statistics.total_detections).toBeLessThan(3)
    expect(timeline[0]).toMatchObject({ clase: 'feliz', clase_detallada: 'feliz', source: 'video' })
  })

  it('is not kept without consent', async () => {
    const camera = await openCamera(base)
    const { session_id, recording } = await camera.next('session')
    expect(recording).toBe(false)
    camera.binary(smile, 1)
    await camera.next('emotion_result')
    await camera.close()
    expect((await history(session_id)).json().statistics.total_detections).toBe(0)
  })

  it('ends at once when the consent is withdrawn, with the socket still open', async () => {
    const camera = await openCamera(base, { query: '?record=true' })
    const { session_id } = await camera.next('session')
    const url = `/api/v1/sessions/${session_id}`
    expect((await server.send({ method: 'PATCH', url, payload: { recording: false } })).statusCode).toBe(200)
    camera.binary(smile, 1)
    await camera.next('emotion_result')
    await camera.close()
    expect((await history(session_id)).json().statistics.total_detections).toBe(0)
  })

  it('holds the word of the person, once', async () => {
    const camera = await openCamera(base, { query: '?record=true' })
    const { session_id } = await camera.next('session')
    camera.send({ type: 'control', action: 'correct', clase: 'amor' })
    for (const number of [1, 2, 3]) {
      camera.binary(smile, number)
      await camera.next('emotion_result')
    }
    await camera.close()
    const { timeline } = (await history(session_id)).json()
    const corrections = timeline.filter(({ source }: { source: string }) => source === 'correction')
    expect(corrections).toHaveLength(1)
    expect(corrections[0]).toMatchObject({ clase: 'amor', confianza: 1 })
  })

  it('names landmarks of a device as such', async () => {
    const camera = await openCamera(base, { query: '?record=true' })
    const { session_id } = await camera.next('session')
    const { faces, image } = await server.context.vision.analyze(Uint8Array.from(smile))
    const landmarks = Array.from({ length: 468 }, (_, index) => {
      const [x, y, z] = faces[0]!.landmarks.subarray(index * 3)
      return [x! / image.width, y! / image.height, z! / image.width]
    })
    camera.send({ type: 'landmarks', timestamp: 1, frame_number: 1, image, faces: [{ landmarks }] })
    const result = await camera.next('emotion_result')
    expect(result).toMatchObject({ mode: 'landmarks', detection: { face_detected: true } })
    expect(result.quality).toMatchObject({ brightness: null, sharpness: null })
    camera.send({ type: 'landmarks', timestamp: 2, frame_number: 2, image, faces: [] })
    expect((await camera.next('emotion_result')).detection.face_detected).toBe(false)
    await camera.close()
    expect((await history(session_id)).json().timeline[0].source).toBe('landmarks')
  })
})

describe('a session', () => {
  it('of a user is that user’s alone', async () => {
    const own = await openCamera(base, { query: '?record=true', headers: bearer(ada) })
    const { session_id } = await own.next('session')
    own.binary(smile, 1)
    await own.next('emotion_result')
    await own.close()
    for (const headers of [bearer(ben), undefined]) {
      const other = await openCamera(base, { query: `?session_id=${session_id}`, ...(headers && { headers }) })
      expect((await other.next('error')).error.code).toBe('INVALID_SESSION')
      expect(await other.closed).toMatchObject({ code: 1008 })
    }
    expect((await history(session_id, ben)).statusCode).toBe(404)
    expect((await history(session_id)).statusCode).toBe(404)
    expect((await history(session_id, ada)).json().statistics.total_detections).toBe(1)
  })

  it('that is unknown is refused', async () => {
    const camera = await openCamera(base, { query: '?session_id=abc123' })
    expect((await camera.next('error')).error.code).toBe('INVALID_SESSION')
    expect(await camera.closed).toMatchObject({ code: 1008 })
  })

  it('takes pictures and video together', async () => {
    const made = await server.send({ method: 'POST', url: '/api/v1/sessions', payload: { recording: true } })
    const id: string = made.json().session.session_id
    const camera = await openCamera(base, { headers: { 'x-session-id': id } })
    expect((await camera.next('session')).session_id).toBe(id)
    camera.binary(smile, 1)
    await camera.next('emotion_result')
    await camera.close()
    const photo = await server.send({
      method: 'POST',
      url: '/api/v1/detect/image',
      headers: { 'x-session-id': id },
      payload: { image: dataUrl(smile) },
    })
    expect(photo.json().session_id).toBe(id)
    expect(photo.headers['x-session-id']).toBe(id)
    const sources = (await history(id)).json().timeline.map(({ source }: { source: string }) => source)
    expect(sources).toEqual(['video', 'image'])
  })

  it('that has ended takes nothing more', async () => {
    const made = await server.send({ method: 'POST', url: '/api/v1/sessions', payload: { recording: true } })
    const id: string = made.json().session.session_id
    await server.send({ method: 'POST', url: `/api/v1/sessions/${id}/end` })
    const payload = { image: dataUrl(smile), session_id: id }
    expect((await server.send({ method: 'POST', url: '/api/v1/detect/image', payload })).statusCode).toBe(404)
    const camera = await openCamera(base, { query: `?session_id=${id}` })
    expect((await camera.next('error')).error.code).toBe('INVALID_SESSION')
    await camera.closed
  })
})
