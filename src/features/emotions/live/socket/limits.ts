/** How many streams there may be at once, in all and from one caller. */
export type SeatLimits = Readonly<{ total: number; perCaller: number }>
/** Counts open streams. `take` gives the way to leave again, or says what is full. */
export function createSeats({ total, perCaller }: SeatLimits) {
  const callers = new Map<string, number>()
  let taken = 0
  return {
    take(caller: string): (() => void) | 'server' | 'caller' {
      const own = callers.get(caller) ?? 0
      if (taken >= total) return 'server'
      if (own >= perCaller) return 'caller'
      taken++
      callers.set(caller, own + 1)
      let left = false
      return () => {
        if (left) return
        left = true
        taken--
        const rest = (callers.get(caller) ?? 1) - 1
        if (rest > 0) callers.set(caller, rest)
        else callers.delete(caller)
      }
    },
    taken: () => taken,
  }
}

/** A token bucket: `burst` at once, `perSecond` for long. `take` says whether there was one left. */
export function createBucket({ burst, perSecond }: { burst: number; perSecond: number }, now: () => number) {
  let tokens = burst
  let atMs = now()
  return {
    take(): boolean {
      const time = now()
      tokens = Math.min(burst, tokens + ((time - atMs) / 1000) * perSecond)
      atMs = time
      if (tokens < 1) return false
      tokens--
      return true
    },
  }
}

/** Bytes that wait in all streams together; `add` says whether they still fit. */
export function createBudget(most: number) {
  let used = 0
  return {
    add(bytes: number): boolean {
      if (used + bytes > most) return false
      used += bytes
      return true
    },
    free(bytes: number): void {
      used -= bytes
    },
  }
}
export type Budget = ReturnType<typeof createBudget>

/**
 * Lets `atOnce` pieces of work run and the others wait in line. Every stream has at most one piece here, so the line is
 * fair: nobody's second frame goes before another's first.
 */
export function createTurns(atOnce: number) {
  let running = 0
  const waiting: (() => void)[] = []
  const take = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) await new Promise<void>((resolve) => void waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      // The next one takes this place over, so that nobody slips in between.
      if (next) next()
      else running--
    }
  }
  return { take, areWaited: () => waiting.length > 0 }
}
export type Turns = ReturnType<typeof createTurns>
