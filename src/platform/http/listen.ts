import { createServer, type Server } from 'node:http'
import type { FastifyInstance } from 'fastify'

const SWEEP_MS = 100
/** A paused player never reads the rest of its song: nobody is waited for longer than this. */
const PATIENCE_MS = 10_000

/** A port that cannot be had; the message names the variable that chose it. */
export class CannotListen extends Error {
  override name = 'CannotListen'
}

/**
 * Lets one app answer on every port of `ports`, by the name of its variable (0 among the later ones: off). Resolves to
 * a function that takes no new requests, finishes running ones and closes; those that still run after `patienceMs`,
 * or when the promise it is given resolves, are cut off. Throws `CannotListen`, with nothing open.
 */
export async function listen(
  app: FastifyInstance,
  host: string,
  ports: Readonly<Record<string, number>>,
  patienceMs = PATIENCE_MS,
) {
  const [first, ...others] = Object.entries(ports)
  const servers: Server[] = []
  const close = (hurry?: Promise<unknown>) => closeAll(app, servers, patienceMs, hurry)
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
async function closeAll(
  app: FastifyInstance,
  servers: readonly Server[],
  patienceMs: number,
  hurry?: Promise<unknown>,
): Promise<void> {
  let patient = true
  const sweep = setInterval(() => {
    for (const server of [app.server, ...servers])
      patient ? server.closeIdleConnections() : server.closeAllConnections()
  }, SWEEP_MS)
  const cut = () => {
    patient = false
  }
  const deadline = setTimeout(cut, patienceMs)
  void hurry?.then(cut)
  const closing = servers.map((server) => new Promise<void>((resolve) => void server.close(() => resolve())))
  await Promise.all([app.close(), ...closing]).finally(() => {
    clearInterval(sweep)
    clearTimeout(deadline)
  })
}

const explain =
  (host: string, [name, port]: [string, number]) =>
  (error: NodeJS.ErrnoException): never => {
    throw new CannotListen(`${name} ${port} cannot be used on ${host} (${error.code}). Free it or choose another.`)
  }
