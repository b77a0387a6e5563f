import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../../../errors.ts'

/** The user a reply is made for. */
export type Viewer = Readonly<{ id: number; name: string; email: string; role: 'admin' | 'user'; sessionId: string }>

declare module 'fastify' {
  interface FastifyRequest {
    /** null: nobody is signed in. */
    viewer: Viewer | null
    /** Why a given token was refused, or that nobody has an account yet. */
    tokenProblem: AppError | null
  }
  interface FastifyContextConfig {
    /** Who may call the route, for the API document; absent: anyone. */
    access?: 'user' | 'admin'
  }
}

/** The signed-in user of a request, or the error that says who is asking. */
export function viewerOf(request: FastifyRequest): Viewer {
  if (request.viewer) return request.viewer
  throw request.tokenProblem ?? new AppError('AUTH_REQUIRED')
}

/** Hook for scopes that need a user. */
async function requireUser(request: FastifyRequest, _reply: FastifyReply): Promise<void> {
  viewerOf(request)
}

/** Hook for scopes that need an administrator. */
async function requireAdmin(request: FastifyRequest, _reply: FastifyReply): Promise<void> {
  if (viewerOf(request).role !== 'admin') throw new AppError('FORBIDDEN')
}

type Scope = Pick<FastifyInstance, 'addHook'>

/** Opens every route of a scope to signed-in users only (401), and says so in the API document. */
export function forUsers(app: Scope): void {
  app.addHook('onRequest', requireUser)
  describeAccess(app, 'user')
}

/** Opens every route of a scope to administrators only (401, 403), and says so in the API document. */
export function forAdmins(app: Scope): void {
  app.addHook('onRequest', requireAdmin)
  describeAccess(app, 'admin')
}

function describeAccess(app: Scope, access: 'user' | 'admin'): void {
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, access }
  })
}
