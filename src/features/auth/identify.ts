import '@fastify/cookie'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../../errors.ts'
import type { Auth } from './service.ts'

export const COOKIE = 'animo_session'

/** The only paths that take `?token=`: what media elements and feeds load where no header can be set. */
const MEDIA_PATHS = [/^\/tracks\/\d+\/stream$/, /^\/images\/entity\//, /^\/youtube\/(stream|download)/]

/** Finds out who is asking, once, before anything else looks at the request. */
export function identifyCallers(app: FastifyInstance, auth: Auth, allowedOrigins: readonly string[]): void {
  app.decorateRequest('viewer', null)
  app.decorateRequest('tokenProblem', null)
  app.addHook('onRequest', async (request) => {
    const token = bearer(request) ?? mediaToken(request) ?? cookie(request, allowedOrigins)
    if (token === undefined) return
    request.viewer = await auth.identify(token)
    if (!request.viewer) request.tokenProblem = new AppError((await auth.hasUsers()) ? 'INVALID_TOKEN' : 'NO_USERS')
  })
}

function bearer(request: FastifyRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
}

function mediaToken(request: FastifyRequest): string | undefined {
  const [path = '', query] = request.url.split('?')
  if (!query || !MEDIA_PATHS.some((media) => media.test(path))) return undefined
  return new URLSearchParams(query).get('token') ?? undefined
}

/**
 * The cookie counts only for requests from our own pages: `SameSite=Strict` does not keep out another port of the
 * same machine, so a request that changes something must also name a known origin when it names one at all.
 */
function cookie(request: FastifyRequest, allowedOrigins: readonly string[]): string | undefined {
  const token = request.cookies[COOKIE]
  const { origin, host } = request.headers
  if (!token || request.method === 'GET' || request.method === 'HEAD' || !origin) return token
  const own = origin === `http://${host}` || origin === `https://${host}`
  return own || allowedOrigins.includes(origin) ? token : undefined
}
