import { Agent } from 'undici'
import { realTime, type Time } from './call/desk.ts'
import { createService } from './call/service.ts'
import { createGuardedAgent, type Resolve } from './guard/agent.ts'
import type { Log } from './memory/answers.ts'
import type { UpstreamFactory } from './options.ts'
import type { UpstreamStore } from './store.ts'

const CONNECT_MS = 5000

type Common = Readonly<{
  store: UpstreamStore
  log: Log
  /** Who we are, with a way to reach us. */
  userAgent: string
  /** Nothing is asked; what is kept still answers. */
  offline: boolean
  /** For tests. */
  time?: Partial<Time>
  lookup?: Resolve
}>

/** Makes the clients of all services. `close` cancels every call under way and waits until connections are down. */
export function createUpstreams({ store, log, userAgent, offline, time, lookup }: Common) {
  const closing = new AbortController()
  const own = new Agent({ connect: { timeout: CONNECT_MS }, keepAliveTimeout: 4000 })
  const foreign = createGuardedAgent(lookup, CONNECT_MS)
  const dispatchers = { own, foreign }
  const clocks = { ...realTime, ...(time?.now && { elapsed: time.now }), ...time }
  const means = { store, userAgent, dispatchers, closing: closing.signal, time: clocks, log }
  const factory: UpstreamFactory = (service) => createService({ service, means, offline })
  return {
    factory,
    async close(): Promise<void> {
      closing.abort(new DOMException('the server stops', 'AbortError'))
      await Promise.all([own.destroy(), foreign.destroy()])
    },
  }
}
