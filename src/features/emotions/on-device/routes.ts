import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { AppError } from '../../../errors.ts'
import { isCurrent } from '../../../platform/http/conditional.ts'
import { forAdmins } from '../../../platform/http/guards/viewer.ts'
import * as contract from './contract.ts'
import { MODEL, type OnDevice } from './service.ts'

const tags = ['emotions']
const response = { 200: contract.modelsReply }
const viewModels = (model: contract.ModelView) => ({
  ...{ success: true as const, timestamp: new Date().toISOString() },
  models: [model],
})

/** The face model of the mode that sends no pictures: its state and the file for everyone, installing for administrators. */
export const onDeviceRoutes =
  (onDevice: OnDevice): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/v1/models',
      { schema: { tags, summary: 'Models for reading faces on the device, and whether they are installed', response } },
      async () => viewModels(await onDevice.view()),
    )

    app.get(
      `/models/${MODEL}.task`,
      // What is compressed has another length, and the model is compressed already.
      { compress: false, schema: { tags, summary: 'The model as a file; 404 until it is installed' } },
      async (request, reply) => {
        const handle = await onDevice.open()
        if (!handle) throw new AppError('NOT_FOUND', { details: NOT_INSTALLED })
        const etag = `"${onDevice.model.sha256}"`
        reply.header('etag', etag).header('cache-control', 'public, max-age=31536000, immutable')
        if (!isCurrent(request.headers['if-none-match'], etag))
          return reply
            .type('application/octet-stream')
            .header('content-length', onDevice.model.bytes)
            .send(handle.createReadStream({ start: 0 }))
        await handle.close()
        return reply.code(304).send()
      },
    )

    await app.register(installRoutes(onDevice))
  }

const installRoutes =
  (onDevice: OnDevice): FastifyPluginAsyncZod =>
  async (app) => {
    forAdmins(app)

    app.post(
      `/api/v1/models/${MODEL}/install`,
      { schema: { tags, summary: 'Fetch the model (502 MODEL_UNAVAILABLE says why not)', response } },
      async () => viewModels(await onDevice.install()),
    )

    app.put(
      `/api/v1/models/${MODEL}`,
      {
        schema: {
          tags,
          summary: 'Upload the model, for servers without internet: multipart field `model` (400 MODEL_INVALID)',
          consumes: ['multipart/form-data'],
          response,
        },
      },
      async (request) => viewModels(await putUpload(onDevice, request)),
    )
  }

/** An upload that breaks off or is too long is no model either. */
async function putUpload(onDevice: OnDevice, request: FastifyRequest): Promise<contract.ModelView> {
  if (!request.isMultipart()) throw new AppError('UNSUPPORTED_MEDIA_TYPE')
  // One byte more than is right: then it is too long, and not cut to the right length.
  const limits = { fileSize: onDevice.model.bytes + 1, files: 4, fields: 10 }
  let view: contract.ModelView | undefined
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type !== 'file') continue
      if (part.fieldname === 'model' && !view) view = await onDevice.put(part.file.iterator({ destroyOnReturn: false }))
      else part.file.resume()
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('MODEL_INVALID', { cause })
  }
  if (!view) throw new AppError('MISSING_PARAMETER', { details: 'model' })
  return view
}

const NOT_INSTALLED = [
  'El modelo no está instalado: un administrador puede instalarlo, o npm run models',
  'The model is not installed: an administrator can install it, or npm run models',
] as const
