import { createHash } from 'node:crypto'
import type { UpstreamRequest } from '../types.ts'

export type Asked = Omit<UpstreamRequest<unknown>, 'schema'>

export const methodOf = ({ method, body }: Asked) => method ?? (body === undefined ? 'GET' : 'POST')
/** Asking twice does no harm: every GET, and a POST whose answer is kept. */
export const isRead = (request: Asked) => methodOf(request) === 'GET' || request.keep !== undefined

/**
 * The address of a request. A path must stay below the base address: parts of it come out of replies, and `..` or
 * `//` there must not lead elsewhere with our key.
 */
export function addressOf(baseUrl: string, { path, query = {} }: Asked): URL {
  const base = baseUrl.replace(/\/+$/, '')
  const url = new URL(`${base}${path === '' || path.startsWith('/') ? path : `/${path}`}`)
  const { origin, pathname } = new URL(base)
  const root = pathname.replace(/\/+$/, '')
  if (url.origin !== origin || !(url.pathname === root || url.pathname.startsWith(`${root}/`)))
    throw new TypeError('the path of a request leaves its service')
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.append(name, String(value))
  return url
}

/** The body as it is sent, with its type. */
export function bodyOf({ body }: Asked): { text: string; type: string } | undefined {
  if (body === undefined) return undefined
  return body instanceof URLSearchParams
    ? { text: body.toString(), type: 'application/x-www-form-urlencoded;charset=UTF-8' }
    : { text: JSON.stringify(body), type: 'application/json' }
}

/** The same for the same question: by address, body and the headers of this one request. */
export function keyOf(baseUrl: string, request: Asked): string {
  const url = addressOf(baseUrl, request)
  url.searchParams.sort()
  const headers = Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])
  const parts = [methodOf(request), url.href, bodyOf(request)?.text ?? '', headers.sort()]
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}
