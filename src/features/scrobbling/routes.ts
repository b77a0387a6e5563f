import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { forUsers, viewerOf } from '../../platform/http/guards/viewer.ts'
import { idParams } from '../library/contract.ts'
import * as contract from './contract.ts'
import type { Scrobbling } from './scrobbling.ts'

const tags = ['scrobbling']
const params = contract.serviceParams

/** Connections of the signed-in user to services that collect listenings, and what plays now. */
export const scrobblingRoutes =
  ({ accounts, nowPlaying }: Pick<Scrobbling, 'accounts' | 'nowPlaying'>): FastifyPluginAsyncZod =>
  async (app) => {
    forUsers(app)

    app.get(
      '/scrobbling',
      {
        schema: { tags, summary: 'Services, my accounts there, and what waits', response: { 200: contract.services } },
      },
      async (request) => ({ items: await accounts.list(viewerOf(request).id) }),
    )
    app.put(
      '/scrobbling/:service',
      {
        schema: {
          ...{ tags, summary: 'Connect with a token; 400 when the service does not take it, 503 when it is silent' },
          ...{ params, body: contract.tokenBody, response: { 200: contract.serviceView } },
        },
      },
      async (request) => accounts.connect(viewerOf(request).id, request.params.service, request.body.token),
    )
    app.post(
      '/scrobbling/:service/sign-in',
      {
        schema: {
          ...{ tags, summary: 'Where to sign in; the service leads back to the callback with `token`' },
          ...{ params, body: contract.signInBody, response: { 200: contract.signInReply } },
        },
      },
      async ({ params: { service }, body, protocol, host }) => {
        const own = `${protocol}://${host}/settings/scrobbling?service=${service}`
        return { url: accounts.signIn(service, body?.callback ?? own) }
      },
    )
    app.post(
      '/scrobbling/:service/callback',
      {
        schema: {
          ...{ tags, summary: 'Finish signing in with what the service added to the callback' },
          ...{ params, body: contract.callbackBody, response: { 200: contract.serviceView } },
        },
      },
      async (request) => accounts.finish(viewerOf(request).id, request.params.service, request.body.token),
    )
    app.delete(
      '/scrobbling/:service',
      {
        schema: {
          ...{ tags, summary: 'Disconnect, and forget what waits to be sent' },
          ...{ params, response: { 200: contract.message } },
        },
      },
      async (request) => {
        await accounts.disconnect(viewerOf(request).id, request.params.service)
        return { message: 'Disconnected' }
      },
    )
    app.post(
      '/tracks/now-playing/:id',
      {
        schema: {
          ...{ tags, summary: 'A track begins: tells the services, answers at once' },
          ...{ params: idParams, response: { 202: contract.message } },
        },
      },
      async (request, reply) => {
        await nowPlaying(viewerOf(request), request.params.id)
        return reply.code(202).send({ message: 'Now playing' })
      },
    )
  }
