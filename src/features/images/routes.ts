import { setMaxListeners } from 'node:events'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '../../errors.ts'
import { isCurrent } from '../../platform/http/conditional.ts'
import { forUsers, viewerOf } from '../../platform/http/guards/viewer.ts'
import { localId } from '../library/contract.ts'
import type { Asker } from './outside/line.ts'
import type { Images } from './service.ts'

const params = z.object({ type: z.enum(['artist', 'album', 'track']), id: localId })
const querystring = z.object({
  size: z.coerce.number().int().min(32).max(1024).default(512),
  /** Part of the content hash: an address that carries it never changes its picture. */
  v: z.string().max(64).optional(),
  token: z.string().max(2000).optional(),
})

const proxyQuery = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2000),
  /** Made by us with the address: others are not fetched. */
  sig: z.string().max(64),
  size: z.coerce.number().int().min(32).max(1024).default(256),
  token: z.string().max(2000).optional(),
})

/** The user behind a request, until they leave or have their answer. */
function askerOf(request: FastifyRequest, reply: FastifyReply): Asker {
  const gone = new AbortController()
  // Nobody reads this answer, and it is no fault of the server that belongs into its log.
  const reason = new AppError('INVALID_PARAMETER', { status: 499, details: 'The caller has left' })
  reply.raw.once('close', () => gone.abort(reason))
  setMaxListeners(100, gone.signal)
  return { who: String(viewerOf(request).id), signal: gone.signal }
}

/** Pictures of artists, albums and tracks. */
export const imageRoutes =
  (images: Images): FastifyPluginAsyncZod =>
  async (app) => {
    forUsers(app)

    app.get(
      '/images/entity/:type/:id',
      { schema: { tags: ['images'], summary: 'A cover as WebP', params, querystring } },
      async (request, reply) => {
        const { type, id } = request.params
        const { bytes, hash, etag } = await images.entity(type, id, request.query.size, askerOf(request, reply))
        const named = request.query.v !== undefined && request.query.v.length >= 8 && hash.startsWith(request.query.v)
        const age = named ? 'max-age=31536000, immutable' : 'max-age=86400'
        reply.header('etag', etag).header('cache-control', `private, ${age}`)
        if (isCurrent(request.headers['if-none-match'], etag)) return reply.code(304).send()
        return reply.type('image/webp').send(bytes)
      },
    )

    app.get(
      '/images/proxy',
      {
        config: { rateLimit: { name: 'images-proxy', max: 600 } },
        schema: { tags: ['images'], summary: 'A picture of another server as WebP', querystring: proxyQuery },
      },
      async (request, reply) => {
        const { bytes, etag } = await images.remote(request.query, request.query.size, askerOf(request, reply))
        reply.header('etag', etag).header('cache-control', 'private, max-age=86400')
        if (isCurrent(request.headers['if-none-match'], etag)) return reply.code(304).send()
        return reply.type('image/webp').send(bytes)
      },
    )
  }
