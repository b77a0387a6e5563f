import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../../../errors.ts'
import { clientAddress } from './client-address.ts'

/** `name` keeps the counts of routes apart; `max` requests a minute. `false`: not counted, headers only. */
type RateLimit = Readonly<{ name: string; max: number }> | false
type Limits = Readonly<{ anonymous: number; user: number }>
type Count = { limit: number; used: number }

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Counts a request that no hook sees, with the headers of every reply; throws like the limit itself. Counted apart,
     * because behind a proxy these have the address of the proxy, not of the caller.
     */
    countRefused?(request: FastifyRequest, reply: FastifyReply): void
  }
  interface FastifyContextConfig {
    rateLimit?: RateLimit
  }
}

const WINDOW_MS = 60_000

/**
 * Fixed windows that begin on the minute, counted in this process: per user for signed-in callers, per address for
 * others. A route's own limit replaces the general one. Every reply says how much is left.
 */
export function limitRates(app: FastifyInstance, limits: Limits, now: () => number = () => Date.now()): void {
  let windowStart = 0
  const counts = new Map<string, Count>()

  const countOf = (request: FastifyRequest, own?: RateLimit): Count => {
    const start = now() - (now() % WINDOW_MS)
    if (start !== windowStart) {
      counts.clear()
      windowStart = start
    }
    const caller = request.viewer ? `user:${request.viewer.id}` : `address:${clientAddress(request)}`
    const limit = own ? own.max : request.viewer ? limits.user : limits.anonymous
    const key = `${own ? own.name : 'general'}|${caller}`
    const count = counts.get(key) ?? { limit, used: 0 }
    counts.set(key, count)
    return count
  }

  const show = (reply: FastifyReply, { limit, used }: Count) =>
    reply
      .header('x-ratelimit-limit', limit)
      .header('x-ratelimit-remaining', Math.max(0, limit - used))
      .header('x-ratelimit-reset', (windowStart + WINDOW_MS) / 1000)

  const take = (request: FastifyRequest, reply: FastifyReply, own?: RateLimit) => {
    const count = countOf(request, own)
    if (own !== false) count.used++
    show(reply, count)
    if (count.used > count.limit) throw tooMany(count.limit, windowStart + WINDOW_MS, now())
  }

  app.addHook('onRequest', async (request, reply) => take(request, reply, request.routeOptions.config.rateLimit))
  app.decorate('countRefused', (request: FastifyRequest, reply: FastifyReply) =>
    take(request, reply, { name: 'refused', max: limits.anonymous }),
  )
  // Preflights are answered before they could be counted.
  app.addHook('onSend', async (request, reply) => {
    if (!reply.hasHeader('x-ratelimit-limit')) show(reply, countOf(request, request.routeOptions.config.rateLimit))
  })
}

/** The documented 429: when to come back, in seconds and as a time. */
export function tooMany(limit: number, resetMs: number, nowMs: number): AppError {
  return new AppError('RATE_LIMIT_EXCEEDED', {
    extras: {
      retry_after: Math.max(1, Math.ceil((resetMs - nowMs) / 1000)),
      limit,
      remaining: 0,
      reset_at: new Date(resetMs).toISOString(),
    },
  })
}
