import websocket from '@fastify/websocket'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { WebSocket } from 'ws'
import { AppError } from '../../../errors.ts'
import { clientAddress } from '../../../platform/http/guards/client-address.ts'
import { languageOf } from '../../../platform/http/language.ts'
import { sortUpgrades } from '../../../platform/realtime/upgrades.ts'
import { MAX_MESSAGE_BYTES, type SocketQuery, socketQuery } from './contract.ts'
import type { Live } from './live.ts'

/** The document has one name in its text and another in its table of limits: both are the same socket. */
const PATHS = ['/ws/detect/video', '/api/v1/detect/video']
/** Sockets that do not say goodbye in this time are cut off when the server stops. */
const GOODBYE_MS = 2_000

/** Live video over WebSocket; the messages are in `contract.ts` and docs/api.md. */
export const liveRoutes =
  (live: Live, options: { corsOrigins: readonly string[] }): FastifyPluginAsyncZod =>
  async (app) => {
    const upgrades = sortUpgrades(app.server, PATHS)
    await app.register(websocket, {
      options: { maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false, server: upgrades.gate },
      preClose: function closeAll(this: FastifyInstance, done: () => void) {
        upgrades.stop()
        sayGoodbye(this.websocketServer.clients, upgrades.cut).then(done, done)
      },
      // The socket library closes after an error of the protocol, with the code that says which.
      errorHandler: (error, socket, request) => {
        request.log.debug({ err: error }, 'camera socket')
        if (socket.readyState === socket.OPEN) socket.close(1011)
      },
    })
    for (const url of PATHS) {
      app.route({
        method: 'GET',
        url,
        schema: {
          tags: ['emotions'],
          summary: 'Live video: a WebSocket that takes frames or landmarks and answers emotions',
          querystring: socketQuery,
        },
        // A page of another site would bring the cookie of its visitor along.
        preValidation: async (request) => checkOrigin(request, options.corsOrigins),
        handler: async (_request, reply) => {
          reply.header('upgrade', 'websocket')
          throw new AppError('INVALID_PARAMETER', { status: 426, details: UPGRADE })
        },
        wsHandler: (socket: WebSocket, request) => void live.connect(socket, callerOf(request)),
      })
    }
  }

const UPGRADE = ['Esta dirección es un WebSocket', 'This address is a WebSocket'] as const

function callerOf(request: FastifyRequest) {
  const query = request.query as SocketQuery
  const header = request.headers['x-session-id']
  const sessionId = typeof header === 'string' && header !== '' ? header : query.session_id
  return {
    viewer: request.viewer,
    address: clientAddress(request),
    language: query.lang ?? languageOf(request),
    query: { ...query, session_id: sessionId },
  }
}

/** A browser always names the page; only our own and the configured ones may. Other clients name none. */
function checkOrigin(request: FastifyRequest, allowed: readonly string[]): void {
  const { origin } = request.headers
  if (!origin || allowed.includes(origin)) return
  if (origin === `http://${request.host}` || origin === `https://${request.host}`) return
  throw new AppError('FORBIDDEN', { details: ['Origen no permitido', 'This origin is not allowed'] })
}

/** Tells every client that the server stops, waits a moment for their answer, and cuts off whoever is left. */
async function sayGoodbye(clients: Iterable<WebSocket>, cut: () => void): Promise<void> {
  const leaving = [...clients].map((client) => {
    const closed = new Promise<void>((resolve) => client.once('close', () => resolve()))
    client.close(1001, 'the server stops')
    return closed
  })
  const deadline = setTimeout(cut, GOODBYE_MS)
  await Promise.all(leaving)
  clearTimeout(deadline)
  cut()
}
