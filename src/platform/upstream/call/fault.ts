import { UpstreamError, type UpstreamProblem } from '../types.ts'

type Options = Readonly<{
  status?: number
  cause?: unknown
  /** Asking again may help. */
  passing?: boolean
  /** It says that the service is unwell, rather than this one question. */
  counts?: boolean
  /** The service asks us to wait so long. */
  waitMs?: number | undefined
}>

/** What became of one attempt that failed, with what decides about the next one. */
export class Fault extends UpstreamError {
  override name = 'UpstreamError'
  readonly passing: boolean
  readonly counts: boolean
  readonly waitMs: number | undefined

  constructor(upstream: string, problem: UpstreamProblem, message: string, options: Options = {}) {
    const { status, cause, passing = false, counts = false, waitMs } = options
    super(upstream, problem, message, { cause, ...(status !== undefined && { status }) })
    this.passing = passing
    this.counts = counts
    this.waitMs = waitMs
  }
}

/** A length of time for people: "12 s", "5 min", "3 h", "2 days". */
export function spell(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000))
  if (seconds < 120) return `${seconds} s`
  if (seconds < 7200) return `${Math.ceil(seconds / 60)} min`
  return seconds < 172_800 ? `${Math.ceil(seconds / 3600)} h` : `${Math.ceil(seconds / 86_400)} days`
}

/** A reason as a sentence about the service, at most 300 characters on one line. */
export function sentence(title: string, reason: string): string {
  const text = reason.replace(/\s+/g, ' ').trim()
  const named = text.includes(title) ? text : `${title}: ${text}`
  return named.length > 300 ? `${named.slice(0, 299)}…` : named
}
