import '@fastify/cookie'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../../errors.ts'
import type { Auth } from './service.ts'

export const COOKIE = 'animo_session'

/** The only paths that take `?token=`: what media elements and feeds load where no header can be set. */
const MEDIA_PATHS = [/^\/tracks\/\d+\/stream$/, /^\/images\/entity\//, /^\/youtube\/(stream|download)\//]
const READS = ['GET', 'HEAD']

/** Finds out who is asking, once, before anything else looks at the request. */
export function identifyCallers(app: FastifyInstance, auth: Auth, allowedOrigins: readonly string[]): void {
  app.decorateRequest('viewer', null)
  app.decorateRequest('tokenProblem', null)
  app.addHook('onRequest', async (request) => {
    const token = bearer(request) ?? mediaToken(request) ?? cookie(request, allowedOrigins)
    try {
      if (token !== undefined) request.viewer = await auth.identify(token)
      if (request.viewer) return
      if (!(await auth.hasUsers())) request.tokenProblem = new AppError('NO_USERS')
      else if (token !== undefined) request.tokenProblem = new AppError('INVALID_TOKEN')
    } catch (cause) {
      request.log.warn({ err: cause }, 'cannot tell who is asking')
      // What anyone may ask (health above all) is still answered.
      request.tokenProblem = new AppError('SERVICE_UNAVAILABLE', { cause })
    }
  })
}

function bearer(request: FastifyRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
}

function mediaToken(request: FastifyRequest): string | undefined {
  const [path = '', query] = request.url.split('?')
  if (!query || !READS.includes(request.method) || !MEDIA_PATHS.some((media) => media.test(path))) return undefined
  return new URLSearchParams(query).get('token') ?? undefined
}

/**
 * The cookie counts only for requests from our own pages: `SameSite=Strict` does not keep out another port of the
 * same machine, so a request that changes something must also name a known origin when it names one at all.
 */
function cookie(request: FastifyRequest, allowedOrigins: readonly string[]): string | undefined {
  const token = request.cookies[COOKIE]
  const { origin } = request.headers
  if (!token || READS.includes(request.method) || !origin) return token
  // Behind a trusted proxy this is the host that the browser asked for.
  const own = origin === `http://${request.host}` || origin === `https://${request.host}`
  return own || allowedOrigins.includes(origin) ? token : undefined
}
