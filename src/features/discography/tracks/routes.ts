import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { forUsers, viewerOf } from '../../../platform/http/guards/viewer.ts'
import type { Discography } from '../discography.ts'
import { asked } from '../request.ts'
import * as contract from './contract.ts'

const tags = ['tracks']
const { trackParams: params } = contract

/** Tracks by outside ids, what is told of them, and what goes with them. */
export const discographyTrackRoutes =
  ({ tracks, recommend }: Discography): FastifyPluginAsyncZod =>
  async (app) => {
    forUsers(app)

    app.post(
      '/tracks/resolve',
      {
        schema: {
          tags,
          summary: 'Local ids of Spotify ids; unknown ones are left out',
          body: contract.resolveBody,
          response: { 200: contract.resolved },
        },
      },
      async (request) => ({ items: await tracks.resolve(request.body.spotify_track_ids) }),
    )
    app.get(
      '/tracks/recommendations',
      {
        schema: {
          tags,
          summary: 'Tracks that go with seeds: local, or with what providers recommend',
          querystring: contract.recommendQuery,
          response: { 200: contract.recommendations },
        },
      },
      async (request) => recommend(viewerOf(request), request.query, asked(request)),
    )
    app.post(
      '/tracks/enrich/:id',
      {
        schema: {
          tags,
          summary: 'How often a track is heard, and its sound',
          params,
          response: { 200: contract.enriched },
        },
      },
      async (request) => tracks.enrich(viewerOf(request), request.params.id, asked(request)),
    )
    app.post(
      '/tracks/enrich-spotify/:id',
      {
        schema: {
          tags,
          summary: 'The same for a track of Spotify',
          params,
          response: { 200: contract.enrichedSpotify },
        },
      },
      async (request) => tracks.enrichSpotify(viewerOf(request), request.params.id, asked(request)),
    )
    app.post(
      '/tracks/bulk-enrich-lastfm',
      {
        schema: {
          tags,
          summary: 'Owned tracks of which nobody told how often they are heard',
          querystring: contract.bulkQuery(50),
          response: { 200: contract.bulk },
        },
      },
      async (request) => tracks.enrichMany(request.query.limit, asked(request)),
    )
    app.post(
      '/tracks/bulk-enrich-spotify',
      {
        schema: {
          tags,
          summary: 'Tracks of Spotify without popularity',
          querystring: contract.bulkQuery(20),
          response: { 200: contract.bulk },
        },
      },
      async (request) => tracks.enrichManySpotify(request.query.limit, asked(request)),
    )
  }
