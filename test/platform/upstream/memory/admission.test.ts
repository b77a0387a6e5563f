import { describe, expect, it } from 'vitest'
import type { Answer, Verdict } from '../../../../src/platform/upstream/types.ts'
import { memoryUpstreamStore } from '../../../support/upstream-store.ts'
import { json, serve } from '../../../support/web-server.ts'
import { background, failure, open, person, request } from '../service.ts'

const WEEK_MS = 7 * 86_400_000
const echo = () => serve((_, reply, count) => json(reply, { n: count }))

describe('a service that is switched off', () => {
  it('is not asked, and its answers are not given', async () => {
    await using server = await echo()
    let on = true
    await using example = open(server.url, { enabled: () => on })
    await example.upstream.json({ ...request, keep: { hit: 60, miss: 60 } }, person)
    on = false
    const error = await failure(example.upstream.json({ ...request, keep: { hit: 60, miss: 60 } }, person))
    expect([error.problem, error.message, server.seen.length]).toEqual(['off', 'Example is switched off', 1])
    expect((await example.upstream.state()).enabled).toBe(false)
  })
})

describe('a budget', () => {
  it('leaves its last quarter to people, and ends for them too, by family', async () => {
    await using server = await echo()
    await using example = open(server.url, { budget: 8 })
    const ask = (n: number, who = background, family = 'things') =>
      example.upstream.json({ ...request, family, query: { n } }, who)
    for (let n = 0; n < 6; n++) await ask(n)
    const job = await failure(ask(6))
    expect([job.problem, job.message]).toEqual([
      ...['budget', 'Example: what background work may use of the 8 calls a day for things is used up'],
    ])
    await ask(6, person)
    await ask(7, person)
    const person9 = await failure(ask(8, person))
    expect([person9.problem, person9.message]).toEqual(['budget', 'Example: the 8 calls a day for things are used up'])
    await ask(9, background, 'others')
    expect((await example.upstream.state()).usage).toEqual([
      { family: 'others', calls: 1, failures: 0, budget: 8 },
      { family: 'things', calls: 8, failures: 0, budget: 8 },
    ])
    expect(server.seen.length).toBe(9)
  })

  it('comes back within a day', async () => {
    await using server = await echo()
    await using example = open(server.url, { budget: 1 })
    await example.upstream.json(request, person)
    example.advance(23 * 3_600_000)
    expect((await failure(example.upstream.json(request, person))).problem).toBe('budget')
    example.advance(2 * 3_600_000)
    expect(await example.upstream.json(request, person)).toEqual({ n: 2 })
  })

  it('counts every attempt, and is kept by many calls at once in two processes', async () => {
    await using server = await serve((_, reply) => json(reply, {}, 500))
    const store = memoryUpstreamStore()
    await using one = open(server.url, { budget: 5 }, { store })
    await using other = open(server.url, { budget: 5 }, { store })
    const asks = [1, 2, 3, 4].flatMap((n) =>
      [one, other].map((each) => each.upstream.json({ ...request, query: { n } }, person)),
    )
    await Promise.allSettled(asks)
    expect(server.seen.length).toBe(5)
  })
})

describe('endpoints that are closed to us', () => {
  const examine = ({ status }: Answer): Verdict | undefined =>
    status === 403 ? { means: 'unable', reason: 'related artists need\n  a contract' } : undefined
  const closed = { ...request, family: 'related', path: '/related' }
  const half = () => {
    const state = { closed: true }
    return {
      state,
      server: serve((seen, reply) => json(reply, { n: 1 }, state.closed && seen.url === '/related' ? 403 : 200)),
    }
  }

  it('are not asked again for a week, in any process; others are', async () => {
    const { server: starting } = half()
    await using server = await starting
    const store = memoryUpstreamStore()
    await using one = open(server.url, { examine }, { store })
    await using other = open(server.url, { examine }, { store })
    const errors = [
      await failure(one.upstream.json(closed, person)),
      await failure(other.upstream.json(closed, person)),
    ]
    const told = ['unable', 'Example: related artists need a contract']
    expect(errors.map(({ problem, message }) => [problem, message])).toEqual([told, told])
    expect(await one.upstream.json(request, person)).toEqual({ n: 1 })
    expect(server.seen.map(({ url }) => url)).toEqual(['/related', '/things'])
    expect((await one.upstream.state()).unable).toMatchObject([
      { family: 'related', reason: 'Example: related artists need a contract', since: expect.any(Date) },
    ])
    expect((await one.upstream.state()).unable[0]).not.toHaveProperty('retryAt')
  })

  it('are tried again then, and forgotten when they answer', async () => {
    const { server: starting, state } = half()
    await using server = await starting
    await using example = open(server.url, { examine })
    await failure(example.upstream.json(closed, person))
    example.advance(WEEK_MS)
    await failure(example.upstream.json(closed, person))
    expect(server.seen.length).toBe(2)
    state.closed = false
    example.advance(WEEK_MS)
    expect(await example.upstream.json(closed, person)).toEqual({ n: 1 })
    expect((await example.upstream.state()).unable).toEqual([])
  })
})

describe('what is known of a service', () => {
  it('is its last success and its last error, with counts', async () => {
    await using server = await serve((_, reply, count) => json(reply, { n: 1 }, count === 2 ? 500 : 200))
    await using example = open(server.url, { limits: { retries: 0 } })
    expect(await example.upstream.state()).toEqual({
      ...{ enabled: true, circuit: 'closed', blockedUntil: null, blockedReason: null, lastError: null },
      ...{ lastErrorAt: null, lastSuccessAt: null, unable: [], usage: [] },
    })
    await example.upstream.json(request, person)
    await failure(example.upstream.json(request, person))
    expect(await example.upstream.state()).toMatchObject({
      ...{ lastError: 'Example answered with an error (500)', lastErrorAt: expect.any(Date) },
      ...{ lastSuccessAt: expect.any(Date), usage: [{ family: 'things', calls: 2, failures: 1, budget: null }] },
    })
  })

  it('is read at most once a second', async () => {
    await using server = await echo()
    const plain = memoryUpstreamStore()
    let reads = 0
    const read = (name: string) => {
      reads += 1
      return plain.read(name)
    }
    const store = { ...plain, read }
    const time = Date.now()
    await using example = open(server.url, {}, { store })
    for (let n = 0; n < 20; n++) await example.upstream.json({ ...request, query: { n } }, person)
    expect(reads).toBeLessThanOrEqual(2 + Math.ceil((Date.now() - time) / 1000))
    const before = reads
    example.advance(1000)
    await example.upstream.json(request, person)
    expect(reads).toBe(before + 1)
  })

  it('holds no key, whatever the service repeats', async () => {
    await using server = await serve((seen, reply) =>
      json(reply, { said: `${seen.url} ${seen.headers.authorization}` }),
    )
    const examine = ({ body }: Answer): Verdict => ({
      means: 'failed',
      reason: String((body as { said: string }).said),
    })
    const headers = () => ({ authorization: 'Bearer top-secret-token' })
    await using example = open(server.url, { examine, headers })
    const error = await failure(
      example.upstream.json({ ...request, query: { api_key: 'abcdef123456', q: 'x' } }, person),
    )
    expect(error.message).toBe('Example: /things?api_key=***&q=x ***')
    expect((await example.upstream.state()).lastError).toBe(error.message)
  })
})
