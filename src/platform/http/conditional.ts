import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Only the reader's own browser keeps the reply, and asks each time whether it still holds. */
const CACHE = 'private, max-age=0, must-revalidate'
/** The same address is a page for a browser that navigates. */
const VARY = ['Authorization', 'Cookie', 'Accept', 'Sec-Fetch-Mode', 'Accept-Encoding']

/**
 * `onSend` hook of a route that answers JSON: a weak ETag of the reply as it is, and 304 for a caller that has it.
 * `If-Modified-Since` alone never makes a 304: a reply also changes with what its reader marks, which has no time.
 */
export async function revalidate(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (reply.statusCode !== 200 || typeof payload !== 'string') return payload
  const etag = `W/"${createHash('sha1').update(payload).digest('base64url')}"`
  reply.headers({ etag, 'cache-control': CACHE, vary: merged(reply.getHeader('vary')) })
  if (!isCurrent(request.headers['if-none-match'], etag)) return payload
  reply.code(304)
  return ''
}

/** Does `If-None-Match` name this ETag? Weak and strong ones count alike, as RFC 9110 wants for reading. */
export function isCurrent(ifNoneMatch: string | undefined, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  return (ifNoneMatch ?? '').split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag))
}

/** The newest of some times, for `Last-Modified`; undefined when there is none. */
export function newest(times: readonly string[]): string | undefined {
  const latest = times.reduce((best, time) => Math.max(best, Date.parse(time)), Number.NEGATIVE_INFINITY)
  return Number.isFinite(latest) ? new Date(latest).toUTCString() : undefined
}

function merged(before: number | string | string[] | undefined): string {
  const known = [before ?? []].flat().join(',').split(',')
  const names = [...known, ...VARY].map((name) => name.trim()).filter(Boolean)
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()].join(', ')
}
