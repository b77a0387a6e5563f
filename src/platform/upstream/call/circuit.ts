import { BrokenCircuitError, CircuitState, circuitBreaker, handleWhen, type IBackoff, type IBreaker } from 'cockatiel'
import { Fault } from './fault.ts'

const WINDOW_MS = 60_000
const FAILURES = 5
const OPEN_MS = 60_000

export { BrokenCircuitError }
export type Circuit = ReturnType<typeof createCircuit>

/**
 * Stops asking a service that is unwell: five failures within a minute, with no success among them, open the circuit
 * for a minute; then one call is let through and the others wait for what becomes of it. A success clears the count,
 * so that one broken endpoint of a lively service, or a few faults in hundreds of calls, do not close all of it.
 * `now`: a clock that is never set. `onOpen` hears why, each time.
 */
export function createCircuit(now: () => number, onOpen: (reason: string) => void) {
  let failures: number[] = []
  let openUntil = 0
  const breaker: IBreaker = {
    state: undefined,
    success: () => {
      failures = []
    },
    failure: () => {
      failures = [...failures.filter((at) => at > now() - WINDOW_MS), now()]
      return failures.length >= FAILURES
    },
  }
  // The library compares with the clock of the machine, which may be set back; this makes it follow ours.
  const untilProbe: IBackoff<unknown> = {
    get duration() {
      return now() >= openUntil ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
    },
    next: () => untilProbe,
  }
  const isFault = handleWhen((error) => error instanceof Fault && error.counts)
  const policy = circuitBreaker(isFault, { halfOpenAfter: untilProbe, breaker })
  policy.onBreak((why) => {
    if ('isolated' in why) return
    failures = []
    openUntil = now() + OPEN_MS
    onOpen('error' in why ? why.error.message : '')
  })

  return {
    /** Throws `BrokenCircuitError` while it is open. */
    run: <T>(work: (probing: boolean) => Promise<T>): Promise<T> =>
      policy.execute(() => work(policy.state !== CircuitState.Closed)),
    state(): 'closed' | 'open' | 'half-open' {
      if (policy.state === CircuitState.Closed) return 'closed'
      return policy.state === CircuitState.Open && now() < openUntil ? 'open' : 'half-open'
    },
    /** How long it is still left alone, in milliseconds. */
    openFor: () => Math.max(0, openUntil - now()),
    /** It has answered somebody who asked all the same. */
    close(): void {
      failures = []
      openUntil = 0
      // What ends an isolation closes the circuit, whatever it was before.
      policy.isolate().dispose()
    },
    lastFault(): Fault | undefined {
      const last = policy.lastFailure
      return last && 'error' in last && last.error instanceof Fault ? last.error : undefined
    },
  }
}
