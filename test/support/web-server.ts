import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Seen = Readonly<{ method: string; url: string; headers: IncomingMessage['headers']; body: string }>
type Answer = (seen: Seen, reply: ServerResponse, count: number) => void | Promise<void>

/** A web server on this machine that answers as it is told, for `await using`. `count` starts at 1. */
export async function serve(answer: Answer) {
  const seen: Seen[] = []
  const failed: unknown[] = []
  const server = createServer(async (request, reply) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body }
    seen.push(one)
    await answer(one, reply, seen.length)
  })
  server.on('clientError', (error) => failed.push(error))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Sends JSON with a status and headers. */
export function json(reply: ServerResponse, value: unknown, status = 200, headers: Record<string, string> = {}): void {
  reply.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
}

/** A promise and what fulfils it. */
export function gate() {
  let open: () => void = () => undefined
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, passed }
}
