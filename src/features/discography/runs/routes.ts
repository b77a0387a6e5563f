import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { forUsers, viewerOf } from '../../../platform/http/guards/viewer.ts'
import { sendEvents } from '../../../platform/realtime/sse.ts'
import * as contract from './contract.ts'
import type { Runs } from './service.ts'

const tags = ['runs']

/** Long work on the catalogue, followed and cancelled. */
export const runRoutes =
  (runs: Runs): FastifyPluginAsyncZod =>
  async (app) => {
    forUsers(app)

    app.get(
      '/runs',
      {
        schema: {
          tags,
          summary: 'Latest work on the catalogue',
          querystring: contract.runsQuery,
          response: { 200: contract.runList },
        },
      },
      async (request) => ({ items: await runs.list(viewerOf(request), request.query) }),
    )
    app.get(
      '/runs/:id',
      { schema: { tags, summary: 'One run', params: contract.runParams, response: { 200: contract.run } } },
      async (request) => runs.get(viewerOf(request), request.params.id),
    )
    app.get(
      '/runs/:id/events',
      { schema: { tags, summary: 'A run as it goes on: server-sent events named "run"', params: contract.runParams } },
      async (request, reply) => {
        const { id } = request.params
        const viewer = viewerOf(request)
        await runs.get(viewer, id)
        return sendEvents(reply, 'run', (signal) => runs.follow(viewer, id, signal))
      },
    )
    app.post(
      '/runs/:id/cancel',
      {
        schema: {
          tags,
          summary: 'Stops a run of yours, or as an administrator any, at its next safe point; what it wrote stays',
          params: contract.runParams,
          response: { 200: contract.run },
        },
      },
      async (request) => runs.cancel(viewerOf(request), request.params.id),
    )
  }
