import type { Sleep } from '../abort.ts'
import { createTurns } from '../turns.ts'
import type { Ask } from '../types.ts'

/** A call on its way, over all its attempts. */
export type Errand = {
  priority: Ask['priority']
  /** Users who wait for it; none where nobody in particular does. */
  readonly whom: Set<string>
  /** Further attempts go before first ones of the same priority: what was begun is finished. */
  attempt: number
  /** A new token was fetched for it. */
  renewed: boolean
  /** An administrator looks whether the service is well: goes where others are kept out. */
  readonly probe: boolean
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
  /** So many calls wait for this one user that no more are taken. */
  crowded(waiting: number): Error
  sleep: Sleep
  closing: AbortSignal
}>
type Waiter = Readonly<{ go(): void; fail(error: unknown): void }>

const MOST_MS = 30_000
/** More calls than that wait for no user at one service. */
const MOST_OF_ONE = 20
const NOBODY = ['']
/** Who goes first. */
const URGENCY: Readonly<Record<Ask['priority'], number>> = { person: 20, soon: 10, background: 0 }
const rank = ({ priority, attempt }: Errand) => URGENCY[priority] + (attempt > 0 ? 1 : 0)

/**
 * Lets calls through one after the other, as slots of the gate come. It is the turnstile that waits for a slot, not a
 * call: whoever is first in line when the slot comes goes, so a person never waits behind background work that came
 * earlier, nor behind all that another person asked, and a call that is cancelled while it waits costs the others
 * nothing.
 */
export function createTurnstile(options: Options) {
  const { concurrency, admit, slot, held, tooLong, crowded, sleep, closing } = options
  const line = createTurns<Errand>()
  const waiters = new Map<Errand, Waiter>()
  let inside = 0
  let turning = false

  const stand = (errand: Errand) => line.put(errand, errand.whom.size > 0 ? errand.whom : NOBODY, rank(errand))
  const leave = (errand: Errand) => {
    const waiter = waiters.get(errand)
    line.remove(errand)
    waiters.delete(errand)
    return waiter
  }
  const isCrowd = ({ whom, attempt }: Errand) =>
    attempt === 0 && whom.size > 0 && [...whom].every((who) => line.waitingFor(who) >= MOST_OF_ONE)

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
      const next = line.next()
      if (next) leave(next.item)?.go()
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
        if (isCrowd(errand)) return reject(crowded(MOST_OF_ONE))
        const stop = () => leave(errand)?.fail(errand.signal.reason)
        const settle = () => errand.signal.removeEventListener('abort', stop)
        const go = () => {
          settle()
          inside += 1
          resolve(once())
        }
        const fail = (error: unknown) => {
          settle()
          reject(error)
        }
        waiters.set(errand, { go, fail })
        errand.signal.addEventListener('abort', stop, { once: true })
        stand(errand)
        turn()
      })
    },
    /** Keeps the pace and nothing else: for the one call that looks whether the others may go again. */
    async slip({ signal }: Errand): Promise<void> {
      const wait = Math.min(MOST_MS, await slot())
      if (wait > 0) await sleep(wait, signal)
    },
    /** Somebody else, perhaps more urgent, waits for it now as well. */
    join(errand: Errand, { priority, who }: Pick<Ask, 'priority' | 'who'>): void {
      if (URGENCY[priority] < URGENCY[errand.priority]) return
      const isNew = who !== undefined && !errand.whom.has(who)
      if (!isNew && priority === errand.priority) return
      errand.priority = priority
      if (who !== undefined) errand.whom.add(who)
      if (waiters.has(errand)) stand(errand)
    },
  }
}
