import { createAnswers, keyToKeep } from '../memory/answers.ts'
import { isBlocked, isClosed } from '../memory/knowledge.ts'
import type { ServiceOptions } from '../options.ts'
import type { KeptAnswer } from '../store.ts'
import {
  type Ask,
  type StaleAnswer,
  type Upstream,
  UpstreamError,
  type UpstreamRequest,
  type UpstreamState,
} from '../types.ts'
import { keyOf, methodOf } from '../wire/request.ts'
import { call, type Found } from './attempts.ts'
import { createDesk, type Means } from './desk.ts'
import { createFlights } from './flights.ts'
import type { Errand } from './turnstile.ts'

type Options = Readonly<{ service: ServiceOptions; means: Means; offline: boolean }>
type Kept<T> = Readonly<{ answer: KeptAnswer; value: T | null }>
type Told<T> = Readonly<{ value: T | null; stale?: StaleAnswer }>

/** One service: what is kept is answered at once, the rest is asked, and what cannot be asked is answered stale. */
export function createService({ service, means, offline }: Options): Upstream {
  const { name, title, baseUrl } = service
  const { log } = means
  const desk = createDesk(service, means)
  const answers = createAnswers({ name, store: means.store, now: desk.now, log })
  const share = createFlights(desk.turnstile.join)
  const enabled = () => service.enabled?.() ?? true

  /** What was kept may be of an older shape than we read today: then there is none. */
  async function load<T>(key: string | undefined, request: UpstreamRequest<T>): Promise<Kept<T> | undefined> {
    const answer = key === undefined ? undefined : await answers.load(key)
    if (!answer || answer.body === null) return answer && { answer, value: null }
    const read = request.schema.safeParse(answer.body)
    return read.success ? { answer, value: read.data } : undefined
  }

  async function ask<T>(
    key: string | undefined,
    request: UpstreamRequest<T>,
    errand: Errand,
    since: Date | undefined,
  ): Promise<Told<T>> {
    const kept = await load(key, request)
    const enough = kept && answers.isFresh(kept.answer) && (!since || kept.answer.fetchedAt >= since)
    if (enough && !request.fresh) return kept
    try {
      if (offline) throw new UpstreamError(name, 'off', `${title} is not asked: this server works offline`)
      const found: Found<T> = await call({ desk, request, errand })
      if (key !== undefined) await answers.save(key, request, found.body)
      return found
    } catch (error) {
      if (!kept || !(error instanceof UpstreamError)) throw error
      const { problem, message } = error
      log.debug({ upstream: name, family: request.family, problem, reason: message }, 'answered with what was kept')
      return { value: kept.value, stale: { reason: message, fetchedAt: kept.answer.fetchedAt } }
    }
  }

  return {
    name,
    async json<T>(request: UpstreamRequest<T>, who: Ask): Promise<T | null> {
      means.closing.throwIfAborted()
      if (!enabled()) throw new UpstreamError(name, 'off', `${title} is switched off`)
      const key = who.probe ? undefined : keyToKeep(baseUrl, request)
      const isShared = !who.probe && methodOf(request) === 'GET'
      const shared = key ?? (isShared ? keyOf(baseUrl, request) : undefined)
      const flight =
        shared === undefined ? undefined : `${request.fresh ? 'fresh' : 'kept'} ${who.since?.getTime() ?? ''} ${shared}`
      const { since, onStale } = who
      const told = await share({ key: flight, schema: request.schema }, who, (errand) =>
        ask(key, request, errand, since),
      )
      if (told.stale) onStale?.(told.stale)
      return told.value
    },

    async state(): Promise<UpstreamState> {
      const { state, unable, usage } = await means.store.read(name)
      const blocked = isBlocked(state, desk.now())
      return {
        ...state,
        enabled: enabled() && !offline,
        circuit: desk.circuit.state(),
        blockedUntil: blocked ? state.blockedUntil : null,
        blockedReason: blocked ? state.blockedReason : null,
        unable: unable.filter((one) => isClosed(one, desk.now())).map(({ retryAt: _, ...one }) => one),
        usage: usage.map((one) => ({ ...one, budget: service.budget ?? null })),
      }
    },
  }
}
