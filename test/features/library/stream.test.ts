import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { writeLibrary } from '../../support/audio/library.ts'
import { addFolder, createMusicDir, fixtures, scanAll } from '../../support/library.ts'

const TYPES: Record<string, [fixture: string, type: string]> = {
  'types/a.mp3': ['e2e-tune.mp3', 'audio/mpeg'],
  'types/b.flac': ['tagged.flac', 'audio/flac'],
  'types/c.ogg': ['tagged.ogg', 'audio/ogg'],
  'types/d.m4a': ['aac.m4a', 'audio/mp4'],
  'types/e.m4a': ['alac.m4a', 'audio/mp4'],
  'types/f.wav': ['tagged.wav', 'audio/wav'],
  'types/g.opus': ['tagged.opus', 'audio/ogg'],
  'types/h.aiff': ['tagged.aiff', 'audio/aiff'],
  'types/i.wma': ['tagged.wma', 'audio/x-ms-wma'],
}
const ODD_NAMES = [
  ...[`"quoted" 'twice'.mp3`, '100%.mp3', '%2e%2e%2f.mp3', '#1 hit?.mp3', ' spaces  around .mp3', '🎵 émoji 林.mp3'],
  ...['new\nline.mp3', 'back\\slash.mp3', 'a&b=c;d+e.mp3', '-rf *.mp3', 'strange...mp3', '<b>{x}.mp3'],
  `${'ñ'.repeat(98)}.mp3`,
  'x.mp3\'; filename="evil.html.mp3',
]
let server: TestServer
let music: Awaited<ReturnType<typeof createMusicDir>>
let token: string
/** Track ids by path below the music folder. */
const tracks = new Map<string, number>()
let tune: Buffer

beforeAll(async () => {
  server = await startTestServer({ jobs: true })
  token = await server.admin()
  music = await createMusicDir()
  await music.put(Object.fromEntries(Object.entries(TYPES).map(([name, [fixture]]) => [name, fixture])))
  const odd = ODD_NAMES.map((name, at) => ({ path: `odd/${name}`, title: `Odd ${at}`, artist: 'Odd' }))
  const own = ['gone', 'link', 'pipe', 'big'].map((name) => ({ path: `own/${name}.mp3`, title: name, artist: 'Own' }))
  await writeLibrary(
    music.dir,
    [...odd, ...own, { path: 'ghost/1.mp3', title: 'Boo', artist: 'Ghost' }].map(({ path: file, title, artist }) => ({
      path: file,
      format: 'mp3',
      tags: { title, artists: [artist], album: artist },
      salt: file,
    })),
  )
  await addFolder(server, token, music.dir)
  expect(await scanAll(server, token)).toMatchObject({ state: 'done', failed: 0 })
  const lines = (await server.send({ url: '/tracks/overview?limit=1000', token })).json().items
  for (const line of lines) tracks.set(line.local_file_path, line.track_id)
  tune = await readFile(path.join(fixtures, 'e2e-tune.mp3'))
})
afterAll(async () => {
  await server.close()
  await music.remove()
})

const urlOf = (file: string) => `/tracks/${tracks.get(file)}/stream`
const TUNE = 'types/a.mp3'
const ask = (headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET', file = TUNE) =>
  server.send({ method, url: urlOf(file), token, headers })

describe('streaming a file', () => {
  it('gives all of it, with length, type and validators', async () => {
    const reply = await ask()
    expect(reply.statusCode).toBe(200)
    expect(reply.rawPayload.equals(tune)).toBe(true)
    expect(reply.headers).toMatchObject({
      ...{ 'content-length': String(tune.length), 'content-type': 'audio/mpeg', 'accept-ranges': 'bytes' },
      'cache-control': 'private, max-age=0, must-revalidate',
    })
    expect(reply.headers.etag).toBeTruthy()
    expect(Date.parse(String(reply.headers['last-modified']))).toBeGreaterThan(0)
  })

  it.each(Object.entries(TYPES))('%s has its content type', async (file, [fixture, type]) => {
    const reply = await ask({ 'accept-encoding': 'br, gzip' }, 'GET', file)
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, type])
    expect(reply.headers['content-encoding']).toBeUndefined()
    expect(reply.rawPayload.equals(await readFile(path.join(fixtures, fixture)))).toBe(true)
  })

  it('HEAD says the same and sends nothing', async () => {
    const [get, head] = [await ask(), await ask({}, 'HEAD')]
    for (const name of ['content-length', 'content-type', 'etag', 'last-modified', 'accept-ranges', 'cache-control'])
      expect(head.headers[name], name).toBe(get.headers[name])
    expect([head.statusCode, head.rawPayload.length]).toEqual([200, 0])
    const part = await ask({ range: 'bytes=0-9' }, 'HEAD')
    expect([part.statusCode, part.headers['content-length'], part.rawPayload.length]).toEqual([206, '10', 0])
  })

  it('304 for who has it, by ETag and by time', async () => {
    const { headers } = await ask()
    const conditions: Record<string, string>[] = [
      ...[{ 'if-none-match': String(headers.etag) }, { 'if-none-match': `"x", ${headers.etag}` }],
      { 'if-modified-since': String(headers['last-modified']) },
    ]
    for (const condition of conditions) {
      const again = await ask(condition)
      expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0])
      expect(again.headers.etag).toBe(headers.etag)
    }
    expect((await ask({ 'if-none-match': '"other"' })).statusCode).toBe(200)
    const refused = await ask({ 'if-match': '"other"' })
    expect([refused.statusCode, refused.json().error.code]).toEqual([412, 'CONFLICT'])
  })
})

describe('ranges', () => {
  const size = () => tune.length
  it.each([
    ['bytes=0-0', 0, 1],
    ['bytes=0-99', 0, 100],
    ['bytes=1000-1999', 1000, 2000],
    ['bytes=-100', -100, undefined],
    ['bytes=90000-', 90_000, undefined],
    ['bytes=0-999999999', 0, undefined],
    ['bytes=-999999999', 0, undefined],
  ])('%s', async (range, from, to) => {
    const expected = tune.subarray(from, to)
    const reply = await ask({ range })
    const start = from < 0 ? size() + from : from
    expect(reply.statusCode).toBe(206)
    expect(reply.headers['content-range']).toBe(`bytes ${start}-${start + expected.length - 1}/${size()}`)
    expect(reply.headers['content-length']).toBe(String(expected.length))
    expect(reply.headers['content-type']).toBe('audio/mpeg')
    expect(reply.rawPayload.equals(expected)).toBe(true)
  })

  it.each(['bytes=96495-', 'bytes=999999999-', 'bytes=200000-300000', 'bytes=-0'])(
    '%s is not there: 416',
    async (range) => {
      const reply = await ask({ range })
      expect([reply.statusCode, reply.json().error.code]).toEqual([416, 'RANGE_NOT_SATISFIABLE'])
      expect(reply.headers['content-range']).toBe(`bytes */${size()}`)
      expect(reply.headers['content-type']).toContain('application/json')
    },
  )

  it('several, absurd and unknown ranges never send more than the file, nor fail', async () => {
    const many = (part: string, count: number) => `bytes=${Array(count).fill(part).join(',')}`
    for (const range of [
      ...['bytes=0-1,5-6', 'bytes=0-1, 99999999-', many('0-', 5000), many('0-0', 20_000), many('-1', 5000)],
      ...['items=0-5', 'bytes=', 'bytes=abc-def', 'bytes=5-2', 'bytes=--1', 'bytes=1e3-2e3', 'bytes', 'bytes=0-1;2-3'],
      ...['bytes=-', 'bytes=0x10-0x20', 'bytes=99999999999999999999999-', 'bytes=0-99999999999999999999999'],
    ]) {
      const reply = await ask({ range })
      expect([200, 206, 416], range.slice(0, 40)).toContain(reply.statusCode)
      expect(reply.rawPayload.length).toBeLessThanOrEqual(size())
      if (reply.statusCode === 200) expect(reply.rawPayload.equals(tune), range.slice(0, 40)).toBe(true)
    }
  })

  it('If-Range: the part while the file is the same, else all of it', async () => {
    const { etag, 'last-modified': modified } = (await ask()).headers
    const range = 'bytes=10-19'
    const status = async (ifRange: string) => (await ask({ range, 'if-range': ifRange })).statusCode
    expect([await status(String(etag)), await status(String(modified))]).toEqual([206, 206])
    expect([await status('"older"'), await status('Mon, 01 Jan 2001 00:00:00 GMT'), await status('?')]).toEqual([
      ...[200, 200, 200],
    ])
  })
})

describe('who may listen', () => {
  it('a token in the address works here, and only here', async () => {
    const reply = await server.send({ url: `${urlOf(TUNE)}?token=${token}`, headers: { range: 'bytes=0-9' } })
    expect([reply.statusCode, reply.rawPayload.length]).toEqual([206, 10])
    expect((await server.send({ method: 'HEAD', url: `${urlOf(TUNE)}?token=${token}` })).statusCode).toBe(200)
    for (const bad of ['', '?token=', '?token=nonsense', `?Token=${token}`, `?token=${token}x`])
      expect((await server.send({ url: urlOf(TUNE) + bad })).statusCode, bad).toBe(401)
    const id = tracks.get(TUNE)
    for (const url of [`/tracks/id/${id}`, '/tracks/', '/tracks/overview', '/favorites/', '/tracks/recent-plays'])
      expect((await server.send({ url: `${url}?token=${token}` })).statusCode, url).toBe(401)
    const play = await server.send({ method: 'POST', url: `/tracks/play/${id}?token=${token}` })
    expect(play.statusCode).toBe(401)
  })

  it('not the track of an artist I hide', async () => {
    const id = (await server.send({ url: '/artists/?search=ghost', token })).json().items[0].id
    expect((await ask({}, 'GET', 'ghost/1.mp3')).statusCode).toBe(200)
    await server.send({ method: 'POST', url: `/artists/id/${id}/hide`, token })
    const hidden = await ask({}, 'GET', 'ghost/1.mp3')
    expect([hidden.statusCode, hidden.json().error.code]).toEqual([404, 'NOT_FOUND'])
    await server.send({ method: 'DELETE', url: `/artists/id/${id}/hide`, token })
    expect((await ask({}, 'GET', 'ghost/1.mp3')).statusCode).toBe(200)
  })
})

describe('files that are not what they were', () => {
  const offline = async (file: string) => {
    for (const method of ['GET', 'HEAD'] as const) {
      const reply = await ask({}, method, file)
      expect(reply.statusCode).toBe(404)
      if (method === 'GET') expect(reply.json().error.code).toBe('FILE_OFFLINE')
    }
  }

  it('one that was deleted after the scan is offline', async () => {
    expect((await ask({}, 'GET', 'own/gone.mp3')).statusCode).toBe(200)
    await rm(music.at('own/gone.mp3'))
    await offline('own/gone.mp3')
  })

  it('one that became a link to the outside is not served, nor through a folder that leads there', async () => {
    const outside = await createMusicDir()
    await outside.put({ 'secret.mp3': 'tiny.mp3', 'link.mp3': 'tiny.mp3' })
    await rename(music.at('own/link.mp3'), music.at('own/aside'))
    for (const target of [outside.at('secret.mp3'), '/etc/passwd', '../../../../../../etc/passwd', '/dev/zero']) {
      await symlink(target, music.at('own/link.mp3'))
      await offline('own/link.mp3')
      await rm(music.at('own/link.mp3'))
    }
    // A link that stays inside is the folder's own business.
    await symlink('aside', music.at('own/link.mp3'))
    expect((await ask({}, 'GET', 'own/link.mp3')).statusCode).toBe(200)
    await rename(music.at('own'), music.at('own-aside'))
    await symlink(outside.dir, music.at('own'))
    await offline('own/link.mp3')
    await rm(music.at('own'))
    await rename(music.at('own-aside'), music.at('own'))
    await outside.remove()
  })

  it('a folder and a pipe are no audio, and nobody waits for them', async () => {
    await rm(music.at('own/pipe.mp3'))
    await mkdir(music.at('own/pipe.mp3'))
    await offline('own/pipe.mp3')
    await rm(music.at('own/pipe.mp3'), { recursive: true })
    execFileSync('mkfifo', [music.at('own/pipe.mp3')])
    await offline('own/pipe.mp3')
    await rm(music.at('own/pipe.mp3'))
  })

  it('one that grew or shrank is sent as it is now; an empty one has no ranges', async () => {
    const file = music.at('own/pipe.mp3')
    await writeFile(file, 'abc')
    expect((await ask({}, 'GET', 'own/pipe.mp3')).body).toBe('abc')
    await writeFile(file, '')
    const empty = await ask({}, 'GET', 'own/pipe.mp3')
    expect([empty.statusCode, empty.headers['content-length'], empty.body]).toEqual([200, '0', ''])
    expect((await ask({ range: 'bytes=0-' }, 'GET', 'own/pipe.mp3')).statusCode).toBe(416)
  })
})

describe('odd names', () => {
  it.each(ODD_NAMES)('%j streams, and no header repeats it', async (name) => {
    const reply = await ask({}, 'GET', `odd/${name}`)
    expect(reply.statusCode).toBe(200)
    expect(reply.rawPayload.equals(await readFile(music.at(`odd/${name}`)))).toBe(true)
    expect(reply.headers['content-type']).toBe('audio/mpeg')
    expect(reply.headers['content-disposition']).toBeUndefined()
    const stem = name.replace(/\.mp3$/, '').trim()
    for (const part of [stem, encodeURIComponent(stem)]) expect(JSON.stringify(reply.headers)).not.toContain(part)
  })
})

describe('over a real socket', () => {
  it.skipIf(!existsSync('/proc/self/fd'))('a listener who leaves half way leaves no open file behind', async () => {
    const file = music.at('own/big.mp3')
    await writeFile(file, Buffer.alloc(24 * 1024 * 1024, 7))
    await server.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = server.app.server.address() as AddressInfo
    const openFiles = async () => {
      const fds = await readdir('/proc/self/fd')
      const targets = await Promise.all(fds.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')))
      return targets.filter((target) => target === file).length
    }
    const listen = (headers: Record<string, string> = {}) =>
      new Promise<http.IncomingMessage>((resolve, reject) => {
        const options = { port, host: '127.0.0.1', path: urlOf('own/big.mp3'), agent: false }
        const request = http.get({ ...options, headers: { authorization: `Bearer ${token}`, ...headers } }, resolve)
        request.on('error', reject)
      })
    const leave = async (headers?: Record<string, string>) => {
      const response = await listen(headers)
      await new Promise((resolve) => response.once('data', resolve))
      response.on('error', () => undefined)
      return response
    }

    const open = [
      ...(await Promise.all(Array.from({ length: 10 }, () => leave()))),
      await leave({ range: 'bytes=100-' }),
    ]
    expect(await openFiles()).toBe(open.length)
    for (const response of open) response.destroy()
    await vi.waitFor(async () => expect(await openFiles()).toBe(0), { timeout: 5000 })

    let bytes = 0
    for await (const chunk of await listen()) bytes += (chunk as Buffer).length
    expect(bytes).toBe(24 * 1024 * 1024)
    await vi.waitFor(async () => expect(await openFiles()).toBe(0), { timeout: 5000 })
  })
})
