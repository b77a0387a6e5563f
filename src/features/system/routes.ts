import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as contract from './contract.ts'
import type { System } from './service.ts'

const tags = ['system']

/** Health as EmotiPlay documents it, and the short answers that process managers and the sign-in page ask for. */
export const systemRoutes =
  (system: System): FastifyPluginAsyncZod =>
  async (app) => {
    const healthSchema = {
      tags,
      summary: 'State of every part; 503 when one of them fails',
      response: { 200: contract.health, 503: contract.health },
    }
    const health = async (_request: unknown, reply: FastifyReply) => {
      const state = await system.health()
      return reply.code(state.status === 'healthy' ? 200 : 503).send(state)
    }
    app.get('/health', { schema: healthSchema }, health)
    app.get('/api/health', { schema: healthSchema }, health)

    app.get(
      '/health/live',
      { schema: { tags, summary: 'The process answers', response: { 200: contract.live } } },
      async () => ({
        status: 'ok' as const,
      }),
    )

    app.get(
      '/health/ready',
      {
        schema: { tags, summary: 'The server can do its work', response: { 200: contract.ready, 503: contract.ready } },
      },
      async (_request, reply) => {
        const ready = await system.databaseAnswers()
        return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not_ready' })
      },
    )

    app.get(
      '/db-status',
      { schema: { tags, summary: 'Does the database answer?', response: { 200: contract.dbStatus } } },
      () => system.dbStatus(),
    )
  }
