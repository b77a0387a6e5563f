import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { forUsers, viewerOf } from '../../../platform/http/guards/viewer.ts'
import { languageOf } from '../../../platform/http/language.ts'
import { refParams as params } from '../artists/contract.ts'
import type { Discography } from '../discography.ts'
import { asked } from '../request.ts'
import * as contract from './contract.ts'
import { referenceAlbum, tracksOf } from './reference.ts'

const tags = ['albums']

/** Albums that are found outside, kept, and told of. */
export const albumRoutes =
  ({ albums }: Discography): FastifyPluginAsyncZod =>
  async (app) => {
    forUsers(app)

    app.get(
      '/albums/:ref/profile',
      { schema: { tags, summary: 'The album page', params, response: { 200: contract.albumProfile } } },
      async (request) => albums.profile(viewerOf(request), request.params.ref, languageOf(request), asked(request)),
    )
    app.get(
      '/albums/spotify/:ref',
      {
        schema: {
          tags,
          summary: 'An album in the reference’s words: kept ones from the database, others as they are outside',
          params,
          response: { 200: contract.spotifyAlbum },
        },
      },
      async (request) => referenceAlbum(albums, viewerOf(request), request.params.ref, asked(request)),
    )
    app.get(
      '/albums/:ref/tracks',
      {
        schema: { tags, summary: 'The tracks of an album of any length', params, response: { 200: contract.lines } },
      },
      async (request) => tracksOf(albums, viewerOf(request), request.params.ref, asked(request)),
    )
    app.post(
      '/albums/save/:ref',
      {
        schema: { tags, summary: 'Keeps an album with all tracks', params, response: { 200: contract.savedAlbum } },
      },
      async (request) => {
        const { album, tracks } = await albums.save(viewerOf(request), request.params.ref, asked(request))
        return { message: 'Album saved', album, tracks_saved: tracks }
      },
    )
  }
