import { describe, expect, it } from 'vitest'
import { gate, json, serve } from '../../../support/web-server.ts'
import { failure, open, person, request } from '../service.ts'

const once = { limits: { retries: 0 } }
/** A service that is well or not. */
async function moody(status = 500) {
  const mood = { well: false }
  const server = await serve((_, reply) => json(reply, { n: 1 }, mood.well ? 200 : status))
  return { mood, server, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}
const ask = (example: ReturnType<typeof open>, n = 0) => example.upstream.json({ ...request, query: { n } }, person)
const askAll = async (example: ReturnType<typeof open>, times: number) => {
  const errors = []
  for (let n = 0; n < times; n++) errors.push(await failure(ask(example, n)))
  return errors
}

describe('a service that is unwell', () => {
  it('is left alone for a minute after five failures, then tried by one call', async () => {
    await using one = await moody()
    await using example = open(one.server.url, once)
    const errors = await askAll(example, 7)
    expect(one.server.seen.length).toBe(5)
    expect(errors[6]).toMatchObject({ problem: 'failed', upstream: 'example' })
    expect(errors[6]!.message).toMatch(/^Example answered with an error \(500\); it is asked again in \d\d s$/)
    expect((await example.upstream.state()).circuit).toBe('open')

    example.advance(60_000)
    expect((await example.upstream.state()).circuit).toBe('half-open')
    await askAll(example, 2)
    expect(one.server.seen.length).toBe(6)

    example.advance(60_000)
    one.mood.well = true
    expect([await ask(example), await ask(example)]).toEqual([{ n: 1 }, { n: 1 }])
    expect((await example.upstream.state()).circuit).toBe('closed')
  })

  it('ends attempts that are under way', async () => {
    await using one = await moody()
    await using example = open(one.server.url, { limits: { retries: 9 } })
    expect((await failure(ask(example))).problem).toBe('failed')
    expect(one.server.seen.length).toBe(5)
  })

  it('fails those who stand in line without asking', async () => {
    await using one = await moody()
    await using example = open(one.server.url, { limits: { retries: 0, concurrency: 1 } })
    const errors = await Promise.all(Array.from({ length: 20 }, (_, n) => failure(ask(example, n))))
    expect(errors.map(({ problem }) => problem)).toEqual(errors.map(() => 'failed'))
    expect(one.server.seen.length).toBe(5)
  })

  it('is tried by one call while the others wait for what comes of it', async () => {
    const tried = gate()
    const go = gate()
    await using server = await serve(async (_, reply, count) => {
      if (count === 6) tried.open()
      if (count === 6) await go.passed
      json(reply, { n: 1 }, count <= 5 ? 500 : 200)
    })
    await using example = open(server.url, once)
    await askAll(example, 5)
    example.advance(60_000)
    const asks = [ask(example, 1), ask(example, 2), ask(example, 3)]
    await tried.passed
    expect(server.seen.length).toBe(6)
    go.open()
    expect(await Promise.all(asks)).toEqual([{ n: 1 }, { n: 1 }, { n: 1 }])
    expect(server.seen.length).toBe(8)
  })

  it('is not taken for well because who tried it has left', async () => {
    const tried = gate()
    await using server = await serve((_, reply, count) => {
      if (count === 6) tried.open()
      else json(reply, {}, 500)
    })
    await using example = open(server.url, { limits: { retries: 0, timeoutMs: 60 } })
    await askAll(example, 5)
    example.advance(60_000)
    const leaving = new AbortController()
    const left = example.upstream.json(request, { ...person, signal: leaving.signal })
    await tried.passed
    leaving.abort(new Error('left'))
    await expect(left).rejects.toThrow('left')
    await expect.poll(async () => (await example.upstream.state()).circuit).toBe('open')
  })
})

describe('a service that is well enough', () => {
  it('answers between faults', async () => {
    await using server = await serve((_, reply, count) => json(reply, { n: 1 }, count % 5 ? 500 : 200))
    await using example = open(server.url, once)
    for (let round = 0; round < 3; round++) {
      await askAll(example, 4)
      expect(await ask(example)).toEqual({ n: 1 })
    }
  })

  it('fails seldom', async () => {
    await using one = await moody()
    await using example = open(one.server.url, once)
    for (let n = 0; n < 8; n++) {
      await askAll(example, 1)
      example.advance(16_000)
    }
    expect(one.server.seen.length).toBe(8)
  })

  it.each([400, 401, 403, 404, 429])('says %i', async (status) => {
    await using one = await moody(status)
    await using example = open(one.server.url, once)
    for (let n = 0; n < 8; n++) {
      await ask(example, n).catch((error) =>
        expect(error.status ?? error.problem).toBe(status === 429 ? 'busy' : status),
      )
      example.advance(61_000 * Number(status === 429))
    }
    expect(one.server.seen.length).toBe(8)
  })
})
