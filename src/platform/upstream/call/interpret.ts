import type { z } from 'zod'
import type { ServiceOptions } from '../options.ts'
import type { Answer, Verdict } from '../types.ts'
import { Fault, sentence } from './fault.ts'

type Service = Pick<ServiceOptions, 'name' | 'title' | 'examine'>
/** How an answer is to be read: of which endpoints, to a question that does no harm, by which clock. */
export type Reading = Readonly<{ family: string; isRead: boolean; now: number; scrub(text: string): string }>

/** Retry-After in milliseconds, from seconds or a date; undefined when there is none. */
function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined || value.trim() === '') return undefined
  const seconds = Number(value)
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}

function judge({ name, title }: Service, verdict: Exclude<Verdict, { means: 'none' }>, status: number): Fault {
  const message = sentence(title, verdict.reason)
  switch (verdict.means) {
    case 'wait':
      return new Fault(name, 'busy', message, { status, passing: true, waitMs: Math.max(0, verdict.seconds * 1000) })
    case 'again':
      return new Fault(name, 'failed', message, { status, passing: true, counts: true })
    default:
      return new Fault(name, verdict.means, message, { status })
  }
}

function byStatus({ name, title }: Service, { status, headers }: Answer, now: number): Fault | undefined {
  if (status >= 200 && status < 300) return undefined
  const waitMs = retryAfter(headers['retry-after'], now)
  if (status === 429 || (status === 503 && waitMs !== undefined)) {
    return new Fault(name, 'busy', `${title} asks us to wait`, {
      status,
      passing: true,
      counts: status === 503,
      waitMs,
    })
  }
  if (status === 401) return new Fault(name, 'refused', `${title} does not take our key`, { status })
  if (status === 403) return new Fault(name, 'refused', `${title} does not let us in (403)`, { status })
  const passing = status >= 500 || status === 408 || status === 425
  return new Fault(name, 'failed', `${title} answered with an error (${status})`, { status, passing, counts: passing })
}

/** A page where data should be, or half an answer: a proxy in between, or a server that broke off. */
function noJson({ name, title }: Service, { status, text }: Answer): Fault {
  const what = /^\s*(<!doctype|<html|<)/i.test(text) ? 'with a web page instead of data' : 'with half an answer or none'
  return new Fault(name, 'broken', `${title} answered ${what}`, { status, passing: true, counts: true })
}

/**
 * What an answer means: its body as it came, or null when there is nothing. Throws a `Fault`. The service's own
 * reading goes before the status.
 */
export function interpret(service: Service, answer: Answer, { family, isRead, now, scrub }: Reading): unknown {
  const verdict = service.examine?.(answer, family)
  if (verdict?.means === 'none') return null
  if (verdict) throw judge(service, { ...verdict, reason: scrub(verdict.reason) }, answer.status)
  if (answer.status === 404 || answer.status === 410) return null
  const fault = byStatus(service, answer, now)
  if (fault) throw fault
  if (answer.status === 204 || (answer.text === '' && !isRead)) return null
  if (answer.body === undefined) throw noJson(service, answer)
  return answer.body
}

/** The body as its schema has it; what has another shape is `broken`, and asking again does not help. */
export function checked<T>({ name, title }: Service, schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const where = issue ? ` (${issue.path.join('.') || 'its whole'}: ${issue.message})` : ''
  throw new Fault(name, 'broken', sentence(title, `its answer has an unknown shape${where}`), { cause: result.error })
}
