import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AppError } from '../../../src/errors.ts'
import { serveApp } from '../../../src/platform/http/app-pages.ts'
import { handleErrors } from '../../../src/platform/http/error-handler.ts'
import { precompress } from '../../../tools/precompress.ts'

const LARGE = Buffer.alloc(50_000, 'animo')
let dir: string
let app: FastifyInstance

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'animo-pages-'))
  await mkdir(path.join(dir, 'assets'))
  await writeFile(path.join(dir, 'index.html'), '<!doctype html><title>Animo</title>')
  await writeFile(path.join(dir, 'assets', 'index-abc.js'), 'export {}')
  await writeFile(path.join(dir, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(path.join(dir, 'assets', 'face-abc.wasm'), LARGE)
  await precompress(dir)
  app = Fastify()
  handleErrors(app)
  await serveApp(app, dir)
  await app.register(async (scope) => {
    scope.addHook('onRequest', async () => {
      throw new AppError('AUTH_REQUIRED')
    })
    scope.get('/albums/', async () => ({ items: [] }))
    scope.get('/tracks/:id/stream', async () => 'audio')
  })
})
afterAll(async () => {
  await app.close()
  await rm(dir, { recursive: true })
})

const browser = { accept: 'text/html,application/xhtml+xml', 'sec-fetch-mode': 'navigate' }
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })

it('a browser gets the page where app and API share an address, signed in or not', async () => {
  for (const url of ['/albums/', '/albums/12-blue-hour', '/', '/mood', '/no/such/page']) {
    const reply = await get(url, browser)
    expect([url, reply.statusCode, reply.headers['cache-control']]).toEqual([url, 200, 'no-cache'])
    expect(reply.body).toContain('<title>Animo</title>')
  }
})

it('everything else gets the data, or the error in the envelope', async () => {
  expect((await get('/albums/')).json().error.code).toBe('AUTH_REQUIRED')
  expect((await get('/albums/', { accept: 'application/json' })).statusCode).toBe(401)
  expect((await get('/albums/', { accept: 'text/html', 'sec-fetch-mode': 'cors' })).statusCode).toBe(401)
  expect((await get('/tracks/1/stream', browser)).statusCode).toBe(401)
  expect((await get('/no/such/page')).json().error.code).toBe('NOT_FOUND')
  expect((await get('/assets/gone.js', browser)).statusCode).toBe(404)
})

it('keeps for ever only what is named by its content', async () => {
  expect((await get('/assets/index-abc.js')).headers['cache-control']).toContain('immutable')
  expect((await get('/favicon.svg')).headers['cache-control']).toBe('no-cache')
  expect((await app.inject({ method: 'HEAD', url: '/' })).statusCode).toBe(200)
})

it.each(['br', 'gzip'] as const)('sends what the build has packed with %s, and says so', async (encoding) => {
  const packed = await get('/assets/face-abc.wasm', { 'accept-encoding': encoding })
  expect(packed.headers).toMatchObject({ 'content-encoding': encoding, 'content-type': 'application/wasm' })
  expect(packed.headers['cache-control']).toContain('immutable')
  expect(packed.headers.vary).toContain('accept-encoding')
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync }[encoding]
  expect(unpack(packed.rawPayload).equals(LARGE)).toBe(true)
  const plain = await get('/assets/face-abc.wasm')
  expect(plain.rawPayload.equals(LARGE)).toBe(true)
  expect(plain.headers['content-encoding']).toBeUndefined()
})

it('never leaves its folder', async () => {
  for (const url of ['/../package.json', '/assets/..%2f..%2fpackage.json', '/%2e%2e/package.json']) {
    expect((await get(url)).statusCode).toBeGreaterThanOrEqual(400)
  }
})
