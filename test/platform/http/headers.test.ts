import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, UUID } from '../../features/auth/support.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'

const FRIEND = 'https://friend.example.org'
let server: TestServer
let alone: TestServer
beforeAll(async () => {
  server = await startTestServer({ env: { CORS_ORIGINS: `${FRIEND}, http://other.example.org:8080` } })
  alone = await startTestServer()
})
afterAll(async () => {
  await server.close()
  await alone.close()
})

describe('every reply', () => {
  it.each(['/health', '/nope', '/auth/me', '/docs', '/redoc', '/openapi.json', '/docs/static/index.css'])(
    'keeps a page to our own origin: %s',
    async (url) => {
      const { headers } = await alone.send({ url })
      const policy = String(headers['content-security-policy']).split(';')
      expect(policy).toEqual(
        expect.arrayContaining([
          ...["default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'self'"],
          ...["form-action 'self'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'"],
        ]),
      )
      expect(policy.join(' ')).not.toMatch(/https:|http:|upgrade-insecure|unsafe-eval'.*'unsafe-eval'/)
      expect(policy.find((part) => part.startsWith('script-src '))).not.toContain('unsafe-inline')
      expect(headers).toMatchObject({
        ...{ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' },
        ...{ 'x-frame-options': 'SAMEORIGIN', 'cross-origin-resource-policy': 'same-origin' },
        'permissions-policy': expect.stringContaining('camera=(self), microphone=()'),
      })
      expect(headers['strict-transport-security']).toBeUndefined()
      expect(headers['x-powered-by']).toBeUndefined()
    },
  )

  it('has a request id of its own that a caller cannot choose', async () => {
    const headers = { 'x-request-id': 'mine', 'request-id': 'mine' }
    const ids = await Promise.all([1, 2].map(async () => (await alone.send({ url: '/health/live', headers })).headers))
    const [first, second] = ids.map((reply) => String(reply['x-request-id']))
    expect(first).toMatch(UUID)
    expect(second).toMatch(UUID)
    expect(first).not.toBe(second)
  })
})

describe('what does not exist', () => {
  it('is named by its path alone', async () => {
    const reply = await alone.send({ method: 'POST', url: '/nope?token=secret', payload: {} })
    const error = expectRefusal(reply, 404, 'NOT_FOUND')
    expect(error.details).toBe('POST /nope')
    expect(reply.body).not.toContain('secret')
    expectRefusal(await alone.send({ method: 'DELETE', url: '/health' }), 404, 'NOT_FOUND')
  })

  it.each([
    ['', 'es', 'No encontrado'],
    ['en', 'en', 'Not found'],
    ['en-US,en;q=0.9', 'en', 'Not found'],
    ['de, en;q=0.3', 'en', 'Not found'],
    ['es-MX, en;q=0.9', 'es', 'No encontrado'],
    ['en;q=0.4, es;q=0.5', 'es', 'No encontrado'],
    ['en;q=0', 'es', 'No encontrado'],
    ['english', 'es', 'No encontrado'],
    ['*;;q=,,=', 'es', 'No encontrado'],
  ])('is told to "%s" in %s', async (accept, language, message) => {
    const reply = await alone.send({ url: '/nope', headers: { 'accept-language': accept } })
    expect([reply.headers['content-language'], reply.json().error.message]).toEqual([language, message])
  })
})

it.each(['/%zz', '/%E0%A4%A', `/albums/id/${'1'.repeat(400)}`])(
  'refuses an address that is none in the envelope',
  async (url) => {
    const reply = await alone.send({ url, headers: { 'accept-language': 'en' } })
    expect([reply.statusCode, reply.json()]).toMatchObject([
      400,
      { success: false, error: { code: 'INVALID_PARAMETER' } },
    ])
    expect(reply.headers['x-request-id']).toMatch(UUID)
    expect(reply.headers).toMatchObject({
      ...{
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
      },
      ...{ 'x-ratelimit-limit': '100000', 'x-ratelimit-remaining': expect.stringMatching(/^99\d\d\d$/) },
      'x-ratelimit-reset': expect.stringMatching(/^\d+$/),
    })
  },
)

describe('other origins', () => {
  const preflight = (to: TestServer, origin: string) =>
    to.send({
      ...{ method: 'OPTIONS', url: '/auth/login' },
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    })

  it('are let in when they are listed', async () => {
    for (const origin of [FRIEND, 'http://other.example.org:8080']) {
      const reply = await server.send({ url: '/nope', headers: { origin } })
      expect(reply.headers).toMatchObject({
        ...{ 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' },
        'access-control-expose-headers': expect.stringMatching(/x-request-id.*x-ratelimit-remaining.*retry-after/),
        vary: expect.stringMatching(/origin/i),
      })
      const asked = await preflight(server, origin)
      expect([asked.statusCode, asked.headers['access-control-allow-origin']]).toEqual([204, origin])
      expect(asked.headers['access-control-allow-methods']).toBe('GET, HEAD, POST, PUT, PATCH, DELETE')
      expect(asked.headers['access-control-allow-headers']).toBe('content-type')
      expect(asked.headers['x-ratelimit-limit']).toBe('100000')
    }
  })

  it('are kept out when they are not, or only look alike', async () => {
    for (const origin of ['https://evil.example.org', 'http://friend.example.org', `${FRIEND}.evil.org`, 'null']) {
      const replies = [await server.send({ url: '/health/live', headers: { origin } }), await preflight(server, origin)]
      for (const reply of [...replies, await preflight(alone, origin)])
        expect(reply.headers['access-control-allow-origin']).toBeUndefined()
    }
  })

  it('hear of refusals too (D-10)', async () => {
    const reply = await server.send({ url: '/auth/me', headers: { origin: FRIEND } })
    expectRefusal(reply, 401, 'NO_USERS')
    expect(reply.headers['access-control-allow-origin']).toBe(FRIEND)
  })

  it('may ask for the options of a route without saying who they are', async () => {
    expect((await server.send({ method: 'OPTIONS', url: '/auth/login' })).statusCode).toBe(204)
  })
})

describe('compression', () => {
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync }

  it.each(['br', 'gzip'] as const)('packs a large reply with %s', async (encoding) => {
    const plain = await alone.send({ url: '/openapi.json', headers: { 'accept-encoding': 'identity' } })
    const packed = await alone.send({ url: '/openapi.json', headers: { 'accept-encoding': encoding } })
    expect(packed.headers).toMatchObject({ 'content-encoding': encoding, vary: expect.stringContaining('encoding') })
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3)
    expect(unpack[encoding](packed.rawPayload).toString()).toBe(plain.body)
  })

  it('leaves a small reply as it is', async () => {
    const reply = await alone.send({ url: '/health/live', headers: { 'accept-encoding': 'br' } })
    expect(reply.headers['content-encoding']).toBeUndefined()
  })
})
