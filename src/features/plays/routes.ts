import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { forUsers, viewerOf } from '../../platform/http/guards/viewer.ts'
import { idParams, recentQuery } from '../library/contract.ts'
import * as contract from './contract.ts'
import type { Plays } from './service.ts'
import type { PlayRow } from './store.ts'

const tags = ['plays']

const viewPlay = (row: PlayRow) => ({
  ...{ id: row.id, user_id: row.userId, track_id: row.trackId, played_at: row.playedAt.toISOString() },
  ...{ duration_played_seconds: row.durationPlayedSeconds, platform: row.platform, device_info: row.deviceInfo },
  ...{ mood_tag: row.moodTag, playlist_context: row.playlistContext },
  ...{ was_recommended: row.wasRecommended, recommendation_source: row.recommendationSource },
})

/** Plays of the signed-in user. */
export const playRoutes =
  (plays: Plays): FastifyPluginAsyncZod =>
  async (app) => {
    forUsers(app)

    app.post(
      '/tracks/play/:id',
      {
        schema: {
          tags,
          summary: 'Record a play',
          params: idParams,
          body: contract.playBody,
          response: { 200: contract.playRecorded },
        },
      },
      async (request) => ({
        message: 'Play recorded',
        play_history: viewPlay(await plays.record(viewerOf(request), request.params.id, request.body)),
      }),
    )
    app.get(
      '/tracks/recent-plays',
      {
        schema: {
          tags,
          summary: 'My latest plays, one row each',
          querystring: recentQuery,
          response: { 200: contract.recentPlays },
        },
      },
      async (request) => plays.recent(viewerOf(request), request.query),
    )
    app.get(
      '/tracks/most-played',
      {
        schema: {
          tags,
          summary: 'My most played tracks',
          querystring: recentQuery,
          response: { 200: contract.mostPlayed },
        },
      },
      async (request) => plays.mostPlayed(viewerOf(request), request.query),
    )
  }
