import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { AppError } from '../../errors.ts'
import { forUsers } from '../../platform/http/guards/viewer.ts'
import * as contract from './contract.ts'
import type { Emotions } from './service.ts'
import { hasCode, missingImage, readUpload } from './upload.ts'

const tags = ['emotions']
/** 10 MB as base64, and the JSON around it; anything longer is a picture that is too large. */
const JSON_LIMIT = Math.ceil(14.5 * 1024 * 1024)
const RATE_LIMIT = { name: 'detect-image', max: 30 }

/** Faces to emotions; open to everyone unless the server asks for an account. Needs `@fastify/multipart`. */
export const emotionRoutes =
  (emotions: Emotions, options: { requireLogin?: boolean } = {}): FastifyPluginAsyncZod =>
  async (app) => {
    if (options.requireLogin) forUsers(app)
    app.setErrorHandler((error) => {
      throw hasCode(error, 'FST_ERR_CTP_BODY_TOO_LARGE') ? new AppError('IMAGE_TOO_LARGE', { cause: error }) : error
    })

    app.post(
      '/api/v1/detect/image',
      {
        bodyLimit: JSON_LIMIT,
        config: { rateLimit: RATE_LIMIT },
        schema: {
          tags,
          summary: 'Read the emotion of the largest face in a picture',
          consumes: ['multipart/form-data', 'application/json'],
          querystring: contract.imageQuery,
          body: contract.imageBody,
          response: { 200: contract.detectImageReply },
        },
      },
      async (request) => {
        const image = request.isMultipart() ? await readUpload(request) : request.body?.image
        if (image === undefined) throw missingImage()
        return emotions.detectImage(image, { landmarks: request.query.landmarks === 'true' })
      },
    )
  }
