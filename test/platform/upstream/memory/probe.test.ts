import { describe, expect, it } from 'vitest'
import type { Answer, Ask, Verdict } from '../../../../src/platform/upstream/types.ts'
import { json, serve } from '../../../support/web-server.ts'
import { failure, kept, open, person, request } from '../service.ts'

const probe: Ask = { priority: 'person', probe: true }
/** A service that answers with a status until it is told otherwise. */
async function moody(status: number, headers: Record<string, string> = {}) {
  const now = { status }
  const server = await serve((_, reply) => {
    if (now.status !== 200) for (const [name, value] of Object.entries(headers)) reply.setHeader(name, value)
    json(reply, { n: 1 }, now.status)
  })
  return { now, server, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}
const once = { limits: { retries: 0 } }

describe('an administrator who looks whether a service is well', () => {
  it('asks it although it wants to be left alone, and a good answer ends that for everybody', async () => {
    await using one = await moody(429, { 'retry-after': '604800' })
    await using example = open(one.server.url, once)
    await using other = open(one.server.url, once, { store: example.store })
    expect((await failure(example.upstream.json(request, person))).message).toBe('Example asks us to wait 24 h')
    expect((await failure(example.upstream.json(request, probe))).message).toBe('Example asks us to wait 24 h')
    expect(one.server.seen.length).toBe(2)
    await failure(other.upstream.json(request, person))

    one.now.status = 200
    await failure(example.upstream.json(request, person))
    expect(one.server.seen.length).toBe(2)
    expect(await example.upstream.json(request, probe)).toEqual({ n: 1 })
    expect(await example.upstream.state()).toMatchObject({ blockedUntil: null, blockedReason: null })
    expect(await example.upstream.json(request, person)).toEqual({ n: 1 })
    other.advance(1000)
    expect(await other.upstream.json(request, person)).toEqual({ n: 1 })
  })

  it('closes the circuit with a good answer, and leaves it open with a bad one', async () => {
    await using one = await moody(500)
    await using example = open(one.server.url, once)
    for (let n = 0; n < 5; n++) await failure(example.upstream.json({ ...request, query: { n } }, person))
    expect((await failure(example.upstream.json(request, probe))).status).toBe(500)
    expect([one.server.seen.length, (await example.upstream.state()).circuit]).toEqual([6, 'open'])
    one.now.status = 200
    await example.upstream.json(request, probe)
    expect((await example.upstream.state()).circuit).toBe('closed')
    // It counts from the beginning again.
    one.now.status = 500
    for (let n = 0; n < 4; n++) await failure(example.upstream.json({ ...request, query: { n } }, person))
    expect((await example.upstream.state()).circuit).toBe('closed')
    await failure(example.upstream.json(request, person))
    expect((await example.upstream.state()).circuit).toBe('open')
  })

  it('opens endpoints that were closed to us', async () => {
    await using one = await moody(403)
    const examine = ({ status }: Answer): Verdict | undefined =>
      status === 403 ? { means: 'unable', reason: 'no contract' } : undefined
    await using example = open(one.server.url, { ...once, examine })
    await failure(example.upstream.json(request, person))
    one.now.status = 200
    expect((await failure(example.upstream.json(request, person))).problem).toBe('unable')
    await example.upstream.json(request, probe)
    expect(await example.upstream.json(request, person)).toEqual({ n: 1 })
  })

  it('is answered by the service, not by what was kept', async () => {
    await using one = await moody(200)
    await using example = open(one.server.url, once)
    await example.upstream.json(kept, person)
    await example.upstream.json(kept, probe)
    expect(one.server.seen.length).toBe(2)
    one.now.status = 500
    expect((await failure(example.upstream.json(kept, probe))).status).toBe(500)
  })

  it('keeps the pace, and is not asked for long', async () => {
    await using one = await moody(200)
    await using example = open(one.server.url, { limits: { everyMs: 20_000 } })
    for (let n = 0; n < 3; n++) await example.upstream.json(request, probe)
    expect(example.waits.map((wait) => Math.round(wait / 1000))).toEqual([20, 20])
    await example.store.hold('example', 400_000)
    await example.upstream.json(request, probe)
    expect(example.waits.at(-1)).toBe(30_000)
  })

  it('is not offline, nor does it ask what is switched off', async () => {
    await using one = await moody(200)
    await using offline = open(one.server.url, {}, { offline: true })
    expect((await failure(offline.upstream.json(request, probe))).problem).toBe('off')
    await using off = open(one.server.url, { enabled: () => false })
    expect((await failure(off.upstream.json(request, probe))).problem).toBe('off')
    expect(one.server.seen.length).toBe(0)
  })
})
