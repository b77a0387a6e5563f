import type { Circuit } from '../call/circuit.ts'
import type { Time } from '../call/desk.ts'
import { type Fault, sentence, spell } from '../call/fault.ts'
import type { ServiceOptions } from '../options.ts'
import type { UpstreamStore } from '../store.ts'
import { type Ask, TooManyWaiting, UpstreamError } from '../types.ts'
import type { Health } from './health.ts'
import { isBlocked, isClosed, type Known, LONGEST_BLOCK_MS, RETRY_CLOSED_MS } from './knowledge.ts'

const LONGEST_WAIT_MS = 30_000
/** When a service says that it is too much, again and again, but not for how long. */
const UNSAID_WAIT_MS = 60_000
/** A wait that is longer is told to whoever runs the server. */
const WORTH_TELLING_MS = 60_000
/** What of a budget background work may use; the rest is for people. */
const BACKGROUND_SHARE = 0.75

type Priority = Ask['priority']
type Options = Readonly<{
  service: ServiceOptions
  store: UpstreamStore
  known: Known
  circuit: Circuit
  health: Health
  time: Pick<Time, 'now' | 'elapsed' | 'random'>
}>

/** "MusicBrainz asks us to wait 12 s". */
function busy({ name, title }: ServiceOptions, reason: string, until: number, now: number): UpstreamError {
  const asks = `${title} asks us to wait`
  const text =
    reason === asks ? `${asks} ${spell(until - now)}` : `${reason}; it is asked again in ${spell(until - now)}`
  return new UpstreamError(name, 'busy', text, { until: new Date(until) })
}

/** Decides whether a service may be asked now, and remembers what it said about that. */
export function createAdmission({ service, store, known, circuit, health, time }: Options) {
  const { name, title, limits } = service
  const { now, elapsed, random } = time
  /** By the clock that is never set. */
  let heldUntil = 0

  const limitFor = (priority: Priority) =>
    Math.floor((service.budget ?? 0) * (priority === 'background' ? BACKGROUND_SHARE : 1))
  function spent(family: string, priority: Priority): UpstreamError {
    const text =
      priority !== 'background'
        ? `the ${service.budget} calls a day for ${family} are used up`
        : `what background work may use of the ${service.budget} calls a day for ${family} is used up`
    return new UpstreamError(name, 'budget', `${title}: ${text}`)
  }
  function unwell(): UpstreamError {
    const last = circuit.lastFault()
    const wait = circuit.openFor()
    const text = `${last?.message ?? `${title} does not answer`}; it is asked again in ${spell(wait)}`
    return new UpstreamError(name, last?.problem ?? 'failed', text, { until: new Date(now() + wait), cause: last })
  }
  const backoff = (attempt: number) =>
    Math.min(
      LONGEST_WAIT_MS,
      Math.min(limits.backoffCapMs ?? LONGEST_WAIT_MS, (limits.backoffMs ?? 500) * 2 ** attempt) * (0.5 + random()),
    )

  /** Throws when the service as a whole is not to be asked now. */
  async function admit(): Promise<void> {
    const { state } = await known.recent()
    if (state.blockedUntil && isBlocked(state, now()))
      throw busy(service, state.blockedReason ?? `${title} asks us to wait`, state.blockedUntil.getTime(), now())
    if (circuit.state() === 'open') throw unwell()
  }

  return {
    admit,
    backoff,
    unwell,
    held: () => heldUntil - elapsed(),
    tooLong(wait: number): UpstreamError {
      heldUntil = elapsed() + wait
      return busy(service, `${title} asks us to wait`, now() + wait, now())
    },
    crowded(waiting: number): UpstreamError {
      const wait = Math.max(1000, waiting * limits.everyMs)
      const text = `${waiting} of your questions wait for ${title} already`
      return new TooManyWaiting(name, text, new Date(now() + wait))
    },

    /** Throws when endpoints of a family are not to be asked now. */
    async admitTo(family: string, priority: Priority): Promise<void> {
      await admit()
      const { unable, usage } = await known.recent()
      const closed = unable.find((one) => one.family === family && isClosed(one, now()))
      if (closed) throw new UpstreamError(name, 'unable', closed.reason)
      const calls = usage.find((one) => one.family === family)?.calls ?? 0
      if (service.budget !== undefined && calls >= limitFor(priority)) throw spent(family, priority)
    },

    /** Takes one call out of the budget; false where there is no budget. */
    async spend(family: string, priority: Priority): Promise<boolean> {
      if (service.budget === undefined) return false
      if (await store.spend(name, family, limitFor(priority))) return true
      throw spent(family, priority)
    },

    close(family: string, reason: string): Promise<void> {
      health.unwell('closed', reason, family)
      return known.close(family, sentence(title, reason), new Date(now() + RETRY_CLOSED_MS))
    },

    /** It has answered although nobody was to ask: what kept the others out is over. */
    async lift(): Promise<void> {
      heldUntil = 0
      circuit.close()
      await known.unblock()
    },

    /**
     * The service asked for a pause: a short one holds all calls back and the next attempt with them, so this
     * returns; a long one blocks the service, and then, or when no attempt is left, it throws `busy`.
     */
    async pause(fault: Fault, attempt: number, last: boolean): Promise<void> {
      const asked = fault.waitMs || undefined
      const wait = Math.min(asked ?? (last ? UNSAID_WAIT_MS : backoff(attempt)), LONGEST_BLOCK_MS)
      const until = now() + wait
      if (wait > WORTH_TELLING_MS) health.unwell('blocked', busy(service, fault.message, until, now()).message)
      if (wait > LONGEST_WAIT_MS) await known.block(new Date(until), fault.message)
      else {
        heldUntil = Math.max(heldUntil, elapsed() + wait)
        await store.hold(name, Math.ceil(wait))
      }
      if (last || wait > LONGEST_WAIT_MS) throw busy(service, fault.message, until, now())
    },
  }
}
