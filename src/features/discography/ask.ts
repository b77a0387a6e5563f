import { AppError } from '../../errors.ts'
import { TooManyWaiting, UpstreamError } from '../../platform/upstream/types.ts'
import type { Ask } from '../../providers/ports.ts'

/** A provider and its way to answer one question: what `Providers.of` lists. */
export type Answerer<A> = Readonly<{ name: string; title: string; port: A }>
/** Who could not be asked, and why, in human words; an old answer of theirs may stand for a new one. */
export type Unavailable = { provider: string; reason: string; crowdedUntil?: Date }
export type Answered<T> = { value: T; source: string }
export type First<T> = { found: Answered<T> | null; unavailable: Unavailable[]; asked: number }
export type Every<T> = { answers: Answered<T>[]; unavailable: Unavailable[]; asked: number }

const isNothing = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0)

/** Only what a service did is forgiven, and that it took too long; a fault of ours is not. */
function excuse(error: unknown, title: string): Unavailable {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return { provider: title, reason: `${title} takes too long` }
  if (!(error instanceof UpstreamError)) throw error
  const { message: reason, until } = error
  return { provider: title, reason, ...(error instanceof TooManyWaiting && until && { crowdedUntil: until }) }
}

/** `ask`, with old answers of a provider put among those that could not be asked. */
export const noting = (ask: Ask, provider: string, unavailable: Unavailable[]): Ask => ({
  ...ask,
  onStale: ({ reason, fetchedAt }) =>
    unavailable.push({ provider, reason: `${reason} (its answer of ${fetchedAt.toISOString().slice(0, 10)} is used)` }),
})

/**
 * Asks one provider after the other until one has something. Those that cannot be asked are named; `asked` counts
 * those that answered now, with something or nothing: 0 means that nobody could be asked.
 */
export async function askFirst<A, T>(
  answerers: readonly Answerer<A>[],
  ask: Ask,
  question: (port: A, ask: Ask) => Promise<T | null>,
): Promise<First<T>> {
  const unavailable: Unavailable[] = []
  let asked = 0
  for (const { name, title, port } of answerers) {
    try {
      const before = unavailable.length
      const value = await question(port, noting(ask, title, unavailable))
      if (unavailable.length === before) asked++
      if (value !== null && !isNothing(value)) return { found: { value, source: name }, unavailable, asked }
    } catch (error) {
      unavailable.push(excuse(error, title))
    }
  }
  return { found: null, unavailable, asked }
}

/** Asks all of them at once; answers in their order. */
export async function askEvery<A, T>(
  answerers: readonly Answerer<A>[],
  ask: Ask,
  question: (port: A, ask: Ask) => Promise<T | null>,
): Promise<Every<T>> {
  const unavailable: Unavailable[] = []
  const settled = await Promise.allSettled(
    answerers.map(({ title, port }) => question(port, noting(ask, title, unavailable))),
  )
  const answers: Answered<T>[] = []
  for (const [at, result] of settled.entries()) {
    const { name, title } = answerers[at] as Answerer<A>
    if (result.status === 'rejected') unavailable.push(excuse(result.reason, title))
    else if (result.value !== null && !isNothing(result.value)) answers.push({ value: result.value, source: name })
  }
  return { answers, unavailable, asked: answerers.length - distinct(unavailable).length }
}

/** Who could not be asked, each with its reason, in one line for people. */
export const inWords = (unavailable: readonly Unavailable[]): string =>
  distinct(unavailable)
    .map(({ provider, reason }) => `${provider}: ${reason}`)
    .join(' · ')

/** Nobody could be asked what a request depends on; 429 when it is this user's own questions that fill the line. */
export function unanswered(unavailable: readonly Unavailable[]): AppError {
  const details = inWords(unavailable) || 'No provider is enabled'
  const waits = unavailable.flatMap(({ crowdedUntil }) => (crowdedUntil ? [crowdedUntil.getTime() - Date.now()] : []))
  if (waits.length === 0) return new AppError('SERVICE_UNAVAILABLE', { details })
  const seconds = Math.max(1, Math.ceil(Math.min(...waits) / 1000))
  return new AppError('RATE_LIMIT_EXCEEDED', { details, extras: { retry_after: seconds } })
}

/** One line a provider. */
export function distinct(unavailable: readonly Unavailable[]): Unavailable[] {
  return [...new Map(unavailable.map((one) => [one.provider, one])).values()]
}
