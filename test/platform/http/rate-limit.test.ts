import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { expectRefusal } from '../../features/auth/support.ts'
import { newAddress } from '../../support/address.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'

const FRIEND = 'https://friend.example.org'
const MINUTE = 60_000
let server: TestServer
let token: string
beforeAll(async () => {
  const env = { RATE_LIMIT_ANONYMOUS: '5', RATE_LIMIT_USER: '8', CORS_ORIGINS: FRIEND }
  server = await startTestServer({ env })
  token = await server.admin()
})
afterAll(() => server.close())

/** The clock of the limit stands still: seven seconds into a minute that has not been yet. */
let start = Math.ceil(Date.now() / MINUTE) * MINUTE
beforeEach(() => {
  start += MINUTE
  vi.useFakeTimers({ toFake: ['Date'], now: start + 7000 })
})
afterEach(() => {
  vi.useRealTimers()
})

const get = (remoteAddress: string, url = '/health/live', headers = {}) => server.send({ url, remoteAddress, headers })
const times = async (n: number, call: () => Promise<{ statusCode: number }>) => {
  const seen = []
  for (let i = 0; i < n; i++) seen.push((await call()).statusCode)
  return seen
}

describe('callers without an account', () => {
  it('see on every reply what is left, until 429 says when to come back', async () => {
    const address = newAddress()
    const reset = String((start + MINUTE) / 1000)
    for (const [url, status, left] of [
      ['/health/live', 200, '4'],
      ['/nope', 404, '3'],
      ['/auth/me', 401, '2'],
      ['/docs/static/index.css', 200, '1'],
      ['/openapi.json', 200, '0'],
    ] as const) {
      const reply = await get(address, url)
      expect([url, reply.statusCode]).toEqual([url, status])
      expect(reply.headers).toMatchObject({
        ...{ 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': left, 'x-ratelimit-reset': reset },
      })
    }
    const reply = await get(address)
    expect(expectRefusal(reply, 429, 'RATE_LIMIT_EXCEEDED')).toEqual({
      ...{ code: 'RATE_LIMIT_EXCEEDED', message: 'Límite de requests excedido', limit: 5, remaining: 0 },
      ...{ retry_after: 53, reset_at: new Date(start + MINUTE).toISOString() },
    })
    expect(reply.headers).toMatchObject({ 'retry-after': '53', 'x-ratelimit-remaining': '0', 'x-ratelimit-limit': '5' })
  })

  it('are counted by address, and again from the full minute on', async () => {
    const address = newAddress()
    expect(await times(6, () => get(address))).toEqual([200, 200, 200, 200, 200, 429])
    expect((await get(newAddress())).statusCode).toBe(200)
    vi.setSystemTime(start + MINUTE - 1)
    expect((await get(address)).statusCode).toBe(429)
    vi.setSystemTime(start + MINUTE)
    const reply = await get(address)
    expect([reply.statusCode, reply.headers['x-ratelimit-remaining']]).toEqual([200, '4'])
    start += MINUTE
  })

  it('share a limit within an IPv6 /64 and do not escape it with a forged token or header', async () => {
    for (let n = 1; n <= 5; n++) await get(`2001:db8:5:6::${n}`)
    expect((await get('2001:db8:5:6:7::1')).statusCode).toBe(429)
    expect((await get('2001:db8:5:7::1')).statusCode).toBe(200)
    const address = newAddress()
    const tricks = [
      { authorization: 'Bearer x.y.z' },
      { 'x-forwarded-for': '203.0.113.1' },
      { cookie: 'animo_session=x' },
    ]
    for (const headers of [...tricks, ...tricks]) await get(address, '/health/live', headers)
    expect((await get(address)).statusCode).toBe(429)
  })

  it('are counted for addresses that are none too', async () => {
    const address = newAddress()
    expect(await times(5, () => get(address, '/%zz'))).toEqual(Array(5).fill(400))
    const reply = await get(address, '/%zz')
    expect(expectRefusal(reply, 429, 'RATE_LIMIT_EXCEEDED').limit).toBe(5)
    expect(reply.headers['retry-after']).toBe('53')
  })

  it('are let through or refused together when they come at once', async () => {
    const address = newAddress()
    const replies = await Promise.all(Array.from({ length: 20 }, () => get(address)))
    expect(replies.filter((reply) => reply.statusCode === 200)).toHaveLength(5)
  })
})

describe('signed-in callers', () => {
  it('have their own larger limit wherever they are, and leave their address to others', async () => {
    const address = newAddress()
    const mine = () => server.send({ url: '/auth/verify-token', token, remoteAddress: address })
    const first = await mine()
    expect(first.headers).toMatchObject({ 'x-ratelimit-limit': '8', 'x-ratelimit-remaining': '7' })
    expect(await times(7, mine)).toEqual(Array(7).fill(200))
    const elsewhere = await server.send({ url: '/auth/verify-token', token, remoteAddress: newAddress() })
    expect(expectRefusal(elsewhere, 429, 'RATE_LIMIT_EXCEEDED').limit).toBe(8)
    expect((await get(address)).headers['x-ratelimit-remaining']).toBe('4')
  })
})

describe('other origins', () => {
  it('can read a 429, and preflights are not counted (D-10)', async () => {
    const remoteAddress = newAddress()
    const headers = { origin: FRIEND, 'access-control-request-method': 'POST' }
    const preflight = () => server.send({ method: 'OPTIONS', url: '/auth/login', remoteAddress, headers })
    expect(await times(7, preflight)).toEqual(Array(7).fill(204))
    expect((await preflight()).headers['x-ratelimit-remaining']).toBe('5')
    await times(5, () => get(remoteAddress))
    const reply = await get(remoteAddress, '/health/live', { origin: FRIEND })
    expectRefusal(reply, 429, 'RATE_LIMIT_EXCEEDED')
    expect(reply.headers['access-control-allow-origin']).toBe(FRIEND)
    expect((await preflight()).statusCode).toBe(204)
  })
})

describe('a route with a limit of its own', () => {
  it('is counted apart: 60 a minute for music', async () => {
    const address = newAddress()
    const music = () => get(address, '/api/v1/music/random?mood=happy&limit=1')
    const first = await music()
    expect(first.headers).toMatchObject({ 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '59' })
    expect((await get(address)).headers['x-ratelimit-remaining']).toBe('4')
    const rest = await times(60, music)
    expect(rest.slice(0, 59)).not.toContain(429)
    expect(rest.at(-1)).toBe(429)
    expect((await get(address)).statusCode).toBe(200)
  })
})
