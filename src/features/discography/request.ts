import { setMaxListeners } from 'node:events'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../../errors.ts'
import { type Viewer, viewerOf } from '../../platform/http/guards/viewer.ts'
import type { Ask } from '../../providers/ports.ts'

const MOST_MS = 60_000

/** Somebody waits for this: it goes first, and ends when they leave. */
export function asked(request: FastifyRequest): Ask {
  const gone = new AbortController()
  request.raw.socket?.once('close', () => gone.abort())
  const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(MOST_MS)])
  // Several services are asked at once, and each call listens for the end.
  setMaxListeners(1000, signal)
  return { priority: 'person', signal }
}

/** The viewer; another `user_id` in the query is refused. */
export function owned(request: FastifyRequest & { query: { user_id?: number | undefined } }): Viewer {
  const viewer = viewerOf(request)
  if (request.query.user_id !== undefined && request.query.user_id !== viewer.id) throw new AppError('FORBIDDEN')
  return viewer
}
