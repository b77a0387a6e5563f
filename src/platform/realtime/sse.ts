import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'

const HEARTBEAT_MS = 15_000

declare module 'fastify' {
  interface FastifyInstance {
    /** What ends the streams that are open now. */
    openStreams?: Set<AbortController>
  }
}

/** A stream has no end of its own: those that are open when the server stops end then, and their clients come back. */
export function endStreamsOnClose(app: FastifyInstance): void {
  const open = new Set<AbortController>()
  app.decorate('openStreams', open)
  app.addHook('preClose', async () => {
    for (const stream of open) stream.abort()
  })
}

/**
 * Streams values as server-sent events until the source ends or the client leaves. Each value is one `data:` line of
 * JSON with the given event name; comments in between keep proxies from closing a quiet stream.
 */
export function sendEvents<T>(
  reply: FastifyReply,
  event: string,
  source: (signal: AbortSignal) => AsyncIterable<T>,
): FastifyReply {
  const gone = new AbortController()
  const encode = async function* () {
    yield ': connected\n\n'
    for await (const value of source(gone.signal)) yield `event: ${event}\ndata: ${JSON.stringify(value)}\n\n`
  }
  reply.server.openStreams?.add(gone)
  reply.raw.once('close', () => gone.abort())
  const heartbeat = setInterval(() => {
    if (reply.raw.writable) reply.raw.write(': still here\n\n')
  }, HEARTBEAT_MS)
  gone.signal.addEventListener('abort', () => {
    clearInterval(heartbeat)
    reply.server.openStreams?.delete(gone)
  })
  // A client that left before has closed already: its `close` does not come again.
  if (reply.raw.destroyed) gone.abort()
  return reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-cache, no-transform')
    .header('x-accel-buffering', 'no')
    .send(Readable.from(encode()))
}
