import { createServer } from 'node:http'
import type { FastifyInstance } from 'fastify'

/**
 * Lets the same app answer on a second port: requests and socket upgrades of the second listener go to the one
 * Fastify instance. Resolves to a function that closes it.
 */
export async function alsoListen(app: FastifyInstance, host: string, port: number): Promise<() => Promise<void>> {
  const server = createServer((request, response) => app.routing(request, response))
  server.keepAliveTimeout = app.server.keepAliveTimeout
  server.requestTimeout = app.server.requestTimeout
  server.on('upgrade', (request, socket, head) => app.server.emit('upgrade', request, socket, head))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeIdleConnections()
    })
}
