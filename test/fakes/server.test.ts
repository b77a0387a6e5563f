import { request } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { startFake } from './server.ts'
import type { Fake, FakeHandler, Trouble } from './types.ts'

const LONG = 600_000
const DATA = { data: Array.from({ length: 200 }, (_, number) => ({ number, name: `Tide ${number}` })) }
const answering: FakeHandler = ({ path }) => (path === '/data' ? { body: DATA } : undefined)

let open: Fake[] = []
afterEach(async () => {
  for (const fake of open) await fake.close()
  open = []
})
async function start(handler = answering, options: Parameters<typeof startFake>[2] = {}) {
  const fake = await startFake('tester', handler, options)
  open.push(fake)
  return fake
}
async function troubled(trouble: Trouble): Promise<Fake> {
  const fake = await start()
  fake.trouble = [trouble]
  return fake
}
/** Waits until the fake has seen so many requests. */
const seen = (fake: Fake, count: number) => vi.waitFor(() => expect(fake.requests).toHaveLength(count))

describe('a fake service', () => {
  it('answers as its handler says, and keeps what it was asked', async () => {
    let clock = 5
    const handler: FakeHandler = ({ query, body, headers }) => ({
      status: 201,
      headers: { 'x-seen': String(headers['x-asks']) },
      body: { artist: query.get('artist'), body },
    })
    const fake = await start(handler, { now: () => clock++ })
    const question = { method: 'POST', body: '{"a":1}', headers: { 'x-asks': 'me' } }
    const response = await fetch(`${fake.url}/deep/path?artist=A%26B+C`, question)
    expect([response.status, response.headers.get('x-seen')]).toEqual([201, 'me'])
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(await response.json()).toEqual({ artist: 'A&B C', body: '{"a":1}' })
    await fetch(`${fake.url}/second`)
    const log = fake.requests.map(({ method, path, body, at }) => ({ method, path, body, at }))
    expect(log).toEqual([
      { method: 'POST', path: '/deep/path', body: '{"a":1}', at: 5 },
      { method: 'GET', path: '/second', body: '', at: 6 },
    ])
  })

  it('sends texts, bytes and nothing as they are', async () => {
    const bodies = { '/text': 'plain', '/bytes': Uint8Array.of(1, 2, 255), '/none': null }
    const fake = await start(({ path }) => ({ body: bodies[path as keyof typeof bodies] }))
    const bytes = async (path: string) => [...new Uint8Array(await (await fetch(fake.url + path)).arrayBuffer())]
    expect(await bytes('/text')).toEqual([...Buffer.from('plain')])
    expect(await bytes('/bytes')).toEqual([1, 2, 255])
    expect(await bytes('/none')).toEqual([])
  })

  it('answers a HEAD like a GET without its body', async () => {
    const fake = await start(({ method }) => (method === 'GET' ? { body: DATA } : undefined))
    const response = await fetch(`${fake.url}/data`, { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-length')).toBe(String(JSON.stringify(DATA).length))
    expect(await response.text()).toBe('')
    expect(fake.requests[0]?.method).toBe('HEAD')
  })

  it('fails at its end when it was asked what the service does not have', async () => {
    const fake = await startFake('tester', answering)
    const response = await fetch(`${fake.url}/nowhere?x=1`)
    expect(response.status).toBe(501)
    expect((await fetch(`${fake.url}/data`)).status).toBe(200)
    await expect(fake.close()).rejects.toThrow(/tester[\s\S]*GET \/nowhere\?x=1/)
    await expect(fake.close()).resolves.toBeUndefined()
  })

  it('fails at its end when its handler threw', async () => {
    const fake = await startFake('tester', () => Promise.reject(new Error('no such artist in the world')))
    await expect(fetch(`${fake.url}/data`)).rejects.toThrow()
    await expect(fake.close()).rejects.toThrow('no such artist in the world')
  })

  it('refuses a body that no client of ours sends', async () => {
    const fake = await start()
    const response = await fetch(`${fake.url}/data`, { method: 'POST', body: 'x'.repeat(13 * 1024 * 1024) })
    expect(response.status).toBe(413)
  })

  it('is not upset by a client that goes in the middle of its question', async () => {
    const fake = await start()
    const asked = request(`${fake.url}/data`, { method: 'POST', headers: { 'content-length': '100' } })
    const gone = new Promise((resolve) => asked.on('error', resolve))
    asked.write('half', () => asked.destroy())
    await gone
    expect((await fetch(`${fake.url}/data`)).status).toBe(200)
  })

  it('waits as long as it is told before it answers', async () => {
    const fake = await start(answering, { latencyMs: LONG })
    const cancelled = new AbortController()
    const slow = fetch(`${fake.url}/data`, { signal: cancelled.signal })
    await seen(fake, 1)
    fake.latencyMs = 0
    expect(await Promise.race([slow, fetch(`${fake.url}/data`).then(() => 'quick')])).toBe('quick')
    cancelled.abort()
    await expect(slow).rejects.toThrow()
    fake.latencyMs = 1
    expect(await (await fetch(`${fake.url}/data`)).json()).toEqual(DATA)
  })

  it('cuts what is under way when it ends', async () => {
    const fake = await startFake('tester', answering, { latencyMs: LONG })
    const asked = fetch(`${fake.url}/data`).catch(() => 'cut')
    await seen(fake, 1)
    await fake.close()
    expect(await asked).toBe('cut')
    await expect(fetch(`${fake.url}/data`)).rejects.toThrow()
  })

  it('listens where it is told to', async () => {
    const first = await startFake('tester', answering)
    const port = Number(new URL(first.url).port)
    await expect(startFake('tester', answering, { port })).rejects.toThrow('EADDRINUSE')
    await first.close()
    expect((await start(answering, { port })).url).toBe(first.url)
  })
})

describe('trouble on purpose', () => {
  it('happens to the requests it is for, as often as it says, the first one first', async () => {
    const fake = await start()
    fake.trouble = [
      { kind: 'reply', times: 1, when: ({ query }) => query.has('odd'), reply: { status: 429 } },
      { kind: 'error', times: 2 },
    ]
    const status = async (query = '') => (await fetch(`${fake.url}/data${query}`)).status
    expect([await status(), await status('?odd=1'), await status('?odd=1'), await status()]).toEqual([
      500, 429, 500, 200,
    ])
    fake.trouble = [{ kind: 'error', reply: { status: 503, headers: { 'retry-after': '7' }, body: { error: 'busy' } } }]
    const response = await fetch(`${fake.url}/data`)
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '7'])
    expect(await response.json()).toEqual({ error: 'busy' })
  })

  it('delay: the right answer, late', async () => {
    const fake = await troubled({ kind: 'delay', milliseconds: LONG, times: 1 })
    const cancelled = new AbortController()
    const slow = fetch(`${fake.url}/data`, { signal: cancelled.signal })
    await seen(fake, 1)
    expect(await Promise.race([slow, fetch(`${fake.url}/data`).then(() => 'quick')])).toBe('quick')
    cancelled.abort()
    await expect(slow).rejects.toThrow()
    fake.trouble = [{ kind: 'delay', milliseconds: 1 }]
    expect(await (await fetch(`${fake.url}/data`)).json()).toEqual(DATA)
  })

  it('drop: no answer at all', async () => {
    const fake = await troubled({ kind: 'drop', times: 1 })
    await expect(fetch(`${fake.url}/data`)).rejects.toThrow('fetch failed')
    expect((await fetch(`${fake.url}/data`)).status).toBe(200)
    const dropping = await start(() => ({ drop: true }))
    await expect(fetch(`${dropping.url}/data`)).rejects.toThrow('fetch failed')
  })

  it('html: a page with status 200', async () => {
    const response = await fetch(`${(await troubled({ kind: 'html' })).url}/data`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(await response.text()).toMatch(/^<!doctype html>/)
  })

  it('truncated: the first half under a whole answer', async () => {
    const response = await fetch(`${(await troubled({ kind: 'truncated' })).url}/data`)
    expect(response.headers.get('content-type')).toContain('application/json')
    const text = await response.text()
    expect(text).toBe(JSON.stringify(DATA).slice(0, JSON.stringify(DATA).length >> 1))
    expect(() => JSON.parse(text)).toThrow()
  })

  it('wrong-type: the right body under another type', async () => {
    const fake = await start(() => ({ headers: { 'Content-Type': 'image/jpeg' }, body: 'picture' }))
    fake.trouble = [{ kind: 'wrong-type' }]
    const response = await fetch(`${fake.url}/picture`)
    expect(response.headers.get('content-type')).toBe('application/x-unheard-of')
    expect(await response.text()).toBe('picture')
  })

  it('huge: a body that goes on as long as it is read', async () => {
    const response = await fetch(`${(await troubled({ kind: 'huge' })).url}/data`)
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(response.headers.has('content-length')).toBe(false)
    let bytes = 0
    for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
      bytes += piece.length
      if (bytes > 20_000_000) break
    }
    expect(bytes).toBeGreaterThan(20_000_000)
  })

  it('drip: the answer bit by bit', async () => {
    const fake = await startFake('tester', answering)
    fake.trouble = [{ kind: 'drip', milliseconds: LONG }]
    const response = await fetch(`${fake.url}/data`)
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    const { value } = await reader.read()
    expect(value?.length).toBe(Math.ceil(JSON.stringify(DATA).length / 50))
    const rest = reader.read().catch(() => 'cut')
    await fake.close()
    expect(await rest).toBe('cut')
    const patient = await troubled({ kind: 'drip', milliseconds: 1 })
    expect(await (await fetch(`${patient.url}/data`)).json()).toEqual(DATA)
  })
})
