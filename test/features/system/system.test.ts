import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Vision } from '../../../src/vision/pool.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { createTestDatabase } from '../../support/database.ts'
import { expectRefusal, TIME } from '../auth/support.ts'

let state: ReturnType<Vision['state']> = 'loaded'
const vision: Vision = {
  atOnce: 1,
  analyze: () => Promise.reject(new Error('not asked')),
  ready: () => Promise.resolve(),
  state: () => state,
  close: () => Promise.resolve(),
}
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ vision })
})
afterAll(() => server.close())

const healthy = {
  ...{ status: 'healthy', service: 'EmotiPlay Backend API', version: '1.0.0', timestamp: expect.stringMatching(TIME) },
  services: {
    ...{ emotion_recognition: 'operational', spotify_integration: 'not_configured' },
    ...{ mediapipe: 'loaded', database: 'operational' },
  },
}

describe.each(['/health', '/api/health', '/health/'])('GET %s', (url) => {
  it('answers as EmotiPlay documents it, without an account', async () => {
    const reply = await server.send({ url })
    expect([reply.statusCode, reply.json()]).toEqual([200, healthy])
  })

  it('is 503 with the documented reason when the models could not be loaded', async () => {
    state = 'failed'
    const reply = await server.send({ url })
    state = 'loaded'
    const services = { ...healthy.services, emotion_recognition: 'error', mediapipe: 'failed_to_load' }
    const error = 'MediaPipe initialization failed'
    expect([reply.statusCode, reply.json()]).toEqual([503, { ...healthy, status: 'unhealthy', services, error }])
  })

  it('is well while the models are loading, and says so', async () => {
    state = 'loading'
    const reply = await server.send({ url })
    state = 'loaded'
    const services = { ...healthy.services, emotion_recognition: 'loading', mediapipe: 'loading' }
    expect([reply.statusCode, reply.json()]).toEqual([200, { ...healthy, services }])
  })
})

it('answers process managers and the account service shortly', async () => {
  expect((await server.send({ url: '/health/live' })).json()).toEqual({ status: 'ok' })
  expect((await server.send({ url: '/health/ready' })).json()).toEqual({ status: 'ready' })
  expect((await server.send({ url: '/auth/health' })).json()).toEqual({ message: 'Authentication service is running' })
  const status = (await server.send({ url: '/db-status' })).json()
  expect(status).toEqual({ status: 'online', last_checked: expect.stringMatching(TIME), last_error: null })
})

describe('without its database', () => {
  let lone: TestServer
  let token: string
  beforeAll(async () => {
    const database = await createTestDatabase()
    lone = await startTestServer({ databaseUrl: database.url, vision })
    token = await lone.admin()
    await database.drop()
  })
  afterAll(() => lone.close())

  it('says what fails, to everybody and to a signed-in browser', async () => {
    for (const headers of [{}, { authorization: `Bearer ${token}` }, { cookie: `animo_session=${token}` }]) {
      const health = await lone.send({ url: '/health', headers })
      expect([health.statusCode, health.json()]).toEqual([
        503,
        {
          ...{ ...healthy, status: 'unhealthy', error: 'Database unavailable' },
          services: { ...healthy.services, database: 'error' },
        },
      ])
      expect((await lone.send({ url: '/health/live', headers })).statusCode).toBe(200)
      const ready = await lone.send({ url: '/health/ready', headers })
      expect([ready.statusCode, ready.json()]).toEqual([503, { status: 'not_ready' }])
      const status = await lone.send({ url: '/db-status', headers })
      expect(status.json()).toMatchObject({ status: 'offline', last_error: 'The database does not answer' })
    }
  })

  it('leaks nothing of the reason', async () => {
    const payload = { email: 'ada@example.org', password: 'correct horse' }
    const replies = [
      await lone.send({ method: 'POST', url: '/auth/login', payload }),
      await lone.send({ url: '/auth/me', token }),
      await lone.send({ url: '/auth/status' }),
    ]
    const errors = [
      expectRefusal(replies[0]!, 500, 'INTERNAL_ERROR'),
      expectRefusal(replies[1]!, 503, 'SERVICE_UNAVAILABLE'),
      expectRefusal(replies[2]!, 500, 'INTERNAL_ERROR'),
    ]
    expect(errors.map((error) => Object.keys(error))).toEqual(errors.map(() => ['code', 'message']))
    for (const reply of replies)
      expect(reply.body).not.toMatch(/postgres|select|query|test_|127\.0\.0\.1|node_modules/i)
  })
})
