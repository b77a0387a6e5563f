import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

const HEARTBEAT_MS = 15_000

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
  reply.raw.once('close', () => gone.abort())
  const heartbeat = setInterval(() => {
    if (reply.raw.writable) reply.raw.write(': still here\n\n')
  }, HEARTBEAT_MS)
  gone.signal.addEventListener('abort', () => clearInterval(heartbeat))
  return reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-cache, no-transform')
    .header('x-accel-buffering', 'no')
    .send(Readable.from(encode()))
}
