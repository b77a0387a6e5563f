import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { forUsers } from '../../platform/http/guards/viewer.ts'
import { languageOf } from '../../platform/http/language.ts'
import * as contract from './contract.ts'
import type { MoodMusic } from './service.ts'

const tags = ['emotions']
const config = { rateLimit: { name: 'music', max: 60 } }

/** `/api/v1/music`: songs of the own library for a feeling. */
export const moodMusicRoutes =
  (music: MoodMusic, options: { requireLogin?: boolean } = {}): FastifyPluginAsyncZod =>
  async (app) => {
    if (options.requireLogin) forUsers(app)

    app.post(
      '/api/v1/music/emotion',
      {
        config,
        schema: {
          tags,
          summary: 'A playlist for an emotion',
          body: contract.emotionBody,
          response: { 200: contract.emotionReply },
        },
      },
      async (request) => music.forEmotion(request.body, languageOf(request), request.viewer?.id),
    )
    app.get(
      '/api/v1/music/random',
      {
        config,
        schema: {
          tags,
          summary: 'Random songs of a mood',
          querystring: contract.randomQuery,
          response: { 200: contract.randomReply },
        },
      },
      async (request) => music.random(request.query, languageOf(request), request.viewer?.id),
    )
  }
