import { afterEach, describe, expect, it } from 'vitest'
import { createGuardedFetch, type GuardedRequest } from '../../../src/platform/upstream/guarded-fetch.ts'
import { gate, serve } from '../../support/web-server.ts'
import { failure } from './service.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()))
})

const usual: GuardedRequest = { maxBytes: 10_000, timeoutMs: 5000, accept: /^image\/(jpeg|png)$/ }
/** Names resolve to this machine, as those of an attacker would. */
function start(trustedOrigins: string[] = []) {
  const asked: string[] = []
  const lookup = async (name: string) => {
    asked.push(name)
    return [{ address: '127.0.0.1', family: 4 }]
  }
  const logged: object[] = []
  const log = { debug: (fields: object) => void logged.push(fields) }
  const guarded = createGuardedFetch({ userAgent: 'Animo/9 (me)', trustedOrigins, log, lookup })
  opened.push(guarded)
  const fails = (url: string, more: Partial<GuardedRequest> = {}) => failure(guarded.bytes(url, { ...usual, ...more }))
  return { guarded, fails, asked, logged }
}
const picture = () =>
  serve((_, reply) => void reply.writeHead(200, { 'content-type': 'image/png; x=y' }).end(Buffer.from([1, 2, 3])))

describe('an address that leads into our network', () => {
  const literal = [
    ...['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0x7f.1', '0177.0.0.1', '017700000001', '0', '10.1.2.3'],
    ...['%31%32%37.0.0.1', '①②⑦.0.0.1', '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]'],
    ...['[64:ff9b::127.0.0.1]', '[64:ff9b::8.8.8.8]', '[fe80::1]', '[fd00::1]', '[2002:7f00:1::]', '169.254.169.254'],
    ...['192.168.0.1', '100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
  ]
  it.each(literal)('is refused as http://%s', async (host) => {
    const { fails, asked } = start()
    expect(await fails(`http://${host}/x`)).toMatchObject({ problem: 'refused' })
    expect(asked).toEqual([])
  })

  it('is refused as a name, and nothing is connected to', async () => {
    await using server = await picture()
    const { fails, asked } = start()
    const error = await fails(`${server.url.replace('127.0.0.1', 'pictures.example')}/x`)
    expect(error.problem).toBe('refused')
    expect(error.message).toMatch(/^pictures\.example:\d+: the address is not one of the public internet$/)
    expect([asked, server.seen]).toEqual([['pictures.example'], []])
  })

  it.each([
    'ftp://example.com/x',
    'file:///etc/passwd',
    'data:image/png,x',
    'http://me:pw@example.com/',
    'no address',
    '',
  ])('is refused when it is %s', async (address) => expect((await start().fails(address)).problem).toBe('refused'))

  it('is asked when an administrator wrote it, by that protocol, host and port', async () => {
    await using server = await picture()
    await using other = await picture()
    const { guarded, fails } = start([`${server.url}/base`])
    const url = `${server.url}/x`
    expect(await guarded.bytes(url, usual)).toEqual({ bytes: Buffer.from([1, 2, 3]), type: 'image/png', url })
    expect(server.seen[0]!.headers['user-agent']).toBe('Animo/9 (me)')
    for (const address of [other.url, server.url.replace('http:', 'https:'), server.url.replace('//', '//me@')])
      expect((await fails(address)).problem).toBe('refused')
    expect(other.seen).toEqual([])
  })
})

describe('a redirect', () => {
  const to = (location: string) => serve((_, reply) => void reply.writeHead(302, { location }).end())

  it.each(['http://127.0.0.1:1/', 'http://[::1]:1/', 'http://inner.example/', 'file:///etc/passwd', '//0x7f.1:1/'])(
    'to %s is refused',
    async (location) => {
      await using server = await to(location)
      const { fails } = start([server.url])
      expect((await fails(server.url)).problem).toBe('refused')
    },
  )

  it('is followed three times, and its end is told', async () => {
    await using server = await serve((seen, reply) => {
      const step = Number(seen.url.slice(1))
      if (step === 3) reply.writeHead(200, { 'content-type': 'image/png' }).end('x')
      else reply.writeHead(301, { location: `/${step + 1}` }).end()
    })
    const { guarded, fails } = start([server.url])
    expect((await guarded.bytes(`${server.url}/0`, usual)).url).toBe(`${server.url}/3`)
    expect(await fails(`${server.url}/-1`)).toMatchObject({ problem: 'broken' })
  })

  it.each(['', 'http://'])('without an address is broken (%s)', async (location) => {
    await using server = await serve((_, reply) => void reply.writeHead(302, location ? { location } : {}).end())
    expect((await start([server.url]).fails(server.url)).problem).toBe('broken')
  })
})

describe('an answer', () => {
  it('is not read further than it may be large, said or not, and the connection is let go', async () => {
    const gone = gate()
    await using server = await serve((seen, reply) => {
      const length = seen.url === '/said' ? { 'content-length': '999999' } : {}
      reply.writeHead(200, { 'content-type': 'image/png', ...length })
      const more = () => {
        while (reply.write(Buffer.alloc(5000)));
      }
      reply.on('drain', more)
      if (seen.url === '/endless') reply.on('close', gone.open)
      more()
    })
    const { fails } = start([server.url])
    expect((await fails(`${server.url}/endless`)).problem).toBe('broken')
    await gone.passed
    expect((await fails(`${server.url}/said`)).problem).toBe('broken')
  })

  it('may not take longer than it may, drop by drop', async () => {
    await using server = await serve((_, reply) => {
      reply.writeHead(200, { 'content-type': 'image/png' })
      const drip = setInterval(() => reply.write('x'), 5)
      reply.on('close', () => clearInterval(drip))
    })
    expect(await start([server.url]).fails(server.url, { timeoutMs: 60 })).toMatchObject({ problem: 'timeout' })
  })

  it.each([
    [404, 'image/png', 'failed', /answered with an error \(404\)$/],
    [200, 'text/html; charset=utf-8', 'broken', /sent something else \(text\/html\)$/],
    [200, '', 'broken', /sent something else \(of no type\)$/],
    [200, 'image/png-evil', 'broken', /image\/png-evil/],
  ])('%i %s is told', async (status, type, problem, message) => {
    await using server = await serve(
      (_, reply) => void reply.writeHead(status, type ? { 'content-type': type } : {}).end('x'),
    )
    const error = await start([server.url]).fails(`${server.url}/x?token=secret`)
    expect(error.problem).toBe(problem)
    expect(error.message).toMatch(message)
  })

  it('is not waited for when the asker leaves, nor when the server stops', async () => {
    const arrived = [gate(), gate()]
    await using server = await serve((_, _reply, count) => arrived[count - 1]!.open())
    const { guarded } = start([server.url])
    const leaving = new AbortController()
    const left = guarded.bytes(server.url, { ...usual, signal: leaving.signal })
    await arrived[0]!.passed
    leaving.abort(new Error('left'))
    await expect(left).rejects.toThrow('left')
    const stopped = expect(guarded.bytes(server.url, usual)).rejects.toThrow('the server stops')
    await arrived[1]!.passed
    await guarded.close()
    await stopped
  })

  it('that fails tells no address', async () => {
    const { fails, logged } = start()
    const error = await fails('http://inner.example/path?token=secret')
    expect(JSON.stringify([error.message, logged])).not.toMatch(/secret|path/)
    expect(logged).toMatchObject([{ host: 'inner.example', problem: 'refused' }])
  })
})
