import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../../errors.ts'
import { sendError } from './error-handler.ts'

const HASHED = `${path.sep}assets${path.sep}`
const FOR_EVER = 'public, max-age=31536000, immutable'

/**
 * Addresses of the app that are also addresses of the API (`/artists/`): a browser that navigates gets the page,
 * everything else the data.
 */
const SHARED_PAGES =
  /^\/(artists|albums|tracks|playlists|charts|search|users|library|missing|new-releases)(\/[^/]*)?\/?$/

const isNavigation = (request: FastifyRequest) =>
  request.method === 'GET' &&
  String(request.headers.accept ?? '').includes('text/html') &&
  (request.headers['sec-fetch-mode'] ?? 'navigate') === 'navigate'

const sendPage = (reply: FastifyReply) =>
  reply
    .header('cache-control', 'no-cache')
    .header('vary', 'accept, accept-encoding, sec-fetch-mode')
    .sendFile('index.html', { cacheControl: false })

/** Serves the built app from `dir`: hashed assets for a year, the page itself always fresh. */
export async function serveApp(app: FastifyInstance, dir: string): Promise<void> {
  const built = existsSync(path.join(dir, 'index.html'))
  if (built) await servePages(app, dir)
  app.setNotFoundHandler((request, reply) => {
    if (built && isNavigation(request) && !/\.\w+$/.test(request.url)) return sendPage(reply)
    const details = `${request.method} ${request.url.split('?')[0]}`
    return sendError(new AppError('NOT_FOUND', { details }), request, reply)
  })
}

async function servePages(app: FastifyInstance, dir: string): Promise<void> {
  await app.register(fastifyStatic, { root: dir, serve: false, preCompressed: true })
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, rateLimit: false }
      route.schema = { ...route.schema, hide: true }
    })
    await scope.register(fastifyStatic, {
      root: dir,
      index: false,
      wildcard: false,
      cacheControl: false,
      decorateReply: false,
      preCompressed: true,
      setHeaders: (reply, file) => {
        // Only names made of the content may be kept for ever.
        reply.setHeader('cache-control', file.includes(HASHED) ? FOR_EVER : 'no-cache')
        reply.setHeader('vary', [reply.getHeader('vary'), 'accept-encoding'].filter(Boolean).join(', '))
      },
    })
    scope.get('/', async (_request, reply) => sendPage(reply))
  })
  app.addHook('onRequest', async (request, reply) => {
    const [pathname = ''] = request.url.split('?')
    if (isNavigation(request) && SHARED_PAGES.test(pathname)) return sendPage(reply)
  })
}
