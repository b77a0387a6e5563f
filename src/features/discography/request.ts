import { setMaxListeners } from 'node:events'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../../errors.ts'
import { type Viewer, viewerOf } from '../../platform/http/guards/viewer.ts'
import type { Ask } from '../../providers/ports.ts'

const MOST_MS = 60_000
/** One listener a connection, however many requests come over it. */
const leaving = new WeakMap<object, AbortSignal>()

function goneFrom(socket: FastifyRequest['raw']['socket']): AbortSignal {
  const known = leaving.get(socket)
  if (known) return known
  const gone = new AbortController()
  // Nobody reads that answer, and it is no fault of the server that belongs into its log.
  const reason = new AppError('INVALID_PARAMETER', { status: 499, details: 'The caller has left' })
  socket.once('close', () => gone.abort(reason))
  // All that is asked over one connection listens to it.
  setMaxListeners(1000, gone.signal)
  leaving.set(socket, gone.signal)
  return gone.signal
}

/** Somebody waits for this: it goes first, by turns with what others wait for, and ends when they leave. */
export function asked(request: FastifyRequest): Ask {
  const { socket } = request.raw
  const late = AbortSignal.timeout(MOST_MS)
  const signal = socket ? AbortSignal.any([goneFrom(socket), late]) : late
  // Several services are asked at once, and each call listens for the end.
  setMaxListeners(1000, signal)
  return { priority: 'person', signal, ...(request.viewer && { who: String(request.viewer.id) }) }
}

/** The viewer; another `user_id` in the query is refused. */
export function owned(request: FastifyRequest & { query: { user_id?: number | undefined } }): Viewer {
  const viewer = viewerOf(request)
  if (request.query.user_id !== undefined && request.query.user_id !== viewer.id) throw new AppError('FORBIDDEN')
  return viewer
}
