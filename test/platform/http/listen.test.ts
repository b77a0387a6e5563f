import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { Readable } from 'node:stream'
import fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { listen } from '../../../src/platform/http/listen.ts'

const HOUR = 3_600_000

/** A server with a client on it that asked for a stream without an end and never reads it: a paused player. */
async function withPausedPlayer(patienceMs: number) {
  const app = fastify()
  app.get('/song', (_request, reply) => {
    const chunk = Buffer.alloc(64 * 1024)
    reply.send(
      new Readable({
        read() {
          this.push(chunk)
        },
      }),
    )
  })
  const close = await listen(app, '127.0.0.1', { PORT: 0 }, patienceMs)
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write('GET /song HTTP/1.1\r\nhost: localhost\r\n\r\n')
  await once(socket, 'readable')
  return { app, close, socket }
}

describe('the stop', () => {
  it('does not wait for ever for a player that never reads', async () => {
    const { close, socket, app } = await withPausedPlayer(50)
    await close()
    expect(app.server.listening).toBe(false)
    socket.destroy()
  })

  it('is hurried on by a second signal', async () => {
    const { close, socket } = await withPausedPlayer(HOUR)
    let over = false
    let hurry: () => void = () => undefined
    const closing = close(
      new Promise<void>((resolve) => {
        hurry = resolve
      }),
    ).then(() => {
      over = true
    })
    await new Promise((resolve) => setImmediate(resolve))
    expect(over).toBe(false)
    hurry()
    await closing
    socket.destroy()
  })
})
