import type { z } from 'zod'

/** An answer that was kept and is too old by now; it is given because the service cannot be asked, for this reason. */
export type StaleAnswer = Readonly<{ reason: string; fetchedAt: Date }>
/**
 * Who waits for an answer, the first before the others: a person at a screen, work that somebody asked for and looks at,
 * or a job of the schedule. `who` of the persons, by the id of the user: they take turns. `since`: answers that were kept
 * before are asked for anew. `onStale` hears of each answer that is an old one. `probe`: an administrator looks whether
 * the service is well; nothing kept answers, it is asked although it is blocked or left alone, and a good answer ends
 * that.
 */
export type Ask = Readonly<{
  priority: 'person' | 'soon' | 'background'
  who?: string | undefined
  probe?: boolean | undefined
  signal?: AbortSignal | undefined
  since?: Date | undefined
  onStale?: ((answer: StaleAnswer) => void) | undefined
}>

/**
 * Why a service could not be asked, or gave nothing of use:
 * `off` switched off or offline; `unable` this endpoint is closed to us; `busy` it asked us to wait, until `until`;
 * `budget` our own budget of the day is spent; `refused` it does not take our key; `unreachable` no connection;
 * `timeout` too slow; `failed` it answered with an error; `broken` its answer makes no sense or is too large.
 */
export type UpstreamProblem =
  | 'off'
  | 'unable'
  | 'busy'
  | 'budget'
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'failed'
  | 'broken'

type Details = Readonly<{ status?: number; until?: Date | undefined; cause?: unknown }>

/** A service could not be asked. "Asked, and there is nothing" is no error: it is null or an empty list. */
export class UpstreamError extends Error {
  override name = 'UpstreamError'
  readonly upstream: string
  readonly problem: UpstreamProblem
  readonly status: number | undefined
  readonly until: Date | undefined

  /** `message` is for people: what happened, without keys and addresses. */
  constructor(upstream: string, problem: UpstreamProblem, message: string, { status, until, cause }: Details = {}) {
    super(message, { cause })
    this.upstream = upstream
    this.problem = problem
    this.status = status
    this.until = until
  }
}

/** So many questions of one user wait for a service that it takes no more of theirs before `until`. */
export class TooManyWaiting extends UpstreamError {
  constructor(upstream: string, message: string, until: Date) {
    super(upstream, 'busy', message, { until })
  }
}

/**
 * What a service means by an answer, where its status does not say it: some send errors with 200. `none`: there is
 * nothing. `wait`: not now, for so many seconds. `again`: a passing fault. `unable`: this endpoint is closed to us.
 */
export type Verdict =
  | { means: 'none' }
  | { means: 'wait'; seconds: number; reason: string }
  | { means: 'again'; reason: string }
  | { means: 'unable' | 'refused' | 'failed'; reason: string }
export type Answer = Readonly<{
  status: number
  headers: Readonly<Record<string, string>>
  body: unknown
  text: string
}>

export type UpstreamRequest<T> = Readonly<{
  /** Endpoints that share a budget and a capability: 'search', 'artist-albums'. */
  family: string
  /** Below the base address. */
  path: string
  /** Undefined values are left out. */
  query?: Readonly<Record<string, string | number | undefined>>
  method?: 'GET' | 'POST'
  /** JSON, or a form. */
  body?: object | URLSearchParams
  headers?: Readonly<Record<string, string>>
  schema: z.ZodType<T>
  /** How long an answer is kept, in seconds; 0 or none: not at all. Only for GET and for POST that reads. */
  keep?: Readonly<{ hit: number; miss: number }>
  /** Ask anew although an answer is kept. */
  fresh?: boolean
}>

/** One service on the internet. */
export type Upstream = Readonly<{
  name: string
  /** The checked answer; null: asked, and there is nothing (404). Throws `UpstreamError`. */
  json<T>(request: UpstreamRequest<T>, ask: Ask): Promise<T | null>
  /** As far as this process and the database know. */
  state(): Promise<UpstreamState>
}>

export type UpstreamState = Readonly<{
  /** Switched on, and with the key it needs. */
  enabled: boolean
  circuit: 'closed' | 'open' | 'half-open'
  /** It asked us to wait until then. */
  blockedUntil: Date | null
  blockedReason: string | null
  lastError: string | null
  lastErrorAt: Date | null
  lastSuccessAt: Date | null
  /** Endpoints that are closed to us, with the reason in human words. */
  unable: readonly Readonly<{ family: string; reason: string; since: Date }>[]
  /** Calls of the last 24 hours by family, with the budget where there is one. */
  usage: readonly Readonly<{ family: string; calls: number; failures: number; budget: number | null }>[]
}>
