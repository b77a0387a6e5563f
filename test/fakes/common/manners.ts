/** A program that says its name, its version and how to reach somebody: "Animo/1.0 (https://animo.example; me@animo.example)". */
export const isContactable = (agent: string | undefined): boolean =>
  /^[^\s/()]+\/[^\s()]+\s+(?:.*\s)?\([^)]*(https?:\/\/|\S@\S)[^)]*\)/.test(agent ?? '')

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * One call every so many milliseconds on average. A call may come half such a time early, because clocks and
 * connections are uneven; who goes on calling gains nothing by it.
 */
export function createPace(everyMs: number) {
  let due = Number.NEGATIVE_INFINITY
  return (at: number): boolean => {
    const begin = Math.max(due, at)
    if (begin - at > everyMs / 2) return false
    due = begin + everyMs
    return true
  }
}

/** At most so many calls within a time. */
export function createWindow(most: number, spanMs: number) {
  let calls: number[] = []
  return (at: number): { allowed: boolean; left: number; resetMs: number } => {
    calls = calls.filter((call) => call > at - spanMs)
    const allowed = calls.length < most
    if (allowed) calls.push(at)
    return { allowed, left: most - calls.length, resetMs: Math.max(0, (calls[0] ?? at) + spanMs - at) }
  }
}

/** The address by which a request reached the fake. */
export const originOf = ({ headers }: { headers: { host?: string | undefined } }): string => `http://${headers.host}`

/** Made once for each world: a world has tens of thousands of tracks. */
export function oncePerWorld<W extends object, T>(make: (world: W) => T): (world: W) => T {
  const made = new WeakMap<W, T>()
  return (world) => {
    const found = made.get(world) ?? make(world)
    made.set(world, found)
    return found
  }
}
