import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { forUsers, viewerOf } from '../../platform/http/guards/viewer.ts'
import { idParams } from '../library/contract.ts'
import * as contract from './contract.ts'
import type { Lyrics } from './service.ts'

const summary =
  'The words of a track: from its files, else from a provider; `lines` with time stamps where there are any'

/** Words of tracks, for a signed-in user; tracks of artists this user hides are not found. */
export const lyricsRoutes =
  (lyrics: Lyrics): FastifyPluginAsyncZod =>
  async (app) => {
    forUsers(app)

    app.get(
      '/tracks/id/:id/lyrics',
      {
        schema: {
          ...{ tags: ['lyrics'], summary },
          params: idParams,
          querystring: contract.lyricsQuery,
          response: { 200: contract.lyricsReply },
        },
      },
      async (request) => lyrics.ofTrack(viewerOf(request), request.params.id, request.query),
    )
  }
