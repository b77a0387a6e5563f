import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { forAdmins, viewerOf } from '../../../platform/http/guards/viewer.ts'
import * as contract from '../contract.ts'
import { viewInvite, viewUser } from '../views.ts'
import type { Users } from './service.ts'

const tags = ['users']

/** `/users`: accounts of the household, for administrators. */
export const usersRoutes =
  (users: Users): FastifyPluginAsyncZod =>
  async (app) => {
    forAdmins(app)

    app.get(
      '/users',
      { schema: { tags, summary: 'All accounts', response: { 200: z.object({ items: z.array(contract.user) }) } } },
      async () => ({
        items: (await users.list()).map(viewUser),
      }),
    )

    app.get(
      '/users/invites',
      { schema: { tags, summary: 'Invitations', response: { 200: z.object({ items: z.array(contract.invite) }) } } },
      async () => ({
        items: (await users.invites()).map(viewInvite),
      }),
    )

    app.post(
      '/users/invites',
      {
        schema: {
          tags,
          summary: 'Make an invitation; its code is shown once',
          body: contract.inviteBody,
          response: { 201: contract.newInvite },
        },
      },
      async (request, reply) => {
        const invite = await users.invite(viewerOf(request), request.body)
        return reply.code(201).send({ ...viewInvite(invite), code: invite.code })
      },
    )

    app.delete(
      '/users/invites/:id',
      {
        schema: {
          tags,
          summary: 'Withdraw an invitation',
          params: contract.idParams,
          response: { 200: contract.message },
        },
      },
      async (request) => {
        await users.revokeInvite(request.params.id)
        return { message: 'Invitation withdrawn' }
      },
    )

    app.put(
      '/users/registration',
      {
        schema: {
          tags,
          summary: 'Who may create an account',
          body: contract.registrationBody,
          response: { 200: contract.registrationBody },
        },
      },
      async (request) => {
        await users.setRegistration(request.body.registration)
        return request.body
      },
    )

    app.patch(
      '/users/:id',
      {
        schema: {
          tags,
          summary: 'Change a role, disable or enable an account',
          params: contract.idParams,
          body: contract.patchUserBody,
          response: { 200: contract.user },
        },
      },
      async (request) => viewUser(await users.update(request.params.id, request.body)),
    )

    app.post(
      '/users/:id/reset',
      {
        schema: {
          tags,
          summary: 'One-time code for a user who lost the password',
          params: contract.idParams,
          response: { 200: contract.issuedReset },
        },
      },
      async (request) => ({
        recovery_code: await users.reset(request.params.id),
      }),
    )

    app.delete(
      '/users/:id',
      {
        schema: {
          tags,
          summary: 'Delete an account and everything of theirs',
          params: contract.idParams,
          response: { 200: contract.message },
        },
      },
      async (request) => {
        await users.remove(request.params.id)
        return { message: 'User account deleted successfully' }
      },
    )
  }
