import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { AppError } from '../../errors.ts'

const HEARTBEAT_MS = 15_000
/** Of one user: several tabs on several devices, but not every connection there is. */
const MOST_STREAMS = 16

declare module 'fastify' {
  interface FastifyInstance {
    /** What ends the streams that are open now, and whose they are. */
    openStreams?: Map<AbortController, string>
  }
}

/** A stream has no end of its own: those that are open when the server stops end then, and their clients come back. */
export function endStreamsOnClose(app: FastifyInstance): void {
  const open = new Map<AbortController, string>()
  app.decorate('openStreams', open)
  app.addHook('preClose', async () => {
    for (const stream of open.keys()) stream.abort()
  })
}

/**
 * Streams values as server-sent events until the source ends or the client leaves. Each value is one `data:` line of
 * JSON with the given event name; comments in between keep proxies from closing a quiet stream.
 * RATE_LIMIT_EXCEEDED: this user follows too much at once.
 */
export function sendEvents<T>(
  reply: FastifyReply,
  event: string,
  source: (signal: AbortSignal) => AsyncIterable<T>,
): FastifyReply {
  const open = reply.server.openStreams
  const owner = String(reply.request.viewer?.id ?? reply.request.ip)
  if ([...(open?.values() ?? [])].filter((one) => one === owner).length >= MOST_STREAMS)
    throw new AppError('RATE_LIMIT_EXCEEDED', { details: `At most ${MOST_STREAMS} event streams at once` })
  const gone = new AbortController()
  const encode = async function* () {
    yield ': connected\n\n'
    for await (const value of source(gone.signal)) yield `event: ${event}\ndata: ${JSON.stringify(value)}\n\n`
  }
  open?.set(gone, owner)
  reply.raw.once('close', () => gone.abort())
  const heartbeat = setInterval(() => {
    if (reply.raw.writable) reply.raw.write(': still here\n\n')
  }, HEARTBEAT_MS)
  gone.signal.addEventListener('abort', () => {
    clearInterval(heartbeat)
    open?.delete(gone)
  })
  // A client that left before has closed already: its `close` does not come again.
  if (reply.raw.destroyed) gone.abort()
  return reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-cache, no-transform')
    .header('x-accel-buffering', 'no')
    .send(Readable.from(encode()))
}
