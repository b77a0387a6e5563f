const KEY = 'animo.scrobbling'
/** The token of a callback is good for an hour. */
const HOUR_MS = 3_600_000

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Remembers that this person went to sign in at a service, so that the way back needs no further question. */
export function rememberSignIn(service: string, store: Store, now: number): void {
  try {
    store.setItem(KEY, JSON.stringify({ service, at: now }))
  } catch {
    // Without storage the page asks when the person comes back.
  }
}

/**
 * Did this person go to sign in there just now? Anyone may make a link that looks like a way back, with an account of
 * their own in it: such a one is not followed without asking. True once.
 */
export function isExpected(service: string, store: Store, now: number): boolean {
  try {
    const kept: unknown = JSON.parse(store.getItem(KEY) ?? 'null')
    store.removeItem(KEY)
    if (typeof kept !== 'object' || kept === null || !('service' in kept) || !('at' in kept)) return false
    const age = now - Number(kept.at)
    return kept.service === service && age >= 0 && age < HOUR_MS
  } catch {
    // Closed storage or somebody else's text: ask.
    return false
  }
}
