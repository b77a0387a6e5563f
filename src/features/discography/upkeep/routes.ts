import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { forAdmins, forUsers, viewerOf } from '../../../platform/http/guards/viewer.ts'
import type { Discography } from '../discography.ts'
import { run } from '../runs/contract.ts'
import * as contract from './contract.ts'

const tags = ['upkeep']
const { freshness } = contract

/** How old what we know is. */
export const freshnessRoutes =
  ({ upkeep }: Discography): FastifyPluginAsyncZod =>
  async (app) => {
    forUsers(app)
    app.get(
      '/artists/data-freshness-report',
      { schema: { tags, summary: 'How many discographies are fresh', response: { 200: freshness } } },
      async () => upkeep.freshness(),
    )
  }

/** Keeping what is known up to date: begun here by administrators, followed under /runs. */
export const upkeepRoutes =
  ({ upkeep }: Discography): FastifyPluginAsyncZod =>
  async (app) => {
    forAdmins(app)
    app.post(
      '/artists/refresh-genres',
      {
        schema: {
          tags,
          summary: 'Genres for artists that have none',
          querystring: contract.refreshGenresQuery,
          response: { 200: z.object({ scanned: z.number(), updated: z.number(), run: run.nullable() }) },
        },
      },
      async (request) => ({ ...(await upkeep.genres(request.query.limit, viewerOf(request))), updated: 0 }),
    )
    app.post(
      '/artists/refresh-missing',
      {
        schema: {
          tags,
          summary: 'Biography, picture and genres for artists that lack one',
          querystring: contract.refreshMissingQuery,
          response: {
            200: z.object({
              ...{ scanned: z.number(), spotify_updated: z.number(), lastfm_updated: z.number(), skipped: z.number() },
              run: run.nullable(),
            }),
          },
        },
      },
      async (request) => ({
        ...(await upkeep.missing(request.query.limit, viewerOf(request))),
        ...{ spotify_updated: 0, lastfm_updated: 0, skipped: 0 },
      }),
    )
    app.post(
      '/artists/bulk-refresh',
      {
        schema: {
          tags,
          summary: 'The oldest discographies are brought up to date',
          querystring: contract.bulkRefreshQuery,
          response: {
            200: z.object({
              bulk_refresh_result: z.object({
                artists_refreshed: z.number(),
                new_albums_discovered: z.number(),
                new_tracks_discovered: z.number(),
              }),
              message: z.string(),
              run: run.nullable(),
            }),
          },
        },
      },
      async (request) => {
        const { scanned, run: begun } = await upkeep.stale(request.query.max_artists, viewerOf(request))
        const none = { artists_refreshed: 0, new_albums_discovered: 0, new_tracks_discovered: 0 }
        return { bulk_refresh_result: none, message: `${scanned} artists are being refreshed`, run: begun }
      },
    )
  }
