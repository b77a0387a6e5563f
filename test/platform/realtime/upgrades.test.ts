import { type AddressInfo, connect, type Socket } from 'node:net'
import websocket from '@fastify/websocket'
import Fastify from 'fastify'
import { afterEach, expect, it } from 'vitest'
import { sortUpgrades } from '../../../src/platform/realtime/upgrades.ts'

const WEBSOCKET = [
  ...['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'],
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
]
const HTTP2 = ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA']

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

async function start() {
  const app = Fastify()
  open.push(app)
  const upgrades = sortUpgrades(app.server, ['/ws'])
  await app.register(websocket, { options: { server: upgrades.gate }, preClose: (done) => done() })
  app.get('/ws', { websocket: true }, (socket) => socket.send('hello'))
  app.get('/plain', async () => 'plain')
  app.post('/echo', async (request) => request.body)
  await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, upgrades, port: (app.server.address() as AddressInfo).port }
}

/** A client that says exactly what it is told to, and hears everything as text. */
function client(port: number) {
  const socket: Socket = connect(port, '127.0.0.1')
  open.push({ close: () => socket.destroy() })
  let heard = ''
  const wake = new Set<() => void>()
  const tell = () => {
    for (const look of wake) look()
  }
  socket.on('data', (data) => {
    heard += data.toString('latin1')
    tell()
  })
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  return {
    closed,
    say: (lines: string[], body = '') => socket.write(`${[...lines, 'Host: localhost'].join('\r\n')}\r\n\r\n${body}`),
    write: (text: string) => socket.write(text),
    hears: (wanted: RegExp) =>
      new Promise<string>((resolve) => {
        const look = () => {
          if (!wanted.test(heard)) return
          wake.delete(look)
          resolve(heard)
          heard = ''
        }
        wake.add(look)
        look()
      }),
  }
}

it('lets a WebSocket through where there is one', async () => {
  const { port } = await start()
  const caller = client(port)
  caller.say(['GET /ws HTTP/1.1', ...WEBSOCKET])
  expect(await caller.hears(/hello/)).toMatch(/^HTTP\/1\.1 101 /)
})

it.each([
  ['a WebSocket where there is none', WEBSOCKET],
  ['HTTP/2', HTTP2],
])('answers a request for %s as any other, and the connection goes on', async (_name, wish) => {
  const { port } = await start()
  const caller = client(port)
  caller.say(['GET /plain HTTP/1.1', ...wish])
  expect(await caller.hears(/plain$/)).toMatch(/^HTTP\/1\.1 200 /)
  caller.say(['GET /missing HTTP/1.1', ...wish])
  expect(await caller.hears(/\}$/)).toMatch(/^HTTP\/1\.1 404 /)
})

it('keeps the body of such a request, in one piece or in several', async () => {
  const { port } = await start()
  const caller = client(port)
  const lines = ['POST /echo HTTP/1.1', ...HTTP2, 'Content-Type: application/json', 'Content-Length: 7']
  caller.say(lines, '{"a":1}')
  expect(await caller.hears(/\{"a":1\}$/)).toMatch(/^HTTP\/1\.1 200 /)
  caller.say(lines, '{"a"')
  caller.write(':2}')
  expect(await caller.hears(/\{"a":2\}$/)).toMatch(/^HTTP\/1\.1 200 /)
})

it('closes such a connection when the client asks for it, and when the server stops', async () => {
  const { app, port } = await start()
  const polite = client(port)
  polite.say(['GET /plain HTTP/1.1', 'Connection: Upgrade, close', 'Upgrade: h2c'])
  await polite.closed
  const idle = client(port)
  idle.say(['GET /plain HTTP/1.1', ...WEBSOCKET])
  await idle.hears(/plain$/)
  await app.close()
  await idle.closed
})

it('ends on demand whatever got through, and lets nobody through after the stop', async () => {
  const { port, upgrades } = await start()
  const caller = client(port)
  caller.say(['GET /ws HTTP/1.1', ...WEBSOCKET])
  await caller.hears(/hello/)
  upgrades.stop()
  const late = client(port)
  late.say(['GET /ws HTTP/1.1', ...WEBSOCKET])
  await late.closed
  upgrades.cut()
  await caller.closed
})
