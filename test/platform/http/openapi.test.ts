import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ERRORS } from '../../../src/errors.ts'
import { newcomer } from '../../features/auth/support.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD'
type Operation = {
  summary?: string
  tags?: string[]
  security?: object[]
  parameters?: { name: string; in: string; required?: boolean }[]
  responses: Record<string, { description: string; content?: Record<string, { schema: { $ref?: string } }> }>
}
type Document = {
  openapi: string
  info: object
  paths: Record<string, Record<string, Operation>>
  components: { securitySchemes: object; schemas: { Error: { properties: { error: { properties: object } } } } }
}
let server: TestServer
let document: Document
let operations: { url: string; method: Method; operation: Operation }[]
beforeAll(async () => {
  server = await startTestServer({ env: { REGISTRATION: 'invite' } })
  document = (await server.send({ url: '/openapi.json' })).json()
  operations = Object.entries(document.paths).flatMap(([url, item]) =>
    Object.entries(item).map(([method, operation]) => ({ url, method: method.toUpperCase() as Method, operation })),
  )
})
afterAll(() => server.close())

/** The checker that the generator of our client uses too. */
const redocly = createRequire(import.meta.resolve('openapi-typescript'))('@redocly/openapi-core')
const rules = ['struct', 'no-unresolved-refs', 'path-parameters-defined', 'no-identical-paths']
async function problems(value: unknown): Promise<string[]> {
  const config = await redocly.createConfig({ rules: Object.fromEntries(rules.map((rule) => [rule, 'error'])) })
  const found: { message: string }[] = await redocly.lintFromString({ source: JSON.stringify(value), config })
  return found.map(({ message }) => message)
}
const call = (url: string, method: Method, token?: string) =>
  server.send({ method, url: url.replaceAll('{id}', '999999').replace('{type}', 'album'), ...(token && { token }) })

describe('GET /openapi.json', () => {
  it('is a valid document of version 3.1', async () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(document.info).toMatchObject({ title: 'Animo', version: '1.0.0' })
    expect(await problems(document)).toEqual([])
    expect(await problems({ ...document, paths: { '/x': { get: { responses: [] } } } })).toHaveLength(1)
  })

  it('holds every route of the accounts, of the users and of the system', () => {
    expect(operations.map(({ method, url }) => `${method} ${url}`)).toEqual(
      expect.arrayContaining([
        ...['GET /health', 'GET /api/health', 'GET /health/live', 'GET /health/ready', 'GET /db-status'],
        ...['POST /auth/register', 'POST /auth/login', 'POST /auth/create-first-user', 'POST /auth/account-lookup'],
        ...['POST /auth/reset-password', 'GET /auth/verify-token', 'POST /auth/logout', 'POST /auth/change-password'],
        ...['GET /auth/me', 'PUT /auth/me', 'DELETE /auth/me', 'GET /auth/health', 'GET /auth/status'],
        ...['GET /auth/recovery-codes', 'POST /auth/recovery-codes', 'GET /users', 'PATCH /users/{id}'],
        ...['DELETE /users/{id}', 'POST /users/{id}/reset', 'GET /users/invites', 'POST /users/invites'],
        ...['DELETE /users/invites/{id}', 'PUT /users/registration'],
      ]),
    )
  })

  it('describes every route: words, tag, parameters of the path, success', () => {
    expect(operations.length).toBeGreaterThan(50)
    for (const { url, method, operation } of operations) {
      const what = `${method} ${url}`
      expect(operation.summary, what).toMatch(/\S{2,}/)
      expect(operation.tags, what).toHaveLength(1)
      const inPath = [...url.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
      expect(declared.map(({ name }) => name).sort(), what).toEqual(inPath.sort())
      expect(
        Object.keys(operation.responses).some((status) => status.startsWith('2')),
        what,
      ).toBe(true)
    }
  })

  it('describes what guards answer, as the one envelope', () => {
    expect(document.components.schemas.Error.properties.error.properties).toMatchObject({
      code: { enum: Object.keys(ERRORS) },
    })
    for (const { url, method, operation } of operations) {
      const refusals = ['429', 'default', ...(operation.security ? ['401', '403'] : [])]
      for (const status of refusals) {
        const schema = operation.responses[status]?.content?.['application/json']?.schema
        expect(schema, `${method} ${url} ${status}`).toEqual({ $ref: '#/components/schemas/Error' })
      }
    }
  })

  it('asks for a token exactly where the route does', async () => {
    expect(document.components.securitySchemes).toMatchObject({
      bearer: { scheme: 'bearer' },
      cookie: { in: 'cookie' },
    })
    await server.admin()
    for (const { url, method, operation } of operations) {
      const refused = (await call(url, method)).statusCode === 401
      const body = ['POST /auth/login', 'POST /auth/account-lookup', 'POST /auth/reset-password']
      if (body.includes(`${method} ${url}`)) continue
      expect([`${method} ${url}`, operation.security !== undefined]).toEqual([`${method} ${url}`, refused])
    }
  })

  it('lets no member do what it says only administrators may', async () => {
    const admin = await server.signIn('ada@example.org', 'correct horse')
    const { token } = await newcomer(server, admin, 'ben')
    const own = operations.filter(({ url }) => /^\/(users|library)/.test(url))
    expect(own.length).toBeGreaterThan(15)
    for (const { url, method } of own)
      expect([method, url, (await call(url, method, token)).statusCode]).toEqual([method, url, 403])
  })
})

describe.each(['/docs', '/redoc'])('the page at %s', (url) => {
  it('loads everything it needs from our own origin', async () => {
    const page = await server.send({ url })
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    const links = [...page.body.matchAll(/(?:src|href|spec-url)="([^"]+)"/g)].map(([, link]) => link!)
    expect(links.length).toBeGreaterThan(1)
    for (const link of links) {
      const at = new URL(link, `http://localhost${url}`)
      expect(at.host).toBe('localhost')
      const asset = await server.send({ url: at.pathname })
      expect([link, asset.statusCode]).toEqual([link, 200])
      const type = { js: 'javascript', css: 'text/css', png: 'image/png', json: 'application/json' }
      const ending = at.pathname.split('.').at(-1) as keyof typeof type
      expect(asset.headers['content-type']).toContain(type[ending])
      expect(asset.rawPayload.length).toBeGreaterThan(100)
    }
  })
})

it('gives the page at /docs the same document', async () => {
  const script = await server.send({ url: '/docs/static/swagger-initializer.js' })
  expect(script.body).toContain("resolveUrl('./json')")
  expect(script.body).toContain('validatorUrl: null')
  expect((await server.send({ url: '/docs/json' })).json()).toEqual(document)
})
