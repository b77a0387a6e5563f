import { describe, expect, it } from 'vitest'
import { gate, json, serve } from '../../../support/web-server.ts'
import { background, failure, kept, open, person, request, shape } from '../service.ts'

async function slow() {
  const arrived = gate()
  const go = gate()
  const server = await serve(async (_, reply, count) => {
    arrived.open()
    await go.passed
    json(reply, { n: count })
  })
  return { server, arrived, go, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

describe('the same question at the same time', () => {
  it('is asked once', async () => {
    await using one = await slow()
    await using example = open(one.server.url)
    const asks = [person, background, person].map((ask) => example.upstream.json(request, ask))
    await one.arrived.passed
    one.go.open()
    expect(await Promise.all(asks)).toEqual([{ n: 1 }, { n: 1 }, { n: 1 }])
    expect(await example.upstream.json(request, person)).toEqual({ n: 2 })
  })

  it('fails once for all', async () => {
    await using server = await serve((_, reply) => json(reply, {}, 400))
    await using example = open(server.url)
    const errors = await Promise.all([1, 2].map(() => failure(example.upstream.json(request, person))))
    expect(errors[0]).toBe(errors[1])
    expect(server.seen.length).toBe(1)
  })

  it('is answered to those who stay when one leaves', async () => {
    await using one = await slow()
    await using example = open(one.server.url)
    const leaving = new AbortController()
    const left = example.upstream.json(request, { ...person, signal: leaving.signal })
    const stays = example.upstream.json(request, background)
    await one.arrived.passed
    leaving.abort(new Error('left'))
    await expect(left).rejects.toThrow('left')
    one.go.open()
    expect(await stays).toEqual({ n: 1 })
  })

  it('is cancelled when all have left, and asked anew by whoever comes then', async () => {
    await using one = await slow()
    await using example = open(one.server.url)
    const leaving = new AbortController()
    const ask = { ...person, signal: leaving.signal }
    const left = [example.upstream.json(request, ask), example.upstream.json(request, ask)]
    await one.arrived.passed
    leaving.abort(new Error('left'))
    expect((await Promise.allSettled(left)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    one.go.open()
    expect(await example.upstream.json(request, person)).toEqual({ n: 2 })
    expect((await example.upstream.state()).usage).toMatchObject([{ calls: 2, failures: 0 }])
  })

  it('is two questions when it is a write, has other headers or is read in another way', async () => {
    await using one = await slow()
    await using example = open(one.server.url)
    const requests = [
      request,
      { ...request, schema: shape.extend({}) },
      { ...request, headers: { authorization: 'mine' } },
      { ...request, body: { a: 1 } },
      { ...request, body: { a: 1 } },
    ]
    const asks = requests.map((each) => example.upstream.json(each, person))
    await one.arrived.passed
    one.go.open()
    await Promise.all(asks)
    expect(one.server.seen.length).toBe(5)
  })

  it('is one question as a POST that reads', async () => {
    await using one = await slow()
    await using example = open(one.server.url)
    const asks = [1, 2].map(() => example.upstream.json({ ...kept, body: { a: 1 } }, person))
    await one.arrived.passed
    one.go.open()
    expect(await Promise.all(asks)).toEqual([{ n: 1 }, { n: 1 }])
  })
})

describe('who has left', () => {
  it('is told at once, before anything is asked', async () => {
    await using server = await serve((_, reply) => json(reply, { n: 1 }))
    await using example = open(server.url)
    const signal = AbortSignal.abort(new Error('left'))
    await expect(example.upstream.json(request, { ...person, signal })).rejects.toThrow('left')
    expect(server.seen.length).toBe(0)
  })

  it('is told while the call waits for its next attempt, and nothing is asked any more', async () => {
    const leaving = new AbortController()
    await using server = await serve((_, reply) => {
      leaving.abort(new Error('left'))
      json(reply, {}, 500)
    })
    await using example = open(server.url)
    await expect(example.upstream.json(request, { ...person, signal: leaving.signal })).rejects.toThrow('left')
    expect(server.seen.length).toBe(1)
  })

  it('is everybody when the server stops', async () => {
    await using one = await slow()
    const example = open(one.server.url, { limits: { concurrency: 1 } })
    const asks = [1, 2].map((n) => example.upstream.json({ ...request, query: { n } }, person))
    const settled = Promise.allSettled(asks)
    await one.arrived.passed
    await example.close()
    expect((await settled).map((each) => (each as PromiseRejectedResult).reason.message)).toEqual([
      ...['the server stops', 'the server stops'],
    ])
    await expect(example.upstream.json(request, person)).rejects.toThrow('the server stops')
    expect(one.server.seen.length).toBe(1)
  })
})
