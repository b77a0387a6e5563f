import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { forUsers, viewerOf } from '../../platform/http/guards/viewer.ts'
import { artistRow, idParams } from '../library/contract.ts'
import * as contract from './contract.ts'
import type { Favorites } from './service.ts'
import type { FavoriteRow } from './store.ts'

const tags = ['favorites']

const viewFavorite = (row: FavoriteRow) => ({
  ...{ id: row.id, user_id: row.userId, target_type: row.targetType },
  ...{ artist_id: row.artistId, album_id: row.albumId, track_id: row.trackId },
  created_at: row.createdAt.toISOString(),
})

/** Favourites and hidden artists of the signed-in user. */
export const favoriteRoutes =
  (favorites: Favorites): FastifyPluginAsyncZod =>
  async (app) => {
    forUsers(app)

    app.get(
      '/favorites/',
      {
        schema: {
          tags,
          summary: 'My favourites, newest first',
          querystring: contract.listQuery,
          response: { 200: z.array(contract.favoriteRow) },
        },
      },
      async (request) => (await favorites.list(viewerOf(request), request.query)).map(viewFavorite),
    )
    app.post(
      '/favorites/:target_type/:target_id',
      {
        schema: {
          tags,
          summary: 'Keep an artist, album or track',
          params: contract.targetParams,
          querystring: contract.ownerQuery,
          response: { 200: contract.added },
        },
      },
      async (request) => {
        const { target_type: type, target_id: id } = request.params
        return {
          message: 'Favorite added',
          favorite: viewFavorite(await favorites.add(viewerOf(request), type, id, request.query.user_id)),
        }
      },
    )
    app.delete(
      '/favorites/:target_type/:target_id',
      {
        schema: {
          tags,
          summary: 'Let it go again',
          params: contract.targetParams,
          querystring: contract.ownerQuery,
          response: { 200: contract.message },
        },
      },
      async (request) => {
        await favorites.remove(
          viewerOf(request),
          request.params.target_type,
          request.params.target_id,
          request.query.user_id,
        )
        return { message: 'Favorite removed' }
      },
    )

    app.get(
      '/artists/hidden',
      { schema: { tags, summary: 'Artists I hide', response: { 200: z.object({ items: z.array(artistRow) }) } } },
      async (request) => ({
        items: await favorites.hiddenArtists(viewerOf(request)),
      }),
    )
    app.post(
      '/artists/id/:id/hide',
      {
        schema: {
          tags,
          summary: 'Hide an artist from me',
          params: idParams,
          querystring: contract.ownerQuery,
          response: { 200: contract.hidden },
        },
      },
      async (request) => {
        const row = await favorites.hide(viewerOf(request), request.params.id, request.query.user_id)
        return {
          message: 'Artist hidden',
          hidden: {
            id: row.artistId,
            user_id: row.userId,
            artist_id: row.artistId,
            created_at: row.createdAt.toISOString(),
          },
        }
      },
    )
    app.delete(
      '/artists/id/:id/hide',
      {
        schema: {
          tags,
          summary: 'Show an artist again',
          params: idParams,
          querystring: contract.ownerQuery,
          response: { 200: contract.message },
        },
      },
      async (request) => {
        await favorites.unhide(viewerOf(request), request.params.id, request.query.user_id)
        return { message: 'Artist unhidden' }
      },
    )
  }
