import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { modelsReply } from '../../../../src/features/emotions/on-device/contract.ts'
import { createOnDevice } from '../../../../src/features/emotions/on-device/service.ts'
import { startTestServer, type TestServer } from '../../../support/app.ts'
import { expectRefusal } from '../../auth/support.ts'
import { CONTENT, FAKE, startUpstream } from './upstream.ts'

let upstream: Awaited<ReturnType<typeof startUpstream>>
let server: TestServer
let admin: string
let member: string
const servers: TestServer[] = []
const onDevice = { model: FAKE, patience: { silenceMs: 300, wholeMs: 20_000 } }
beforeAll(async () => {
  upstream = await startUpstream()
  server = await fetching('right')
  admin = await server.admin()
  member = await server.member(admin)
})
afterEach(() => rm(dirOf(server), { recursive: true, force: true }))
afterAll(async () => {
  for (const one of servers) await one.close()
  await upstream.close()
})

async function fetching(name: string): Promise<TestServer> {
  const one = await startTestServer({ env: { FACE_MODEL_URL: upstream.at(name) }, onDevice })
  servers.push(one)
  return one
}
const FILE = '/models/face_landmarker.task'
const dirOf = (of: TestServer) => path.join(of.config.storageDir, 'models')
const fileOf = (of: TestServer) => path.join(dirOf(of), 'face_landmarker.task')
const install = (token?: string, of = server) =>
  of.send({ method: 'POST', url: '/api/v1/models/face_landmarker/install', ...(token && { token }) })
const isInstalled = async (of = server): Promise<boolean> => {
  const installed = (await of.send({ url: '/api/v1/models' })).json().models[0].installed
  const served = await of.send({ url: FILE })
  expect(served.statusCode).toBe(installed ? 200 : 404)
  if (installed) expect(served.rawPayload.equals(CONTENT)).toBe(true)
  return installed
}
/** A multipart body of one file field. */
function upload(bytes: Uint8Array, { field = 'model', token = admin, ending = '\r\n--x--\r\n' } = {}) {
  const head = `--x\r\ncontent-disposition: form-data; name="${field}"; filename="m"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return server.send({
    ...{ method: 'PUT', url: '/api/v1/models/face_landmarker', token },
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(ending)]),
  })
}

describe('before it is installed', () => {
  it('is listed for anyone, and its file is not found', async () => {
    const reply = await server.send({ url: '/api/v1/models' })
    expect(modelsReply.strict().parse(reply.json()).models).toEqual([
      {
        ...{ name: 'face_landmarker', installed: false, url: FILE, ...FAKE },
        ...{ source: upstream.at('right'), license: 'Apache-2.0' },
      },
    ])
    const error = expectRefusal(await server.send({ url: FILE }), 404, 'NOT_FOUND')
    expect(error.details).toContain('npm run models')
  })

  it('is installed by administrators only, in either way', async () => {
    expectRefusal(await install(), 401, 'AUTH_REQUIRED')
    expectRefusal(await install(member), 403, 'FORBIDDEN')
    expectRefusal(await upload(CONTENT, { token: member }), 403, 'FORBIDDEN')
    expect(await isInstalled()).toBe(false)
  })
})

describe('fetching', () => {
  it('installs it, and again', async () => {
    for (let round = 0; round < 2; round++) {
      const reply = await install(admin)
      expect([reply.statusCode, reply.json().models?.[0].installed]).toEqual([200, true])
      expect(await isInstalled()).toBe(true)
    }
  })

  it('asks once for all who ask at the same time', async () => {
    upstream.asked.length = 0
    const views = await Promise.all(Array.from({ length: 5 }, () => server.context.onDevice.install()))
    expect(views.map(({ installed }) => installed)).toEqual([true, true, true, true, true])
    expect(upstream.asked).toEqual(['right'])
  })

  it('in two processes at the same time gives one whole file', async () => {
    const { storageDir } = server.config
    const both = [1, 2].map(() => createOnDevice({ storageDir, url: upstream.at('right'), ...onDevice }))
    await Promise.all([...both.map((one) => one.install()), install(admin)])
    expect(await readdir(dirOf(server))).toEqual(['face_landmarker.task'])
    expect(await isInstalled()).toBe(true)
  })

  it.each([
    ['redirecting', undefined],
    ['wrong', /^SHA-256 [0-9a-f]{64} instead of /],
    ['truncated', /the connection failed/],
    ['short', /^199999 bytes instead of 200000$/],
    ['endless', /^more than 200000 bytes$/],
    ['silent', /takes too long/],
    ['stalling', /takes too long/],
    ['missing', /^HTTP 404$/],
    ['failing', /^HTTP 500$/],
    ['circling', /the connection failed/],
    ['empty', /^0 bytes instead of/],
    ['gone', /the connection failed/],
  ])('from a %s server', async (name, problem) => {
    const own = await fetching(name)
    const reply = await install(await own.admin(), own)
    if (!problem) expect(reply.statusCode).toBe(200)
    else expect(expectRefusal(reply, 502, 'MODEL_UNAVAILABLE').details).toMatch(problem)
    expect(await isInstalled(own)).toBe(!problem)
    expect(await readdir(dirOf(own)).catch(() => [])).toEqual(problem ? [] : ['face_landmarker.task'])
  })

  it('from an address where nobody listens', async () => {
    const own = await startTestServer({ env: { FACE_MODEL_URL: 'http://127.0.0.1:1/x' }, onDevice })
    servers.push(own)
    const error = expectRefusal(await install(await own.admin(), own), 502, 'MODEL_UNAVAILABLE')
    expect(error.details).toMatch(/the connection failed \(ECONNREFUSED\)|the connection failed/)
  })

  it('keeps what is installed when it fails later', async () => {
    const own = await fetching('wrong')
    const token = await own.admin()
    await mkdir(dirOf(own), { recursive: true })
    await writeFile(fileOf(own), CONTENT)
    expect(await isInstalled(own)).toBe(true)
    expectRefusal(await install(token, own), 502, 'MODEL_UNAVAILABLE')
    expect(await isInstalled(own)).toBe(true)
  })
})

describe('uploading', () => {
  it('installs it', async () => {
    const reply = await upload(CONTENT)
    expect([reply.statusCode, reply.json().models?.[0].installed]).toEqual([200, true])
    expect(await isInstalled()).toBe(true)
  })

  it.each([
    ['one byte less', CONTENT.subarray(1), /^199999 bytes/],
    ['one byte more', Buffer.concat([CONTENT, Buffer.from('x')]), /^more than 200000 bytes$/],
    ['far more', Buffer.concat([CONTENT, CONTENT, CONTENT]), /^more than/],
    ['other bytes', Buffer.alloc(CONTENT.length), /^SHA-256/],
    ['nothing', Buffer.alloc(0), /^0 bytes/],
  ])('refuses %s', async (_name, bytes, problem) => {
    expect(expectRefusal(await upload(bytes), 400, 'MODEL_INVALID').details).toMatch(problem)
    expect(await isInstalled()).toBe(false)
    expect(await readdir(dirOf(server))).toEqual([])
  })

  it('refuses another field, another form, and one that breaks off', async () => {
    expectRefusal(await upload(CONTENT, { field: 'file' }), 400, 'MISSING_PARAMETER')
    expectRefusal(await upload(CONTENT.subarray(0, 1000), { ending: '' }), 400, 'MODEL_INVALID')
    const json = {
      method: 'PUT' as const,
      url: '/api/v1/models/face_landmarker',
      token: admin,
      payload: { model: 'x' },
    }
    expectRefusal(await server.send(json), 415, 'UNSUPPORTED_MEDIA_TYPE')
    expect(await isInstalled()).toBe(false)
  })
})

describe('the file', () => {
  it('may be kept for ever, by its checksum', async () => {
    await install(admin)
    const reply = await server.send({ url: FILE })
    expect(reply.headers).toMatchObject({
      ...{ etag: `"${FAKE.sha256}"`, 'cache-control': 'public, max-age=31536000, immutable' },
      ...{ 'content-type': 'application/octet-stream', 'content-length': String(FAKE.bytes) },
    })
    expect(reply.headers['content-encoding']).toBeUndefined()
    const again = await server.send({ url: FILE, headers: { 'if-none-match': `"${FAKE.sha256}"` } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    const head = await server.send({ method: 'HEAD', url: FILE })
    expect([head.statusCode, head.headers['content-length'], head.body]).toEqual([200, String(FAKE.bytes), ''])
  })

  it('is never one that somebody put there by hand and that is something else', async () => {
    await install(admin)
    expect(await isInstalled()).toBe(true)
    await writeFile(fileOf(server), Buffer.alloc(CONTENT.length))
    expect(await isInstalled()).toBe(false)
    await writeFile(fileOf(server), CONTENT.subarray(0, 1000))
    expect(await isInstalled()).toBe(false)
    await rm(fileOf(server))
    await mkdir(fileOf(server))
    expect(await isInstalled()).toBe(false)
  })
})

describe('the disk', () => {
  it('that cannot be written to is a clear error, and nothing is left of the try', async () => {
    await rm(dirOf(server), { recursive: true, force: true })
    // A file stands where the folder ought to be.
    await writeFile(dirOf(server), '')
    for (const reply of [await install(admin), await upload(CONTENT)]) {
      const error = expectRefusal(reply, 500, 'STORAGE_FAILED')
      expect(JSON.stringify(error)).not.toContain(server.config.storageDir)
    }
    expect(await isInstalled()).toBe(false)
    await rm(dirOf(server))
  })

  it('loses what a killed process left behind, and not what another one is just writing', async () => {
    await mkdir(dirOf(server), { recursive: true })
    const [old, young] = ['a.tmp', 'b.tmp'].map((name) => path.join(dirOf(server), name)) as [string, string]
    for (const file of [old, young]) await writeFile(file, 'half')
    await utimes(old, new Date(0), new Date(0))
    await install(admin)
    expect((await readdir(dirOf(server))).sort()).toEqual(['b.tmp', 'face_landmarker.task'])
    expect(await readFile(young, 'utf8')).toBe('half')
  })
})
