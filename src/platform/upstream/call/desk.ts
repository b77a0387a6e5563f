import { sleep as realSleep, type Sleep } from '../abort.ts'
import { createAdmission } from '../memory/admission.ts'
import { createKnown } from '../memory/knowledge.ts'
import type { ServiceOptions } from '../options.ts'
import type { UpstreamStore } from '../store.ts'
import type { Dispatchers } from '../wire/exchange.ts'
import { createCircuit } from './circuit.ts'
import { createTurnstile } from './turnstile.ts'

/** For tests: other clocks and other chance. */
export type Time = Readonly<{ now(): number; sleep: Sleep; random(): number }>
export const realTime: Time = { now: Date.now, sleep: realSleep, random: Math.random }
export type Means = Readonly<{
  store: UpstreamStore
  userAgent: string
  dispatchers: Dispatchers
  closing: AbortSignal
  time: Time
}>
export type Desk = ReturnType<typeof createDesk>

/** All that calls to one service go by. */
export function createDesk(options: ServiceOptions, { store, userAgent, dispatchers, closing, time }: Means) {
  const { now, sleep, random } = time
  const { name, limits } = options
  const known = createKnown(name, store, now)
  const circuit = createCircuit(now)
  const admission = createAdmission({ service: options, store, known, circuit, now, random })
  const slot = () => store.slot(name, limits.everyMs, limits.burst ?? 1)
  const { admit, held, tooLong } = admission
  const turnstile = createTurnstile({ concurrency: limits.concurrency, admit, slot, held, tooLong, sleep, closing })
  return { options, store, userAgent, dispatchers, closing, now, sleep, known, circuit, admission, turnstile }
}
