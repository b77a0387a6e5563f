import type { FastifyRequest } from 'fastify'

type LoggedError = { type: string; message: string; stack: string; code?: string }

/**
 * An error with all its causes, for the log. A failed query carries the values it was called with in its message, and
 * Postgres quotes rows in `detail`: hashes and e-mails. So values are cut off, and of the other fields only the code
 * is kept.
 */
export function describeError(error: unknown): LoggedError {
  const chain = chainOf(error)
  const code = chain.map(codeOf).find((found) => found !== undefined)
  return {
    type: error instanceof Error ? error.constructor.name : typeof error,
    message: chain.map((one) => withoutValues(one instanceof Error ? one.message : String(one))).join(': '),
    stack: chain.map(stackOf).join('\ncaused by: '),
    ...(code !== undefined && { code }),
  }
}

/** The error, what it was caused by, and the parts of one that is several. */
function chainOf(error: unknown, seen = new Set<unknown>()): unknown[] {
  if (seen.has(error)) return []
  seen.add(error)
  if (!(error instanceof Error)) return [error]
  const parts: unknown[] = error instanceof AggregateError ? error.errors : []
  const causes = error.cause === undefined ? parts : [error.cause, ...parts]
  return [error, ...causes.flatMap((cause) => chainOf(cause, seen))]
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Values may look like frames: only what follows the whole message is one.
  const at = error.stack?.indexOf(error.message) ?? -1
  const frames = at < 0 ? '' : error.stack?.slice(at + error.message.length)
  return `${error.constructor.name}: ${withoutValues(error.message)}${frames}`
}

const withoutValues = (text: string): string => text.split('\nparams:')[0] ?? ''

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/** What need not be escaped in an address: `%65` says the same as `e`, also to the router. */
const plain = (url: string): string =>
  url.replace(/%[2-7][0-9a-f]/gi, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
    return /[\w.~-]/.test(character) ? character : escaped
  })

/** Whoever knows the id of a session without an owner may read its history, so it is a secret like a token. */
const withoutSecrets = (url: string): string =>
  plain(url)
    .replace(/([?&](?:token|code|session_token|session_id)=)[^&]*/gi, '$1***')
    .replace(/(\/api\/v1\/sessions\/)[^/?]+/g, '$1***')
    .replace(/emo_[\w-]{22}/g, 'emo_***')

/** Logger options that keep secrets out of the log: no headers, no tokens and ids in addresses, no values of queries. */
export const redact = {
  serializers: {
    err: describeError,
    req: (request: FastifyRequest) => ({
      method: request.method,
      url: withoutSecrets(request.url),
      address: request.ip,
    }),
    res: (reply: { statusCode: number }) => ({ statusCode: reply.statusCode }),
  },
}
