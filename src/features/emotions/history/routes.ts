import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { forUsers, viewerOf } from '../../../platform/http/guards/viewer.ts'
import { languageOf } from '../../../platform/http/language.ts'
import * as contract from './contract.ts'
import type { Retention } from './retention/retention.ts'
import { ALL, type History } from './service.ts'

const tags = ['emotions']
const config = { rateLimit: { name: 'history', max: 30 } }
const success = () => ({ success: true as const, timestamp: new Date().toISOString() })

/** Who asks; "all my sessions" needs somebody. */
const idOf = (request: FastifyRequest, sessionId: string): number | null =>
  sessionId === ALL ? viewerOf(request).id : (request.viewer?.id ?? null)

/** What was recorded: of a session to its owner or the holder of its id, of all sessions to a signed-in user. */
export const historyRoutes =
  (history: History, retention: Retention, options: { requireLogin?: boolean } = {}): FastifyPluginAsyncZod =>
  async (app) => {
    app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))
    if (options.requireLogin) forUsers(app)

    app.get(
      '/api/v1/history/emotions',
      {
        config,
        schema: {
          tags,
          summary: 'Detections of a session with statistics of the whole period',
          querystring: contract.timelineQuery,
          response: { 200: contract.historyReply },
        },
      },
      async (request) => {
        const viewerId = idOf(request, request.query.session_id)
        return { ...success(), ...(await history.emotions(request.query, viewerId, languageOf(request))) }
      },
    )

    app.get(
      '/api/v1/history/emotions/streaks',
      {
        config,
        schema: {
          tags,
          summary: 'Unbroken runs of one class, for the strip of a day',
          querystring: contract.streaksQuery,
          response: { 200: contract.streaksReply },
        },
      },
      async (request) => ({
        ...success(),
        ...(await history.streaks(request.query, idOf(request, request.query.session_id))),
      }),
    )

    app.get(
      '/api/v1/history/emotions/hours',
      {
        config,
        schema: {
          tags,
          summary: 'Detections by hour of a time zone, for at most 400 days',
          querystring: contract.hoursQuery,
          response: { 200: contract.hoursReply },
        },
      },
      async (request) => ({
        ...success(),
        ...(await history.hours(request.query, idOf(request, request.query.session_id))),
      }),
    )

    app.get(
      '/api/v1/history/emotions/export',
      {
        config,
        schema: {
          tags,
          summary: 'Everything of a period as a file: CSV for spreadsheets, or JSON',
          produces: ['text/csv', 'application/json'],
          querystring: contract.exportQuery,
        },
      },
      async (request, reply) => {
        const file = await history.export(request.query, idOf(request, request.query.session_id))
        return reply
          .type(file.type)
          .header('content-disposition', `attachment; filename="${file.filename}"`)
          .send(Readable.from(file.pieces, { objectMode: false, highWaterMark: 1 }))
      },
    )

    app.delete(
      '/api/v1/history/emotions',
      {
        config,
        schema: {
          tags,
          summary: 'Erase the detections of a period; the sessions stay',
          querystring: contract.periodQuery,
          response: { 200: contract.erasedReply },
        },
      },
      async (request) => {
        const detections = await history.erase(request.query, idOf(request, request.query.session_id))
        return { ...success(), deleted: { detections } }
      },
    )

    await app.register(settingsRoutes(retention))
  }

const settingsRoutes =
  (retention: Retention): FastifyPluginAsyncZod =>
  async (app) => {
    forUsers(app)

    app.get(
      '/api/v1/history/settings',
      { config, schema: { tags, summary: 'How long my history is kept', response: { 200: contract.settingsReply } } },
      async (request) => ({ ...success(), ...(await retention.settings(viewerOf(request).id)) }),
    )

    app.put(
      '/api/v1/history/settings',
      {
        config,
        schema: {
          tags,
          summary: 'Keep my history for so many days, or as long as the server does; what is older goes at once',
          body: contract.settingsBody,
          response: { 200: contract.settingsReply },
        },
      },
      async (request) => ({
        ...success(),
        ...(await retention.change(viewerOf(request).id, request.body.retention_days)),
      }),
    )
  }
