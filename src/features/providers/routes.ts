import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { forAdmins } from '../../platform/http/guards/viewer.ts'
import * as contract from './contract.ts'
import type { ProviderAdmin } from './service.ts'

const tags = ['providers']

/** The services that are asked: administrators see and arrange them. */
export const providerRoutes =
  (admin: ProviderAdmin, offline: boolean): FastifyPluginAsyncZod =>
  async (app) => {
    forAdmins(app)

    app.get(
      '/providers',
      { schema: { tags, summary: 'State, budget and last error of each', response: { 200: contract.providerList } } },
      async () => ({ ...(await admin.list()), offline }),
    )
    app.patch(
      '/providers',
      {
        schema: {
          tags,
          summary: 'Who is asked first, and who is not asked; an empty order is the recommended one',
          body: contract.arrangeBody,
          response: { 200: contract.providerList },
        },
      },
      async (request) => {
        await admin.arrange(request.body)
        return { ...(await admin.list()), offline }
      },
    )
    app.post(
      '/providers/:name/test',
      {
        schema: {
          tags,
          summary: 'One small question, to see that it answers',
          params: contract.nameParams,
          response: { 200: contract.testResult },
        },
      },
      async (request) => admin.test(request.params.name, { priority: 'person', signal: AbortSignal.timeout(30_000) }),
    )
  }
