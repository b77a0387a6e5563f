import { PriorityQueue } from 'p-queue'
import type { Sleep } from '../abort.ts'
import type { Ask } from '../types.ts'

/** A call on its way, over all its attempts. */
export type Errand = {
  priority: Ask['priority']
  /** Further attempts go before first ones of the same priority: what was begun is finished. */
  attempt: number
  /** A new token was fetched for it. */
  renewed: boolean
  readonly signal: AbortSignal
}
type Options = Readonly<{
  concurrency: number
  /** Throws when nobody may be let through at present; then all who wait get this error. */
  admit(): Promise<void>
  /** Takes a slot and tells how long to wait for it. */
  slot(): Promise<number>
  /** How long nobody is let through in this process, in milliseconds. */
  held(): number
  /** The slot is so far away that nobody waits for it; until then none is taken. */
  tooLong(milliseconds: number): Error
  sleep: Sleep
  closing: AbortSignal
}>
type Waiter = Readonly<{ go(): Promise<void>; fail(error: unknown): void }>

const MOST_MS = 30_000
/** Who goes first. */
export const URGENCY: Readonly<Record<Ask['priority'], number>> = { person: 20, soon: 10, background: 0 }
const rank = ({ priority, attempt }: Errand) => URGENCY[priority] + (attempt > 0 ? 1 : 0)

/**
 * Lets calls through one after the other, as slots of the gate come. It is the turnstile that waits for a slot, not a
 * call: whoever is first in line when the slot comes goes, so a person never waits behind background work that came
 * earlier, and a call that is cancelled while it waits costs nothing to the others.
 */
export function createTurnstile({ concurrency, admit, slot, held, tooLong, sleep, closing }: Options) {
  const line = new PriorityQueue()
  const waiters = new Map<Errand, Waiter>()
  let inside = 0
  let turning = false

  const leave = (errand: Errand) => {
    const waiter = waiters.get(errand)
    if (waiter) line.remove(waiter.go)
    waiters.delete(errand)
    return waiter
  }

  async function waitForSlot(): Promise<void> {
    // Slots that are too far away are not taken again and again: each one taken moves the gate on for everybody.
    if (held() > MOST_MS) throw tooLong(held())
    for (let wait = Math.max(await slot(), held()); wait > 0; wait = held()) {
      if (wait > MOST_MS) throw tooLong(wait)
      await sleep(wait, closing)
    }
  }

  async function letOneThrough(): Promise<void> {
    try {
      await admit()
      await waitForSlot()
      await admit()
      await line.dequeue()?.()
    } catch (error) {
      for (const errand of [...waiters.keys()]) leave(errand)?.fail(error)
    }
  }

  function turn(): void {
    if (turning || line.size === 0 || inside >= concurrency) return
    turning = true
    void letOneThrough().then(() => {
      turning = false
      turn()
    })
  }

  function once(): () => void {
    let left = false
    return () => {
      if (!left) inside -= 1
      left = true
      turn()
    }
  }

  return {
    /** Resolves when it is this call's turn, with what must be called when it is over. */
    enter(errand: Errand): Promise<() => void> {
      return new Promise((resolve, reject) => {
        if (errand.signal.aborted) return reject(errand.signal.reason)
        const stop = () => leave(errand)?.fail(errand.signal.reason)
        const settle = () => errand.signal.removeEventListener('abort', stop)
        const go = async () => {
          settle()
          waiters.delete(errand)
          inside += 1
          resolve(once())
        }
        const fail = (error: unknown) => {
          settle()
          reject(error)
        }
        waiters.set(errand, { go, fail })
        errand.signal.addEventListener('abort', stop, { once: true })
        line.enqueue(go, { priority: rank(errand) })
        turn()
      })
    },
    /** Somebody more urgent waits for it now as well. */
    raise(errand: Errand, priority: Ask['priority']): void {
      const go = waiters.get(errand)?.go
      errand.priority = priority
      if (!go) return
      line.remove(go)
      line.enqueue(go, { priority: rank(errand) })
    },
  }
}
