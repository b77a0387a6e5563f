import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { AppError } from '../../../errors.ts'
import { forUsers } from '../../../platform/http/guards/viewer.ts'
import * as contract from '../contract.ts'
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
          summary: 'Read the emotion of the faces in a picture',
          consumes: ['multipart/form-data', 'application/json'],
          querystring: contract.imageQuery,
          body: contract.imageBody,
          response: { 200: contract.detectImageReply },
        },
      },
      async (request, reply) => {
        const { image, fields } = await readPicture(request)
        const landmarks = request.query.landmarks === 'true'
        const result = await emotions.detectImage(image, sender(request, fields), { landmarks })
        return reply.header('x-session-id', result.session_id).send(result)
      },
    )
  }

type Fields = { session_id?: string | undefined; record?: boolean | string | undefined }
type Query = z.infer<typeof contract.imageQuery>
type Picture = { image: Uint8Array | string; fields: Fields }

async function readPicture(request: FastifyRequest): Promise<Picture> {
  if (request.isMultipart()) return readUpload(request)
  const { image, ...fields } = (request.body ?? {}) as z.infer<typeof contract.imageBody> & object
  if (image === undefined) throw missingImage()
  return { image, fields }
}

/** The session of a picture: header, query or field; consent to a new one: query or field. */
function sender(request: FastifyRequest, fields: Fields) {
  const query = request.query as Query
  const header = request.headers['x-session-id']
  const named = (typeof header === 'string' ? header : undefined) ?? query.session_id ?? fields.session_id
  const recording = query.record === 'true' || String(fields.record) === 'true'
  return { sessionId: named || undefined, viewerId: request.viewer?.id ?? null, recording }
}
