import { sleep as realSleep, type Sleep } from '../abort.ts'
import { createAdmission } from '../memory/admission.ts'
import type { Log } from '../memory/answers.ts'
import { createHealth } from '../memory/health.ts'
import { createKnown } from '../memory/knowledge.ts'
import type { ServiceOptions } from '../options.ts'
import type { UpstreamStore } from '../store.ts'
import type { Dispatchers } from '../wire/exchange.ts'
import { createCircuit } from './circuit.ts'
import { createTurnstile } from './turnstile.ts'

/** For tests: other clocks and other chance. */
export type Time = Readonly<{
  /** For what other processes read, and after a start. */
  now(): number
  /** For what only this process measures: a clock that is set back does not make it longer. Milliseconds. */
  elapsed(): number
  sleep: Sleep
  random(): number
}>
export const realTime: Time = {
  now: Date.now,
  elapsed: () => performance.now(),
  sleep: realSleep,
  random: Math.random,
}
export type Means = Readonly<{
  store: UpstreamStore
  userAgent: string
  dispatchers: Dispatchers
  closing: AbortSignal
  time: Time
  log: Log
}>
export type Desk = ReturnType<typeof createDesk>

/** All that calls to one service go by. */
export function createDesk(options: ServiceOptions, { store, userAgent, dispatchers, closing, time, log }: Means) {
  const { now, elapsed, sleep } = time
  const { name, limits } = options
  const health = createHealth(name, log, elapsed)
  const known = createKnown({ name, store, now, elapsed })
  const circuit = createCircuit(elapsed, (reason) => health.unwell('circuit', reason))
  const admission = createAdmission({ service: options, store, known, circuit, health, time })
  const slot = () => store.slot(name, limits.everyMs, limits.burst ?? 1)
  const { admit, held, tooLong, crowded } = admission
  const { concurrency } = limits
  const turnstile = createTurnstile({ concurrency, admit, slot, held, tooLong, crowded, sleep, closing })
  return { options, store, userAgent, dispatchers, closing, now, sleep, health, known, circuit, admission, turnstile }
}
