import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { json, serve } from '../../../support/web-server.ts'
import { background, failure, open, person, request } from '../service.ts'

describe('a question', () => {
  it('is answered by what the schema makes of the reply', async () => {
    await using server = await serve((_, reply) => json(reply, { n: 1, more: true }))
    await using example = open(`${server.url}/base/`)
    const query = { q: 'a & b', page: 2, none: undefined }
    expect(await example.upstream.json({ ...request, query }, person)).toEqual({ n: 1 })
    expect(server.seen[0]).toMatchObject({ method: 'GET', url: '/base/things?q=a+%26+b&page=2' })
  })

  it('says who we are, with the headers of the service and of the request', async () => {
    await using server = await serve((_, reply) => json(reply, { n: 1 }))
    let token = 0
    const headers = async () => ({ Authorization: `Bearer ${++token}`, Accept: 'a/b' })
    await using example = open(server.url, { headers }, { userAgent: 'Animo/9 (me@example.com)' })
    await example.upstream.json({ ...request, headers: { accept: 'c/d', 'x-one': '1' } }, person)
    await example.upstream.json(request, person)
    const [first, second] = server.seen.map((seen) => seen.headers)
    expect(first).toMatchObject({ 'user-agent': 'Animo/9 (me@example.com)', authorization: 'Bearer 1', accept: 'c/d' })
    expect([first!['x-one'], second!.authorization, second!.accept]).toEqual(['1', 'Bearer 2', 'a/b'])
  })

  it('sends JSON and forms', async () => {
    await using server = await serve((_, reply) => json(reply, { n: 1 }))
    await using example = open(server.url)
    await example.upstream.json({ ...request, body: { a: 'ñ' } }, person)
    await example.upstream.json({ ...request, body: new URLSearchParams({ a: 'ñ b' }) }, person)
    expect(server.seen.map(({ method, headers, body }) => [method, headers['content-type'], body])).toEqual([
      ['POST', 'application/json', '{"a":"ñ"}'],
      ['POST', 'application/x-www-form-urlencoded;charset=UTF-8', 'a=%C3%B1+b'],
    ])
  })

  it.each(['/../admin', '/a/../../x', '/%2e%2e/x', '..\\x'])('does not leave its service by %s', async (path) => {
    await using server = await serve((_, reply) => json(reply, { n: 1 }))
    await using example = open(`${server.url}/base`)
    await expect(example.upstream.json({ ...request, path }, person)).rejects.toThrow(TypeError)
    expect(server.seen).toEqual([])
  })

  it.each(['//evil.example/x', '.evil.example/x', '@evil.example/x'])('stays on its server with %s', async (path) => {
    await using server = await serve((_, reply) => json(reply, { n: 1 }))
    await using example = open(`${server.url}/base`)
    await example.upstream.json({ ...request, path }, person)
    expect(server.seen.map(({ url }) => url)).toEqual([`/base${path.startsWith('/') ? '' : '/'}${path}`])
  })

  it('has nothing for an answer with 404, 410 and 204', async () => {
    await using server = await serve((_, reply, count) => {
      reply.writeHead([404, 410, 204][count - 1]!).end()
    })
    await using example = open(server.url)
    const ask = () => example.upstream.json(request, person)
    expect([await ask(), await ask(), await ask()]).toEqual([null, null, null])
  })

  it('reads packed answers', async () => {
    await using server = await serve((_, reply) => {
      reply.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"n":7}'))
    })
    await using example = open(server.url)
    expect(await example.upstream.json(request, person)).toEqual({ n: 7 })
  })

  it('takes out what a database does not keep', async () => {
    await using server = await serve((_, reply) => {
      reply.end(String.raw`{"a\u0000b":"x\u0000y","c":["\ud83d","\ud83d\ude00"]}`)
    })
    await using example = open(server.url)
    const answer = await example.upstream.json({ ...request, schema: z.unknown() }, person)
    expect(answer).toEqual({ ab: 'xy', c: ['\ufffd', '😀'] })
  })
})

describe('an answer of no use', () => {
  const broken: [string, string, string][] = [
    ['a web page', '<!DOCTYPE html><html>', 'Example answered with a web page instead of data'],
    ['half an answer', '{"n":', 'Example answered with half an answer or none'],
    ['nothing', '', 'Example answered with half an answer or none'],
  ]
  it.each(broken)('is asked for again when it is %s, and then told', async (_, text, message) => {
    await using server = await serve((_, reply) => void reply.writeHead(200).end(text))
    await using example = open(server.url)
    const error = await failure(example.upstream.json(request, person))
    expect([error.problem, error.message, error.upstream]).toEqual(['broken', message, 'example'])
    expect(server.seen.length).toBe(4)
  })

  it('is told at once when its shape is unknown, by the first thing that is wrong', async () => {
    await using server = await serve((_, reply) => json(reply, { n: 'secret' }))
    await using example = open(server.url)
    const error = await failure(example.upstream.json(request, person))
    expect([error.problem, server.seen.length]).toEqual(['broken', 1])
    expect(error.message).toMatch(/^Example: its answer has an unknown shape \(n: .*number/)
    expect(error.message).not.toContain('secret')
  })

  it('is not read further than it may be large, packed or not', async () => {
    const bomb = gzipSync(Buffer.alloc(3_000_000, 32))
    await using server = await serve((seen, reply) => {
      if (seen.url === '/packed') return void reply.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
      const more = () => {
        while (reply.write(' '.repeat(10_000)));
      }
      reply.on('drain', more)
      more()
    })
    await using example = open(server.url, { limits: { maxBytes: 100_000 } })
    for (const path of ['/endless', '/packed']) {
      const error = await failure(example.upstream.json({ ...request, path }, person))
      expect([error.problem, error.message]).toEqual(['broken', 'Example sent more than we take'])
    }
    expect(server.seen.length).toBe(2)
  })

  it('is a fault when the connection breaks in the middle of it', async () => {
    await using server = await serve((_, reply) => {
      reply.writeHead(200, { 'content-length': '100' }).write('{"n":', () => reply.destroy())
    })
    await using example = open(server.url, { limits: { retries: 1 } })
    expect((await failure(example.upstream.json(request, background))).problem).toBe('unreachable')
    expect(server.seen.length).toBe(2)
  })
})

describe('a redirect', () => {
  it('is followed on the same server, with our key', async () => {
    await using server = await serve((seen, reply) =>
      seen.url === '/things' ? void reply.writeHead(301, { location: '/moved' }).end() : json(reply, { n: 2 }),
    )
    await using example = open(server.url, { headers: () => ({ authorization: 'key' }) })
    expect(await example.upstream.json(request, person)).toEqual({ n: 2 })
    expect(server.seen.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/things', 'key'],
      ['/moved', 'key'],
    ])
  })

  it('is followed three times', async () => {
    await using server = await serve((_, reply) => void reply.writeHead(302, { location: '/again' }).end())
    await using example = open(server.url)
    const error = await failure(example.upstream.json(request, person))
    expect([error.problem, error.message]).toEqual(['broken', 'Example sent us elsewhere: too many redirects'])
    expect(server.seen.length).toBe(4)
  })

  it('does not lead into our network', async () => {
    await using inner = await serve((_, reply) => json(reply, { n: 3 }))
    await using server = await serve((_, reply) => void reply.writeHead(307, { location: `${inner.url}/x` }).end())
    await using example = open(server.url)
    expect((await failure(example.upstream.json(request, person))).problem).toBe('broken')
    expect([inner.seen.length, server.seen.length]).toEqual([0, 1])
  })

  it('does not repeat what was sent elsewhere', async () => {
    await using server = await serve((_, reply) => void reply.writeHead(302, { location: '/other' }).end())
    await using example = open(server.url)
    expect((await failure(example.upstream.json({ ...request, body: { a: 1 } }, person))).problem).toBe('broken')
    expect(server.seen.length).toBe(1)
  })
})
