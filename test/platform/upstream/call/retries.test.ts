import { describe, expect, it } from 'vitest'
import { memoryUpstreamStore } from '../../../support/upstream-store.ts'
import { json, serve } from '../../../support/web-server.ts'
import { background, failure, kept, open, person, request } from '../service.ts'

const always = (status: number, headers: Record<string, string> = {}) =>
  serve((_, reply) => json(reply, { error: 'no' }, status, headers))
const write = { ...request, body: { a: 1 } }

describe('a passing fault', () => {
  it.each([408, 425, 429, 500, 502, 503, 504])('%i is asked again, with longer and longer pauses', async (status) => {
    await using server = await serve((_, reply, count) => json(reply, { n: count }, count < 4 ? status : 200))
    await using example = open(server.url, { limits: { backoffMs: 1000, backoffCapMs: 3000 } })
    expect(await example.upstream.json(request, person)).toEqual({ n: 4 })
    // Those of 429 are kept at the gate, for all calls, where a millisecond may have gone by.
    expect(example.waits.map((wait) => Math.round(wait / 100) * 100)).toEqual([1000, 2000, 3000])
  })

  it('is a connection that is cut', async () => {
    await using server = await serve((_, reply, count) => {
      if (count === 1) reply.destroy()
      else json(reply, { n: count })
    })
    await using example = open(server.url)
    expect(await example.upstream.json(request, person)).toEqual({ n: 2 })
  })

  it('is told in words when it does not pass', async () => {
    await using server = await always(500)
    await using example = open(server.url, { limits: { retries: 2 } })
    const error = await failure(example.upstream.json(request, person))
    expect([error.problem, error.status, error.message, server.seen.length]).toEqual([
      ...['failed', 500, 'Example answered with an error (500)', 3],
    ])
  })

  it('is an answer that is too slow', async () => {
    await using server = await serve((_, reply) => void reply.writeHead(200).write('{'))
    await using example = open(server.url, { limits: { timeoutMs: 40, retries: 1 } })
    const error = await failure(example.upstream.json(request, person))
    expect([error.problem, error.message]).toEqual(['timeout', 'Example did not answer within 0.04 s'])
    expect(server.seen.length).toBe(2)
  })

  it('is nobody at the address', async () => {
    const server = await always(200)
    await server[Symbol.asyncDispose]()
    await using example = open(server.url, { limits: { retries: 1 } })
    const error = await failure(example.upstream.json(request, person))
    expect([error.problem, error.message]).toEqual(['unreachable', 'Example cannot be reached'])
  })
})

describe('what is not asked again', () => {
  it.each([
    [400, 'failed'],
    [401, 'refused'],
    [403, 'refused'],
    [418, 'failed'],
  ])('%i', async (status, problem) => {
    await using server = await always(status)
    await using example = open(server.url)
    const error = await failure(example.upstream.json(request, person))
    expect([error.problem, error.status, server.seen.length]).toEqual([problem, status, 1])
  })

  it('is a write, which may have been done', async () => {
    await using server = await always(500)
    await using example = open(server.url)
    expect((await failure(example.upstream.json(write, person))).problem).toBe('failed')
    expect(server.seen.length).toBe(1)
  })

  it('is no POST that reads', async () => {
    await using server = await serve((_, reply, count) => json(reply, { n: count }, count === 1 ? 500 : 200))
    await using example = open(server.url)
    expect(await example.upstream.json({ ...write, keep: kept.keep }, person)).toEqual({ n: 2 })
  })
})

describe('a service that asks us to wait', () => {
  it('is asked again after a short time', async () => {
    await using server = await serve((_, reply, count) =>
      count === 1 ? json(reply, {}, 429, { 'retry-after': '12' }) : json(reply, { n: count }),
    )
    await using example = open(server.url)
    expect(await example.upstream.json(request, person)).toEqual({ n: 2 })
    expect(example.waits.map((wait) => Math.round(wait / 1000))).toEqual([12])
  })

  it('may say it as a date', async () => {
    await using server = await serve((_, reply, count) => {
      const date = new Date(example.now() + 20_000).toUTCString()
      return count === 1 ? json(reply, {}, 503, { 'retry-after': date }) : json(reply, { n: count })
    })
    await using example = open(server.url)
    await example.upstream.json(request, person)
    expect(example.waits.length).toBe(1)
    expect(example.waits[0]).toBeGreaterThan(15_000)
    expect(example.waits[0]).toBeLessThanOrEqual(20_000)
  })

  it('is left alone for a long time, in every process', async () => {
    await using server = await always(429, { 'retry-after': '7200' })
    const store = memoryUpstreamStore()
    await using one = open(server.url, {}, { store })
    await using other = open(server.url, {}, { store })
    const errors = [
      await failure(one.upstream.json(request, person)),
      await failure(one.upstream.json(request, background)),
      await failure(other.upstream.json({ ...request, path: '/others' }, person)),
    ]
    expect(errors.map(({ problem, message }) => [problem, message])).toEqual(
      errors.map(() => ['busy', 'Example asks us to wait 2 h']),
    )
    expect(errors[0]!.until!.getTime()).toBeGreaterThan(Date.now() + 7_000_000)
    expect([server.seen.length, one.waits]).toEqual([1, []])
    expect((await other.upstream.state()).blockedReason).toBe('Example asks us to wait')
    one.advance(7_200_000)
    await failure(one.upstream.json(request, person))
    expect(server.seen.length).toBe(2)
  })

  it('but does not say how long is left alone for a minute when it says so again and again', async () => {
    await using server = await always(429)
    await using example = open(server.url, { limits: { retries: 1 } })
    const error = await failure(example.upstream.json(request, person))
    expect([error.problem, error.message]).toEqual(['busy', 'Example asks us to wait 60 s'])
    await failure(example.upstream.json(request, person))
    expect(server.seen.length).toBe(2)
  })

  it.each(['0', '-5', 'soon', '', '1e400', '99999999999999999999'])('is understood when it says "%s"', async (text) => {
    await using server = await serve((_, reply, count) =>
      json(reply, { n: 1 }, count === 1 ? 429 : 200, { 'retry-after': text }),
    )
    await using example = open(server.url)
    const answer = await example.upstream.json(request, person).catch((error) => error)
    const isLong = text.startsWith('9')
    if (isLong) expect(answer).toMatchObject({ problem: 'busy', message: 'Example asks us to wait 24 h' })
    else expect(answer).toEqual({ n: 1 })
  })

  it('may say it in its own way', async () => {
    await using server = await always(200)
    const examine = () => ({ means: 'wait', seconds: 90, reason: 'the quota is spent' }) as const
    await using example = open(server.url, { examine })
    const error = await failure(example.upstream.json(request, person))
    expect(error.message).toBe('Example: the quota is spent; it is asked again in 90 s')
  })

  it('fails a write at once, with the time at which it may be sent again', async () => {
    await using server = await always(429, { 'retry-after': '10' })
    await using example = open(server.url)
    const error = await failure(example.upstream.json(write, background))
    expect([error.problem, server.seen.length]).toEqual(['busy', 1])
    expect(error.until!.getTime()).toBeGreaterThan(Date.now() + 8000)
  })
})

describe('a token that is not taken', () => {
  it('is renewed once', async () => {
    let token = 'old'
    await using server = await serve((seen, reply) =>
      json(reply, { n: 1 }, seen.headers.authorization === 'new' ? 200 : 401),
    )
    const onRefused = async () => {
      token = 'new'
      return true
    }
    await using example = open(server.url, { headers: () => ({ authorization: token }), onRefused })
    expect(await example.upstream.json(write, person)).toEqual({ n: 1 })
    expect(server.seen.length).toBe(2)
  })

  it.each([true, false])('ends the call when that did not help (%s)', async (renewed) => {
    await using server = await always(401)
    await using example = open(server.url, { onRefused: async () => renewed })
    const error = await failure(example.upstream.json(request, person))
    expect([error.problem, error.message]).toEqual(['refused', 'Example does not take our key'])
    expect(server.seen.length).toBe(renewed ? 2 : 1)
  })
})
