import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { StaleAnswer } from '../../../../src/platform/upstream/types.ts'
import { memoryUpstreamStore } from '../../../support/upstream-store.ts'
import { json, serve } from '../../../support/web-server.ts'
import { failure, kept, open, person, request } from '../service.ts'

/** Counts its answers; `status` can be changed. */
async function counting() {
  const now = { status: 200 }
  const server = await serve((_, reply, count) => json(reply, { n: count }, now.status))
  return { now, server, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

describe('an answer that is kept', () => {
  it('is not asked for again while it is fresh', async () => {
    await using one = await counting()
    await using example = open(one.server.url)
    const ask = () => example.upstream.json(kept, person)
    expect([await ask(), await ask()]).toEqual([{ n: 1 }, { n: 1 }])
    example.advance(60_000)
    expect([await ask(), await ask()]).toEqual([{ n: 2 }, { n: 2 }])
  })

  it('is shared by all processes', async () => {
    await using one = await counting()
    const store = memoryUpstreamStore()
    await using first = open(one.server.url, {}, { store })
    await using second = open(one.server.url, {}, { store })
    await first.upstream.json(kept, person)
    expect(await second.upstream.json(kept, person)).toEqual({ n: 1 })
  })

  it('may be that there is nothing', async () => {
    await using one = await counting()
    one.now.status = 404
    await using example = open(one.server.url)
    const ask = () => example.upstream.json(kept, person)
    expect([await ask(), await ask()]).toEqual([null, null])
    expect(one.server.seen.length).toBe(1)
    example.advance(30_000)
    await ask()
    expect(one.server.seen.length).toBe(2)
  })

  it.each([
    ['hits only', { hit: 60, miss: 0 }, 404],
    ['misses only', { hit: 0, miss: 60 }, 200],
  ])('is of one kind with %s', async (_, keep, status) => {
    await using one = await counting()
    one.now.status = status
    await using example = open(one.server.url)
    for (let n = 0; n < 2; n++) await example.upstream.json({ ...request, keep }, person)
    expect(one.server.seen.length).toBe(2)
  })

  it('belongs to its question: method, path, query, body and headers', async () => {
    await using one = await counting()
    await using example = open(one.server.url)
    const questions = [
      kept,
      { ...kept, path: '/others' },
      { ...kept, query: { a: 1, b: 2 } },
      { ...kept, body: { a: 1 } },
      { ...kept, body: { a: 2 } },
      { ...kept, headers: { authorization: 'x' } },
    ]
    for (const question of questions) await example.upstream.json(question, person)
    for (const question of questions) await example.upstream.json(question, person)
    expect(one.server.seen.length).toBe(questions.length)
    await example.upstream.json({ ...kept, query: { b: 2, a: 1 } }, person)
    expect(one.server.seen.length).toBe(questions.length)
  })

  it('is read by the schema of whoever asks, also when that changes what it reads', async () => {
    await using one = await counting()
    await using example = open(one.server.url)
    const doubled = { ...kept, schema: z.object({ n: z.number() }).transform(({ n }) => n * 2) }
    expect([await example.upstream.json(doubled, person), await example.upstream.json(doubled, person)]).toEqual([2, 2])
    const other = { ...kept, schema: z.object({ m: z.string().optional(), n: z.literal(2) }) }
    expect(await example.upstream.json(other, person)).toEqual({ n: 2 })
    expect(one.server.seen.length).toBe(2)
  })

  it('is asked for anew on demand, and kept again', async () => {
    await using one = await counting()
    await using example = open(one.server.url)
    await example.upstream.json(kept, person)
    expect(await example.upstream.json({ ...kept, fresh: true }, person)).toEqual({ n: 2 })
    expect(await example.upstream.json(kept, person)).toEqual({ n: 2 })
  })

  it('is not needed: an answer that cannot be kept is given all the same, and told in the log', async () => {
    await using one = await counting()
    const store = { ...memoryUpstreamStore(), keep: () => Promise.reject(new Error('disk full')) }
    await using example = open(one.server.url, {}, { store })
    expect(await example.upstream.json(kept, person)).toEqual({ n: 1 })
    expect(example.logged).toMatchObject([{ text: 'an answer could not be kept', fields: { upstream: 'example' } }])
  })
})

describe('an answer that is stale', () => {
  it.each([500, 403, 429])('serves when the service answers %i', async (status) => {
    await using one = await counting()
    await using example = open(one.server.url, { limits: { retries: 0 } })
    await example.upstream.json(kept, person)
    example.advance(3_600_000)
    one.now.status = status
    expect(await example.upstream.json(kept, person)).toEqual({ n: 1 })
    expect(example.logged.at(-1)).toMatchObject({ level: 'debug', text: 'answered with what was kept' })
    expect(await failure(example.upstream.json({ ...kept, path: '/new' }, person))).toBeInstanceOf(Error)
  })

  it('serves when a fresh one was wanted', async () => {
    await using one = await counting()
    await using example = open(one.server.url, { limits: { retries: 0 } })
    await example.upstream.json(kept, person)
    one.now.status = 500
    expect(await example.upstream.json({ ...kept, fresh: true }, person)).toEqual({ n: 1 })
  })

  it('is told to everybody who shares it, and a new one to nobody', async () => {
    await using one = await counting()
    await using example = open(one.server.url, { limits: { retries: 0 } })
    const heard: StaleAnswer[] = []
    const ask = { ...person, onStale: (answer: StaleAnswer) => heard.push(answer) }
    await example.upstream.json(kept, ask)
    await example.upstream.json(kept, ask)
    expect(heard).toEqual([])
    example.advance(3_600_000)
    one.now.status = 500
    await Promise.all([example.upstream.json(kept, ask), example.upstream.json(kept, ask)])
    expect(heard).toHaveLength(2)
    expect(heard[0]).toMatchObject({ reason: expect.stringContaining('500'), fetchedAt: expect.any(Date) })
    expect(one.server.seen.length).toBe(2)
  })

  it('does not serve who has left', async () => {
    await using one = await counting()
    await using example = open(one.server.url)
    await example.upstream.json(kept, person)
    const ask = { ...person, signal: AbortSignal.abort(new Error('left')) }
    await expect(example.upstream.json({ ...kept, fresh: true }, ask)).rejects.toThrow('left')
  })

  it('serves without a network, and nothing is asked', async () => {
    await using one = await counting()
    const store = memoryUpstreamStore()
    await using before = open(one.server.url, {}, { store })
    await before.upstream.json(kept, person)
    await using example = open(one.server.url, {}, { store, offline: true })
    example.advance(3_600_000)
    expect(await example.upstream.json(kept, person)).toEqual({ n: 1 })
    const error = await failure(example.upstream.json(request, person))
    expect([error.problem, error.message]).toEqual(['off', 'Example is not asked: this server works offline'])
    expect(one.server.seen.length).toBe(1)
    expect((await example.upstream.state()).enabled).toBe(false)
  })
})
