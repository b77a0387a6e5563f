import { describe, expect, it } from 'vitest'
import type { Answer, Verdict } from '../../../../src/platform/upstream/types.ts'
import { json, serve } from '../../../support/web-server.ts'
import { failure, kept, open, person, request } from '../service.ts'

const YEAR_MS = 365 * 86_400_000
const once = { limits: { retries: 0 } }
/** Fails until it is told otherwise. */
async function moody(status: number, headers: Record<string, string> = {}) {
  const now = { status }
  const server = await serve((_, reply, count) => {
    if (now.status !== 200) for (const [name, value] of Object.entries(headers)) reply.setHeader(name, value)
    json(reply, { n: count }, now.status)
  })
  return { now, server, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

describe('a clock that was wrong and is set back', () => {
  it('leaves no answer of the future fresh', async () => {
    await using one = await moody(200)
    await using example = open(one.server.url)
    await example.upstream.json(kept, person)
    example.setClock(-YEAR_MS)
    expect(await example.upstream.json(kept, person)).toEqual({ n: 2 })
    expect(await example.upstream.json(kept, person)).toEqual({ n: 2 })
  })

  it('keeps nobody out for longer than the service asked', async () => {
    await using one = await moody(429, { 'retry-after': '3600' })
    await using example = open(one.server.url, once)
    await failure(example.upstream.json(request, person))
    one.now.status = 200
    example.setClock(-YEAR_MS)
    example.advance(1000)
    expect(await example.upstream.json(request, person)).toEqual({ n: 2 })
    expect((await example.upstream.state()).blockedUntil).toBe(null)
  })

  it('holds this process back as long as time goes by, not as long as the clock says', async () => {
    await using one = await moody(429, { 'retry-after': '20' })
    await using example = open(one.server.url, once)
    await failure(example.upstream.json(request, person))
    one.now.status = 200
    example.setClock(-YEAR_MS)
    expect(await example.upstream.json(request, person)).toEqual({ n: 2 })
    expect(Math.max(...example.waits)).toBeGreaterThan(15_000)
    expect(Math.max(...example.waits)).toBeLessThanOrEqual(20_000)
  })

  it('leaves the circuit open for a minute and no longer', async () => {
    await using one = await moody(500)
    await using example = open(one.server.url, once)
    for (let n = 0; n < 5; n++) await failure(example.upstream.json({ ...request, query: { n } }, person))
    example.setClock(-YEAR_MS)
    expect((await example.upstream.state()).circuit).toBe('open')
    example.advance(60_000)
    one.now.status = 200
    expect((await example.upstream.state()).circuit).toBe('half-open')
    expect(await example.upstream.json(request, person)).toEqual({ n: 6 })
  })

  it('reads what is known of a service, and notes what it does, as before', async () => {
    await using one = await moody(200)
    await using example = open(one.server.url, once)
    await example.upstream.json(request, person)
    const before = (await example.upstream.state()).lastSuccessAt
    example.setClock(-YEAR_MS)
    example.advance(10_000)
    await example.store.patch('example', { blockedUntil: new Date(example.now() + 60_000), blockedReason: 'told' })
    expect((await failure(example.upstream.json(request, person))).problem).toBe('busy')
    example.advance(60_000)
    await example.upstream.json(request, person)
    const after = (await example.upstream.state()).lastSuccessAt
    expect(after?.getTime()).toBeLessThan(before?.getTime() ?? 0)
  })

  it('does not close endpoints for a year', async () => {
    await using one = await moody(403)
    const examine = ({ status }: Answer): Verdict | undefined =>
      status === 403 ? { means: 'unable', reason: 'no contract' } : undefined
    await using example = open(one.server.url, { ...once, examine })
    await failure(example.upstream.json(request, person))
    one.now.status = 200
    example.setClock(-YEAR_MS)
    example.advance(1000)
    expect((await example.upstream.state()).unable).toEqual([])
    expect(await example.upstream.json(request, person)).toEqual({ n: 2 })
  })
})
