import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import { type SendResult, send } from '@fastify/send'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Db } from '../../db/client.ts'
import { AppError } from '../../errors.ts'
import { realFile } from '../../platform/files/real-file.ts'
import { forUsers, viewerOf } from '../../platform/http/guards/viewer.ts'
import { idParams } from './contract.ts'
import { contentType } from './files/formats.ts'
import { audioOfTrack } from './store/read/audio.ts'
import { visibleTrack } from './store/read/visible.ts'

/** A file is fresh as long as its validator says so; only the listener's own browser may keep it. */
const CACHE = 'private, max-age=0, must-revalidate'

/** `GET` and `HEAD /tracks/{id}/stream`: the audio as it lies on disk, in ranges. */
export const streamRoutes =
  (db: Db): FastifyPluginAsyncZod =>
  async (app) => {
    forUsers(app)

    app.route({
      method: ['GET', 'HEAD'],
      url: '/tracks/:id/stream',
      // Compression would hide the length and break ranges.
      compress: false,
      schema: {
        tags: ['library'],
        summary: 'The audio: ranges (206, 416), validators (304), HEAD; 404 FILE_OFFLINE',
        params: idParams,
      },
      handler: async (request, reply) => {
        const [visible] = await visibleTrack(db, viewerOf(request).id, request.params.id)
        const audio = visible === undefined ? null : await audioOfTrack(db, visible)
        if (visible === undefined) throw new AppError('NOT_FOUND', { details: 'Track not found' })
        const file = audio && (await realFile(audio.root, audio.relPath))
        if (!audio || !file) throw new AppError('FILE_OFFLINE')
        const result = await read(request.raw, file)
        if (result.type !== 'file') throw refusal(result, reply)
        return reply
          .code(result.statusCode)
          .headers({ ...result.headers, 'cache-control': CACHE, 'content-type': contentType(file, audio.container) })
          .send(result.stream)
      },
    })
  }

/** A suffix longer than the file means all of it (RFC 9110, 14.1.2), which the library takes for a range beyond it. */
async function read(request: IncomingMessage, file: string): Promise<SendResult> {
  const options = { root: path.dirname(file), dotfiles: 'allow', index: false } as const
  const name = encodeURIComponent(path.basename(file))
  const result = await send(request, name, options)
  const suffix = /^ *bytes=-0*[1-9]\d*$/.test(request.headers.range ?? '')
  if (result.statusCode !== 416 || !suffix) return result
  request.headers.range = 'bytes=0-'
  return send(request, name, options)
}

/** A range that is not there (with the length that is), a condition that does not hold, or a file that went just now. */
function refusal({ statusCode, headers }: SendResult, reply: FastifyReply): AppError {
  if (statusCode === 416) {
    reply.header('content-range', headers['Content-Range'])
    return new AppError('RANGE_NOT_SATISFIABLE')
  }
  return statusCode === 412 ? new AppError('CONFLICT', { status: 412 }) : new AppError('FILE_OFFLINE')
}
