import { Agent, type Dispatcher, MockAgent } from 'undici'
import { afterEach, describe, expect, it } from 'vitest'
import { RefusedAddress } from '../../../../src/platform/upstream/guard/agent.ts'
import { exchange, type Message } from '../../../../src/platform/upstream/wire/exchange.ts'
import { json, serve } from '../../../support/web-server.ts'

const agents: Dispatcher[] = []
afterEach(async () => {
  await Promise.all(agents.splice(0).map((agent) => agent.close()))
})
/** Agents that go everywhere: what is looked at here is what they are given. */
function anywhere() {
  const agent = new Agent()
  agents.push(agent)
  return { own: agent, foreign: agent }
}
const get = (url: string, more: Partial<Message> = {}): Message => ({
  ...{ url: new URL(url), method: 'GET', body: undefined, maxBytes: 1000, signal: new AbortController().signal },
  headers: { 'user-agent': 'me', accept: 'application/json', authorization: 'key', 'x-api-key': 'key', cookie: 'c' },
  ...more,
})

describe('a redirect to another server', () => {
  it('takes nothing of ours with it but who we are, and does not get it back', async () => {
    await using archive = await serve((_, reply) => void reply.writeHead(302, { location: '/file.json' }).end())
    const address = archive.url.replace('127.0.0.1', 'localhost')
    await using server = await serve((_, reply) => void reply.writeHead(307, { location: `${address}/x` }).end())
    const looping = exchange(get(server.url), anywhere())
    await expect(looping).rejects.toThrow('too many redirects')
    expect(server.seen[0]!.headers).toMatchObject({ authorization: 'key', 'x-api-key': 'key', cookie: 'c' })
    expect(archive.seen.length).toBe(3)
    for (const { headers } of archive.seen) {
      expect(headers).toMatchObject({ 'user-agent': 'me', accept: 'application/json' })
      expect([headers.authorization, headers['x-api-key'], headers.cookie]).toEqual([undefined, undefined, undefined])
    }
  })

  it('brings its answer', async () => {
    await using archive = await serve((_, reply) => json(reply, { n: 1 }))
    const address = archive.url.replace('127.0.0.1', 'localhost')
    await using server = await serve((_, reply) => void reply.writeHead(307, { location: address }).end())
    expect(await exchange(get(server.url), anywhere())).toMatchObject({ status: 200, body: { n: 1 } })
  })

  it('does not go from https to http, nor to an address in our network', async () => {
    const agent = new MockAgent()
    agents.push(agent)
    agent.disableNetConnect()
    const lead = (location: string) =>
      agent.get('https://example.com').intercept({ path: '/x' }).reply(302, '', { headers: { location } })
    for (const location of ['http://example.com/x', 'http://example.org/', 'https://10.0.0.1/', 'https://[::1]/']) {
      lead(location)
      const asked = exchange(get('https://example.com/x'), { own: agent, foreign: agent })
      await expect(asked).rejects.toThrow(RefusedAddress)
    }
    agent.assertNoPendingInterceptors()
  })

  it('is not followed with something that is sent', async () => {
    await using server = await serve(
      (_, reply) => void reply.writeHead(307, { location: 'https://example.com/' }).end(),
    )
    const message = get(server.url, { method: 'POST', body: 'x' })
    await expect(exchange(message, anywhere())).rejects.toThrow('to another server')
  })

  it('sends the same again on the same server when it says so', async () => {
    await using server = await serve((seen, reply) =>
      seen.url === '/' ? void reply.writeHead(308, { location: '/b' }).end() : json(reply, { n: 1 }),
    )
    await exchange(get(server.url, { method: 'POST', body: 'x' }), anywhere())
    expect(server.seen.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['POST', '/', 'x'],
      ['POST', '/b', 'x'],
    ])
  })
})
