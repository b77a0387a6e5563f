import { Agent, type Dispatcher, fetch, type Response } from 'undici'
import { openScope } from './abort.ts'
import { checkUrl, createGuardedAgent, RefusedAddress, type Resolve, redirectTarget } from './guard/agent.ts'
import { UpstreamError, type UpstreamProblem } from './types.ts'
import { dropBody, readBody, TooLarge } from './wire/body.ts'

const MOST_REDIRECTS = 3
const CONNECT_MS = 5000

type Log = Readonly<{ debug(fields: object, text: string): void }>
type Common = Readonly<{
  userAgent: string
  /** Of addresses that an administrator wrote: only these may be on this machine or in its network. */
  trustedOrigins: readonly string[]
  log: Log
  /** For tests. */
  lookup?: Resolve
}>
export type GuardedRequest = Readonly<{
  maxBytes: number
  /** Of all of it: redirects and body too. */
  timeoutMs: number
  /** What content-type must match. */
  accept: RegExp
  signal?: AbortSignal | undefined
}>
/** `url`: where it came from in the end. */
export type Guarded = Readonly<{ bytes: Buffer; type: string; url: string }>

/** The server answered, but not with what was asked for. */
class Unwanted extends Error {
  readonly problem: UpstreamProblem
  readonly status: number | undefined
  constructor(problem: UpstreamProblem, message: string, status?: number) {
    super(message)
    this.problem = problem
    this.status = status
  }
}

/** Error of a fetch in words for people. The host is all of the address that they show: queries may carry keys. */
function translate(error: unknown, host: string, timedOut: boolean): UpstreamError {
  const fail = (problem: UpstreamProblem, text: string, status?: number) =>
    new UpstreamError(host, problem, `${host}: ${text}`, { cause: error, ...(status !== undefined && { status }) })
  if (timedOut) return fail('timeout', 'took too long')
  const refused = error instanceof Error && error.cause instanceof RefusedAddress ? error.cause : error
  if (refused instanceof RefusedAddress) return fail('refused', refused.message)
  if (error instanceof TooLarge) return fail('broken', error.message)
  if (error instanceof Unwanted) return fail(error.problem, error.message, error.status)
  return fail('unreachable', 'cannot be reached')
}

async function receive(response: Response, { maxBytes, accept }: GuardedRequest): Promise<Omit<Guarded, 'url'>> {
  const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const trouble = !response.ok
    ? new Unwanted('failed', `answered with an error (${response.status})`, response.status)
    : !accept.test(type) && new Unwanted('broken', `sent something else (${type.slice(0, 100) || 'of no type'})`)
  const tooLarge = Number(response.headers.get('content-length') ?? 0) > maxBytes && new TooLarge('is too large')
  if (!trouble && !tooLarge) return { bytes: await readBody(response, maxBytes), type }
  await dropBody(response)
  throw trouble || tooLarge
}

/**
 * Fetches what addresses out of answers and from users lead to. Only public addresses are connected to: each name is
 * resolved once, by the connection itself, and each redirect is looked at anew.
 */
export function createGuardedFetch({ userAgent, trustedOrigins, log, lookup }: Common) {
  const guarded = createGuardedAgent(lookup, CONNECT_MS)
  const plain = new Agent({ connect: { timeout: CONNECT_MS } })
  const trusted = new Set(trustedOrigins.map((one) => new URL(one).origin))
  const closing = new AbortController()

  function dispatcherFor(url: URL): Dispatcher {
    if (trusted.has(url.origin) && !url.username && !url.password) return plain
    checkUrl(url)
    return guarded
  }

  async function follow(first: URL, signal: AbortSignal, request: GuardedRequest): Promise<Guarded> {
    let url = first
    for (let redirects = 0; ; redirects++) {
      const headers = { 'user-agent': userAgent, accept: '*/*' }
      const response = await fetch(url, { dispatcher: dispatcherFor(url), headers, redirect: 'manual', signal })
      if (![301, 302, 303, 307, 308].includes(response.status))
        return { ...(await receive(response, request)), url: url.href }
      await dropBody(response)
      if (redirects === MOST_REDIRECTS) throw new Unwanted('broken', 'too many redirects')
      const next = redirectTarget(url, response.headers.get('location'))
      if (!next) throw new Unwanted('broken', 'a redirect without an address')
      url = next
    }
  }

  return {
    /** Throws `UpstreamError`; its `refused` says that the address itself is not asked. Cancelled: the signal's reason. */
    async bytes(address: string, request: GuardedRequest): Promise<Guarded> {
      if (!URL.canParse(address)) throw new UpstreamError('address', 'refused', 'this is no address')
      const url = new URL(address)
      const scope = openScope([request.signal, closing.signal], request.timeoutMs)
      try {
        scope.signal.throwIfAborted()
        return await follow(url, scope.signal, request)
      } catch (error) {
        if (scope.signal.aborted && !scope.timedOut()) throw scope.signal.reason
        const translated = translate(error, url.host, scope.timedOut())
        log.debug({ host: url.host, problem: translated.problem, reason: translated.message }, 'a file was not fetched')
        throw translated
      } finally {
        scope.end()
      }
    },

    async close(): Promise<void> {
      closing.abort(new DOMException('the server stops', 'AbortError'))
      await Promise.all([guarded.destroy(), plain.destroy()])
    },
  }
}
