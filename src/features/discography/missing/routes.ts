import { Readable } from 'node:stream'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { forUsers, viewerOf } from '../../../platform/http/guards/viewer.ts'
import type { Discography } from '../discography.ts'
import * as contract from './contract.ts'

const tags = ['missing']

/** What exists and is not owned; what is new. */
export const missingRoutes =
  ({ missing }: Discography): FastifyPluginAsyncZod =>
  async (app) => {
    forUsers(app)

    app.get(
      '/missing',
      {
        schema: {
          tags,
          summary: 'Albums of which nothing or only a part is owned, newest first',
          querystring: contract.missingQuery,
          response: { 200: contract.missingPage },
        },
      },
      async (request) => missing.page(viewerOf(request), request.query),
    )
    app.get(
      '/missing/export',
      {
        schema: {
          tags,
          summary: 'The same as a wish list: CSV, or M3U with placeholders',
          querystring: contract.exportQuery,
        },
      },
      async (request, reply) => {
        const { format, ...filters } = request.query
        const viewer = viewerOf(request)
        const pieces = format === 'csv' ? missing.csv(viewer, filters) : missing.m3u(viewer, filters)
        return reply
          .type(format === 'csv' ? 'text/csv; charset=utf-8' : 'audio/x-mpegurl; charset=utf-8')
          .header('content-disposition', `attachment; filename="animo-missing.${format}"`)
          .header('cache-control', 'no-store')
          .send(Readable.from(pieces, { objectMode: false, highWaterMark: 1 }))
      },
    )
    app.get(
      '/new-releases',
      {
        schema: {
          tags,
          summary: 'New releases of the artists that are kept',
          querystring: contract.releasesQuery,
          response: { 200: contract.releasesPage },
        },
      },
      async (request) => missing.releases(viewerOf(request), request.query),
    )
  }
