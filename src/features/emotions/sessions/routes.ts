import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { forUsers, viewerOf } from '../../../platform/http/guards/viewer.ts'
import { decodeCursor, encodeCursor } from '../../../platform/lib/cursor.ts'
import * as contract from './contract.ts'
import type { Sessions } from './service.ts'
import type { SessionRow } from './store.ts'

const tags = ['emotions']
const cursorShape = z.tuple([z.int().positive()])

const viewSession = (id: string, row: SessionRow): contract.SessionView => ({
  ...{ session_id: id, name: row.name, recording: row.recording },
  ...{ created_at: row.createdAt.toISOString(), last_activity_at: row.lastActivityAt.toISOString() },
  ...{ ended_at: row.endedAt?.toISOString() ?? null, detections: row.detections },
})
const success = () => ({ success: true as const, timestamp: new Date().toISOString() })

/** A page of sessions, of one more row than asked for: that one only says that there are more. */
function viewPage(rows: SessionRow[], limit: number) {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const next_cursor = last ? encodeCursor([last.id]) : null
  const sessions = shown.map((row) => viewSession(row.publicId ?? '', row))
  return { sessions, metadata: { total_returned: shown.length, has_more: last !== undefined, next_cursor } }
}

/** Sessions of detections. Without an account the id is the key to one: it is shown once and kept as a hash. */
export const sessionRoutes =
  (sessions: Sessions, options: { requireLogin?: boolean } = {}): FastifyPluginAsyncZod =>
  async (app) => {
    app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))
    if (options.requireLogin) forUsers(app)

    app.post(
      '/api/v1/sessions',
      {
        schema: {
          tags,
          summary: 'Begin a session; with `recording` its detections are kept as history',
          body: contract.sessionBody,
          response: { 201: contract.sessionReply },
        },
      },
      async (request, reply) => {
        const { id, row } = await sessions.create(request.viewer?.id ?? null, request.body ?? {})
        return reply
          .code(201)
          .header('x-session-id', id)
          .send({ ...success(), session: viewSession(id, row) })
      },
    )

    app.get(
      '/api/v1/sessions/:session_id',
      {
        schema: {
          tags,
          summary: 'One session (404 INVALID_SESSION unless it is yours)',
          params: contract.sessionParams,
          response: { 200: contract.sessionReply },
        },
      },
      async (request) => {
        const { session_id: id } = request.params
        return { ...success(), session: viewSession(id, await sessions.find(id, request.viewer?.id ?? null)) }
      },
    )

    app.patch(
      '/api/v1/sessions/:session_id',
      {
        schema: {
          tags,
          summary: 'Rename a session, give or withdraw the consent to record it',
          params: contract.sessionParams,
          body: contract.sessionChanges,
          response: { 200: contract.sessionReply },
        },
      },
      async (request) => {
        const { session_id: id } = request.params
        const row = await sessions.change(id, request.viewer?.id ?? null, request.body)
        return { ...success(), session: viewSession(id, row) }
      },
    )

    app.post(
      '/api/v1/sessions/:session_id/end',
      {
        schema: {
          tags,
          summary: 'End a session: it takes no more detections, its history stays',
          params: contract.sessionParams,
          response: { 200: contract.sessionReply },
        },
      },
      async (request) => {
        const { session_id: id } = request.params
        return { ...success(), session: viewSession(id, await sessions.end(id, request.viewer?.id ?? null)) }
      },
    )

    app.delete(
      '/api/v1/sessions/:session_id',
      {
        schema: {
          tags,
          summary: 'Delete a session and its history',
          params: contract.sessionParams,
          response: { 200: contract.deletedReply },
        },
      },
      async (request) => {
        const detections = await sessions.remove(request.params.session_id, request.viewer?.id ?? null)
        return { ...success(), deleted: { sessions: 1, detections } }
      },
    )

    await app.register(ownSessions(sessions))
  }

const ownSessions =
  (sessions: Sessions): FastifyPluginAsyncZod =>
  async (app) => {
    forUsers(app)

    app.get(
      '/api/v1/sessions',
      {
        schema: {
          tags,
          summary: 'My sessions, newest first',
          querystring: contract.listQuery,
          response: { 200: contract.sessionsReply },
        },
      },
      async (request) => {
        const { limit, cursor } = request.query
        const [before] = cursor === undefined ? [] : decodeCursor(cursor, cursorShape)
        return { ...success(), ...viewPage(await sessions.list(viewerOf(request).id, limit + 1, before), limit) }
      },
    )
  }
