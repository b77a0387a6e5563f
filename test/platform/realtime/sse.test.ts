import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import fastify from 'fastify'
import { expect, it } from 'vitest'
import { endStreamsOnClose, sendEvents } from '../../../src/platform/realtime/sse.ts'

it('keeps nothing of a client that left before its stream began', async () => {
  const app = fastify()
  endStreamsOnClose(app)
  let open: number | undefined
  app.get('/events', async (_request, reply) => {
    socket.destroy()
    await once(reply.raw, 'close')
    sendEvents(reply, 'tick', async function* () {
      yield 1
    })
    open = app.openStreams?.size
    return reply
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  socket.write('GET /events HTTP/1.1\r\nhost: localhost\r\n\r\n')
  await expect.poll(() => open, { timeout: 5000, interval: 10 }).toBe(0)
  await app.close()
})

it('keeps an open stream until its client leaves', async () => {
  const app = fastify()
  endStreamsOnClose(app)
  app.get('/events', (_request, reply) =>
    sendEvents(reply, 'tick', async function* (signal) {
      yield 1
      if (!signal.aborted) await once(signal, 'abort')
    }),
  )
  await app.listen({ host: '127.0.0.1', port: 0 })
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  socket.write('GET /events HTTP/1.1\r\nhost: localhost\r\n\r\n')
  let text = ''
  socket.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  await expect.poll(() => text, { timeout: 5000, interval: 10 }).toContain('event: tick\ndata: 1\n')
  expect(app.openStreams?.size).toBe(1)
  socket.destroy()
  await expect.poll(() => app.openStreams?.size, { timeout: 5000, interval: 10 }).toBe(0)
  await app.close()
})

it('lets nobody take every connection: one more than sixteen streams of one client is refused', async () => {
  const app = fastify()
  endStreamsOnClose(app)
  app.get('/events', (_request, reply) =>
    sendEvents(reply, 'tick', async function* (signal) {
      yield 1
      if (!signal.aborted) await once(signal, 'abort')
    }),
  )
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const ask = async () => {
    const socket = connect(port, '127.0.0.1')
    socket.write('GET /events HTTP/1.1\r\nhost: localhost\r\n\r\n')
    const [head] = await once(socket.setEncoding('utf8'), 'data')
    return { socket, status: Number(/^HTTP\/1.1 (\d+)/.exec(head)?.[1]) }
  }
  const streams = await Promise.all(Array.from({ length: 16 }, ask))
  expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200))
  const refused = await ask()
  expect(refused.status).toBe(429)
  streams[0]!.socket.destroy()
  await expect.poll(() => app.openStreams?.size, { timeout: 5000, interval: 10 }).toBe(15)
  const next = await ask()
  expect(next.status).toBe(200)
  for (const { socket } of [...streams, refused, next]) socket.destroy()
  await app.close()
})
