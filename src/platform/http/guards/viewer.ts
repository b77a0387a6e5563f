import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../../../errors.ts'

/** The user a reply is made for. */
export type Viewer = Readonly<{ id: number; name: string; email: string; role: 'admin' | 'user'; sessionId: string }>

declare module 'fastify' {
  interface FastifyRequest {
    /** null: nobody is signed in. */
    viewer: Viewer | null
    /** Why a given token was refused. */
    tokenProblem: AppError | null
  }
}

/** The signed-in user of a request, or the error that says who is asking. */
export function viewerOf(request: FastifyRequest): Viewer {
  if (request.viewer) return request.viewer
  throw request.tokenProblem ?? new AppError('AUTH_REQUIRED')
}

/** Hook for scopes that need a user. */
export async function requireUser(request: FastifyRequest, _reply: FastifyReply): Promise<void> {
  viewerOf(request)
}

/** Hook for scopes that need an administrator. */
export async function requireAdmin(request: FastifyRequest, _reply: FastifyReply): Promise<void> {
  if (viewerOf(request).role !== 'admin') throw new AppError('FORBIDDEN')
}
