import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { newest, revalidate } from '../../platform/http/conditional.ts'
import { forUsers, viewerOf } from '../../platform/http/guards/viewer.ts'
import * as contract from './contract.ts'
import type { Catalogue } from './service.ts'

const tags = ['library']

/** Artists, albums and tracks of the catalogue, for a signed-in user. */
export const libraryRoutes =
  (catalogue: Catalogue): FastifyPluginAsyncZod =>
  async (app) => {
    forUsers(app)

    app.get(
      '/artists/',
      {
        onSend: revalidate,
        schema: {
          tags,
          summary: 'Artists, by page; ETag, and 304 for who has the page already',
          querystring: contract.artistsQuery,
          response: { 200: contract.artistsPage },
        },
      },
      async (request, reply) => {
        const page = await catalogue.artists(viewerOf(request), request.query)
        const modified = newest(page.items.map((artist) => artist.updated_at))
        if (modified) reply.header('last-modified', modified)
        return page
      },
    )
    app.get(
      '/artists/id/:id',
      { schema: { tags, summary: 'One artist', params: contract.idParams, response: { 200: contract.artistRow } } },
      async (request) => catalogue.artist(viewerOf(request), request.params.id),
    )
    app.get(
      '/artists/id/:id/discography',
      {
        schema: {
          tags,
          summary: 'An artist with albums and their tracks',
          params: contract.idParams,
          response: { 200: contract.discography },
        },
      },
      async (request) => catalogue.discography(viewerOf(request), request.params.id),
    )
    app.get(
      '/genres',
      { schema: { tags, summary: 'Genres with their number of artists', response: { 200: contract.genreList } } },
      async () => ({
        items: await catalogue.genres(),
      }),
    )

    app.get(
      '/albums/',
      {
        schema: {
          tags,
          summary: 'Albums, by page',
          querystring: contract.albumsQuery,
          response: { 200: contract.albumsPage },
        },
      },
      async (request) => catalogue.albums(viewerOf(request), request.query),
    )
    app.get(
      '/albums/id/:id',
      {
        schema: {
          tags,
          summary: 'One album with its tracks',
          params: contract.idParams,
          response: { 200: contract.albumDetail },
        },
      },
      async (request) => catalogue.album(viewerOf(request), request.params.id),
    )

    app.get(
      '/tracks/',
      {
        schema: {
          tags,
          summary: 'Tracks, by page',
          querystring: contract.tracksQuery,
          response: { 200: contract.tracksPage },
        },
      },
      async (request) => catalogue.tracks(viewerOf(request), request.query),
    )
    app.get(
      '/tracks/id/:id',
      { schema: { tags, summary: 'One track', params: contract.idParams, response: { 200: contract.trackRow } } },
      async (request) => catalogue.track(viewerOf(request), request.params.id),
    )
    app.get(
      '/tracks/overview',
      {
        schema: {
          tags,
          summary: 'The track table: filters, search, counters',
          querystring: contract.overviewQuery,
          response: { 200: contract.overviewPage },
        },
      },
      async (request) => catalogue.overview(viewerOf(request), request.query),
    )
    app.get(
      '/tracks/recently-added',
      {
        schema: {
          tags,
          summary: 'Newest tracks first',
          querystring: contract.recentQuery,
          response: { 200: contract.recentlyAdded },
        },
      },
      async (request) => catalogue.recentlyAdded(viewerOf(request), request.query),
    )
  }
