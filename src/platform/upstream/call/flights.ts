import { abandonable } from '../abort.ts'
import type { Ask } from '../types.ts'
import type { Errand } from './turnstile.ts'

type Flight = { schema: unknown; errand: Errand; work: Promise<unknown>; stop: AbortController; waiting: number }

/**
 * One call for all who ask the same at the same time. Who leaves does not take the answer from the others; when all
 * have left, the call is cancelled. When a person joins background work, it becomes a person's; when several wait for
 * it, the turn of any of them is its turn.
 */
export function createFlights(join: (errand: Errand, ask: Ask) => void) {
  const flights = new Map<string, Flight>()

  function takeOff(key: string | undefined, schema: unknown, ask: Ask, start: (errand: Errand) => Promise<unknown>) {
    const stop = new AbortController()
    const whom = new Set(ask.who === undefined ? [] : [ask.who])
    const { priority, probe = false } = ask
    const errand: Errand = { priority, whom, attempt: 0, renewed: false, probe, signal: stop.signal }
    const flight: Flight = { schema, errand, stop, waiting: 0, work: start(errand) }
    if (key === undefined) return flight
    flights.set(key, flight)
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key)
    }
    flight.work.then(land, land)
    return flight
  }

  async function ride(flight: Flight, key: string | undefined, signal: AbortSignal | undefined): Promise<unknown> {
    flight.waiting += 1
    try {
      return await abandonable(flight.work, signal)
    } finally {
      flight.waiting -= 1
      if (flight.waiting === 0 && signal?.aborted) {
        if (key !== undefined && flights.get(key) === flight) flights.delete(key)
        flight.stop.abort(signal.reason)
      }
    }
  }

  /** `key` undefined: never shared. Only the same schema shares a flight, so the answer is of the type of `start`. */
  return async <T>(
    { key, schema }: Readonly<{ key: string | undefined; schema: unknown }>,
    ask: Ask,
    start: (errand: Errand) => Promise<T>,
  ): Promise<T> => {
    ask.signal?.throwIfAborted()
    const joined = key === undefined ? undefined : flights.get(key)
    const flight = joined?.schema === schema && joined ? joined : takeOff(key, schema, ask, start)
    join(flight.errand, ask)
    return (await ride(flight, key, ask.signal)) as T
  }
}
