import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { clientAddress } from '../../platform/http/guards/client-address.ts'
import { forUsers, viewerOf } from '../../platform/http/guards/viewer.ts'
import * as contract from './contract.ts'
import { TOKEN_SECONDS } from './crypto/tokens.ts'
import { COOKIE } from './identify.ts'
import type { Auth, SignIn } from './service.ts'
import { viewUser } from './views.ts'

const tags = ['accounts']
const callerOf = (request: FastifyRequest) => ({
  address: clientAddress(request),
  userAgent: request.headers['user-agent'],
})

function setCookie(request: FastifyRequest, reply: FastifyReply, signIn: SignIn): void {
  const secure = request.protocol === 'https'
  reply.setCookie(COOKIE, signIn.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    expires: signIn.expiresAt,
  })
}

/** `/auth`: the routes anyone may call, then those of a signed-in user. */
export const authRoutes =
  (auth: Auth): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/auth/health',
      { schema: { tags, summary: 'Is the account service running?', response: { 200: contract.message } } },
      async () => ({
        message: 'Authentication service is running',
      }),
    )

    app.get(
      '/auth/status',
      { schema: { tags, summary: 'What the sign-in page shows', response: { 200: contract.authStatus } } },
      () => auth.status(),
    )

    app.post(
      '/auth/create-first-user',
      {
        schema: {
          tags,
          summary: 'Create the first user, an administrator (409 when there is one)',
          body: contract.registerBody,
          response: { 200: contract.user },
        },
      },
      async (request) => viewUser(await auth.createFirstUser(request.body, callerOf(request))),
    )

    app.post(
      '/auth/register',
      {
        schema: {
          tags,
          summary: 'Create an account where registration allows it',
          body: contract.registerBody,
          response: { 201: contract.user },
        },
      },
      async (request, reply) => reply.code(201).send(viewUser(await auth.register(request.body, callerOf(request)))),
    )

    app.post(
      '/auth/login',
      {
        schema: {
          tags,
          summary: 'Sign in: a 24-hour token, also as cookie',
          body: contract.loginBody,
          response: { 200: contract.token },
        },
      },
      async (request, reply) => {
        const signIn = await auth.login(request.body.email, request.body.password, callerOf(request))
        setCookie(request, reply, signIn)
        return { access_token: signIn.token, token_type: 'bearer' as const, expires_in: TOKEN_SECONDS }
      },
    )

    app.post(
      '/auth/account-lookup',
      {
        schema: {
          tags,
          summary: 'Find an account with its e-mail and a recovery code',
          body: contract.lookupBody,
          response: { 200: contract.lookup },
        },
      },
      async (request) => {
        const row = await auth.lookup(request.body.email, request.body.recovery_code, callerOf(request))
        return { id: row.id, name: row.name, username: row.username, email: row.email }
      },
    )

    app.post(
      '/auth/reset-password',
      {
        schema: {
          tags,
          summary: 'Set a new password with a recovery code',
          body: contract.resetBody,
          response: { 200: contract.message },
        },
      },
      async (request) => {
        const { email, recovery_code: code, new_password: password } = request.body
        await auth.resetPassword(email, code, password, callerOf(request))
        return { message: 'Password reset successfully' }
      },
    )

    await app.register(ownRoutes(auth))
  }

const ownRoutes =
  (auth: Auth): FastifyPluginAsyncZod =>
  async (app) => {
    forUsers(app)

    app.get(
      '/auth/verify-token',
      { schema: { tags, summary: 'Is my token valid?', response: { 200: contract.message } } },
      async () => ({
        message: 'Token is valid',
      }),
    )

    app.post(
      '/auth/logout',
      { schema: { tags, summary: 'End this session', response: { 200: contract.message } } },
      async (request, reply) => {
        await auth.logout(viewerOf(request))
        reply.clearCookie(COOKIE, { path: '/' })
        return { message: 'Signed out' }
      },
    )

    app.get('/auth/me', { schema: { tags, summary: 'Who am I?', response: { 200: contract.user } } }, async (request) =>
      viewUser(await auth.me(viewerOf(request))),
    )

    app.put(
      '/auth/me',
      {
        schema: {
          tags,
          summary: 'Change my name, e-mail or password',
          body: contract.updateMeBody,
          response: { 200: contract.user },
        },
      },
      async (request) => viewUser(await auth.updateMe(viewerOf(request), request.body, callerOf(request))),
    )

    app.delete(
      '/auth/me',
      { schema: { tags, summary: 'Delete my account and everything of mine', response: { 200: contract.message } } },
      async (request, reply) => {
        await auth.deleteMe(viewerOf(request))
        reply.clearCookie(COOKIE, { path: '/' })
        return { message: 'User account deleted successfully' }
      },
    )

    app.post(
      '/auth/change-password',
      {
        schema: {
          tags,
          summary: 'Change my password and end my other sessions',
          body: contract.changePasswordBody,
          response: { 200: contract.message },
        },
      },
      async (request) => {
        const { current_password: current, new_password: next } = request.body
        await auth.changePassword(viewerOf(request), current, next, callerOf(request))
        return { message: 'Password updated successfully' }
      },
    )

    app.get(
      '/auth/recovery-codes',
      { schema: { tags, summary: 'How many recovery codes I have left', response: { 200: contract.recoveryState } } },
      async (request) => ({
        unused: await auth.countRecoveryCodes(viewerOf(request)),
      }),
    )

    app.post(
      '/auth/recovery-codes',
      {
        schema: {
          tags,
          summary: 'Make new one-time recovery codes; shown once',
          body: contract.confirmBody,
          response: { 200: contract.recoveryCodes },
        },
      },
      async (request) => ({
        codes: await auth.newRecoveryCodes(viewerOf(request), request.body.current_password, callerOf(request)),
      }),
    )
  }
