import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { forAdmins } from '../../platform/http/guards/viewer.ts'
import * as contract from './contract.ts'
import type { Demo } from './service.ts'

const tags = ['music folders']

/** The demo library, for administrators who have no music at hand. */
export const demoRoutes =
  (demo: Demo): FastifyPluginAsyncZod =>
  async (app) => {
    forAdmins(app)

    app.post(
      '/library/demo',
      { schema: { tags, summary: 'Make the demo library in the background', response: { 202: contract.started } } },
      async (_request, reply) => {
        await demo.start()
        return reply.code(202).send({ demo: 'started' as const })
      },
    )
    app.get(
      '/library/demo',
      { schema: { tags, summary: 'How far the demo library is', response: { 200: contract.status } } },
      () => demo.status(),
    )
  }
