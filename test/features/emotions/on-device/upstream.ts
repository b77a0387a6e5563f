import { createHash } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Stands for the model: any bytes with their own checksum. */
export const CONTENT = Buffer.from(Array.from({ length: 200_000 }, (_, n) => (n * 7 + (n >> 8)) & 255))
export const FAKE = { bytes: CONTENT.length, sha256: createHash('sha256').update(CONTENT).digest('hex') }
const wrong = Buffer.from(CONTENT)
wrong[100_000] = (wrong[100_000] ?? 0) ^ 1

type Behaviour = (reply: ServerResponse) => void
const BEHAVIOURS: Record<string, Behaviour> = {
  right: (reply) => reply.end(CONTENT),
  wrong: (reply) => reply.end(wrong),
  truncated: (reply) => {
    reply.setHeader('content-length', CONTENT.length)
    reply.write(CONTENT.subarray(0, 120_000), () => reply.destroy())
  },
  short: (reply) => reply.end(CONTENT.subarray(0, -1)),
  // It never ends by itself: who does not stop reading fills the disk.
  endless: (reply) => {
    const more = () => {
      while (!reply.destroyed && reply.write(CONTENT));
      if (!reply.destroyed) reply.once('drain', more)
    }
    more()
  },
  silent: () => undefined,
  stalling: (reply) => reply.write(CONTENT.subarray(0, 1000)),
  missing: (reply) => reply.writeHead(404).end('nothing here'),
  failing: (reply) => reply.writeHead(500).end(),
  redirecting: (reply) => reply.writeHead(302, { location: '/right' }).end(),
  circling: (reply) => reply.writeHead(302, { location: '/circling' }).end(),
  empty: (reply) => reply.end(),
  gone: (reply) => reply.destroy(),
}

/** A server that gives the file at `/right` and fails in some way elsewhere; it counts what it is asked. */
export async function startUpstream() {
  const asked: string[] = []
  const server = createServer((request, reply) => {
    const name = request.url?.slice(1) ?? ''
    asked.push(name)
    const behave = BEHAVIOURS[name]
    if (!behave) throw new Error(`unexpected request: ${request.method} ${request.url}`)
    behave(reply)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    asked,
    at: (name: string) => `http://127.0.0.1:${port}/${name}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
