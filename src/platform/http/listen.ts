import { createServer, type Server } from 'node:http'
import type { FastifyInstance } from 'fastify'

const SWEEP_MS = 100

/** A port that cannot be had; the message names the variable that chose it. */
export class CannotListen extends Error {
  override name = 'CannotListen'
}

/**
 * Lets one app answer on every port of `ports`, by the name of its variable (0 among the later ones: off). Resolves to
 * a function that takes no new requests, finishes running ones and closes. Throws `CannotListen`, with nothing open.
 */
export async function listen(app: FastifyInstance, host: string, ports: Readonly<Record<string, number>>) {
  const [first, ...others] = Object.entries(ports)
  const servers: Server[] = []
  const close = () => closeAll(app, servers)
  try {
    if (first) await app.listen({ host, port: first[1] }).catch(explain(host, first))
    for (const other of others) {
      if (other[1] > 0) servers.push(await alsoListen(app, host, other[1]).catch(explain(host, other)))
    }
  } catch (error) {
    await close()
    throw error
  }
  return close
}

/** Requests and socket upgrades of a further listener go to the one Fastify instance. */
async function alsoListen(app: FastifyInstance, host: string, port: number): Promise<Server> {
  const server = createServer((request, response) => app.routing(request, response))
  server.keepAliveTimeout = app.server.keepAliveTimeout
  server.requestTimeout = app.server.requestTimeout
  server.on('upgrade', (request, socket, head) => app.server.emit('upgrade', request, socket, head))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return server
}

/** A connection whose request was running when the stop began would otherwise be kept open for the next one. */
async function closeAll(app: FastifyInstance, servers: readonly Server[]): Promise<void> {
  const sweep = setInterval(() => {
    for (const server of [app.server, ...servers]) server.closeIdleConnections()
  }, SWEEP_MS)
  const closing = servers.map((server) => new Promise<void>((resolve) => void server.close(() => resolve())))
  await Promise.all([app.close(), ...closing]).finally(() => clearInterval(sweep))
}

const explain =
  (host: string, [name, port]: [string, number]) =>
  (error: NodeJS.ErrnoException): never => {
    throw new CannotListen(`${name} ${port} cannot be used on ${host} (${error.code}). Free it or choose another.`)
  }
