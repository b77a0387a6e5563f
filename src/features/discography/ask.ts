import { AppError } from '../../errors.ts'
import { UpstreamError } from '../../platform/upstream/types.ts'

/** A provider and its way to answer one question: what `Providers.of` lists. */
export type Answerer<A> = Readonly<{ name: string; title: string; port: A }>
/** Who could not be asked, and why, in human words. */
export type Unavailable = { provider: string; reason: string }
export type Answered<T> = { value: T; source: string }
export type First<T> = { found: Answered<T> | null; unavailable: Unavailable[]; asked: number }
export type Every<T> = { answers: Answered<T>[]; unavailable: Unavailable[]; asked: number }

const isNothing = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0)

/** Only what a service did is forgiven, and that it took too long; a fault of ours is not. */
function excuse(error: unknown, title: string): Unavailable {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return { provider: title, reason: `${title} takes too long` }
  if (!(error instanceof UpstreamError)) throw error
  return { provider: title, reason: error.message }
}

/**
 * Asks one provider after the other until one has something. Those that cannot be asked are named; `asked` counts
 * those that answered, with something or nothing: 0 means that nobody could be asked.
 */
export async function askFirst<A, T>(
  answerers: readonly Answerer<A>[],
  question: (port: A) => Promise<T | null>,
): Promise<First<T>> {
  const unavailable: Unavailable[] = []
  let asked = 0
  for (const { name, title, port } of answerers) {
    try {
      const value = await question(port)
      asked++
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
  question: (port: A) => Promise<T | null>,
): Promise<Every<T>> {
  const settled = await Promise.allSettled(answerers.map(({ port }) => question(port)))
  const answers: Answered<T>[] = []
  const unavailable: Unavailable[] = []
  for (const [at, result] of settled.entries()) {
    const { name, title } = answerers[at] as Answerer<A>
    if (result.status === 'rejected') unavailable.push(excuse(result.reason, title))
    else if (result.value !== null && !isNothing(result.value)) answers.push({ value: result.value, source: name })
  }
  return { answers, unavailable, asked: answerers.length - unavailable.length }
}

/** Who could not be asked, each with its reason, in one line for people. */
export const inWords = (unavailable: readonly Unavailable[]): string =>
  distinct(unavailable)
    .map(({ provider, reason }) => `${provider}: ${reason}`)
    .join(' · ')

/** Nobody could be asked what a request depends on. */
export const unanswered = (unavailable: readonly Unavailable[]): AppError =>
  new AppError('SERVICE_UNAVAILABLE', { details: inWords(unavailable) || 'No provider is enabled' })

/** One line a provider. */
export function distinct(unavailable: readonly Unavailable[]): Unavailable[] {
  return [...new Map(unavailable.map((one) => [one.provider, one])).values()]
}
