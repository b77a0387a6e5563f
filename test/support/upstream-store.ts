import type {
  CallCount,
  FamilyUsage,
  KeptAnswer,
  StoredState,
  UnableFamily,
  UpstreamStore,
} from '../../src/platform/upstream/store.ts'
import { createUpstreams } from '../../src/platform/upstream/upstream.ts'

const NOTHING: StoredState = {
  blockedUntil: null,
  blockedReason: null,
  lastError: null,
  lastErrorAt: null,
  lastSuccessAt: null,
}
const HOUR_MS = 3_600_000
type Row = Readonly<{ provider: string; family: string; hour: number }> & CallCount

/** What the database does for upstreams, in memory. `now` in milliseconds. */
export function memoryUpstreamStore(now: () => number = Date.now): UpstreamStore {
  const answers = new Map<string, KeptAnswer>()
  const gates = new Map<string, number>()
  const states = new Map<string, StoredState>()
  const unable = new Map<string, UnableFamily & { provider: string }>()
  let usage: Row[] = []
  const at = (provider: string, key: string) => `${provider} ${key}`
  /** As the database does it: a time that is too far ahead was written while a clock was wrong. */
  const sound = (provider: string, everyMs: number) => {
    const next = gates.get(provider) ?? 0
    return next > now() + 900_000 + 60 * everyMs ? now() : next
  }

  function usageOf(provider: string): FamilyUsage[] {
    const first = Math.floor((now() - 24 * HOUR_MS) / HOUR_MS) * HOUR_MS
    const sums = new Map<string, FamilyUsage>()
    for (const row of usage.filter((one) => one.provider === provider && one.hour >= first)) {
      const { calls, failures } = sums.get(row.family) ?? { calls: 0, failures: 0 }
      sums.set(row.family, { family: row.family, calls: calls + row.calls, failures: failures + row.failures })
    }
    return [...sums.values()].sort((a, b) => (a.family < b.family ? -1 : 1))
  }
  const add = (provider: string, family: string, count: CallCount) =>
    usage.push({ provider, family, hour: Math.floor(now() / HOUR_MS) * HOUR_MS, ...count })

  return {
    answer: async (provider, key) => answers.get(at(provider, key)),
    keep: async (provider, key, answer) => void answers.set(at(provider, key), structuredClone(answer)),
    async slot(provider, everyMs, burst) {
      const due = Math.max(sound(provider, everyMs), now() - everyMs * (burst - 1))
      gates.set(provider, due + everyMs)
      return Math.max(0, due - now())
    },
    hold: async (provider, pause) => void gates.set(provider, Math.max(sound(provider, 0), now() + pause)),
    async spend(provider, family, limit) {
      const used = usageOf(provider).find((one) => one.family === family)?.calls ?? 0
      if (used < limit) add(provider, family, { calls: 1, failures: 0, milliseconds: 0 })
      return used < limit
    },
    count: async (provider, family, count) => void add(provider, family, count),
    read: async (provider) => ({
      state: states.get(provider) ?? NOTHING,
      unable: [...unable.values()].filter((one) => one.provider === provider),
      usage: usageOf(provider),
    }),
    patch: async (provider, changes) => void states.set(provider, { ...NOTHING, ...states.get(provider), ...changes }),
    async setUnable(provider, family, reason, retryAt) {
      const since = unable.get(at(provider, family))?.since ?? new Date(now())
      unable.set(at(provider, family), { provider, family, reason, since, retryAt })
    },
    clearUnable: async (provider, family) => void unable.delete(at(provider, family)),
    async forget(when) {
      const before = (days: number) => when.getTime() - days * 24 * HOUR_MS
      const old = [...answers].filter(([, { freshUntil }]) => freshUntil.getTime() < before(90))
      for (const [key] of old) answers.delete(key)
      const counted = usage.length
      usage = usage.filter(({ hour }) => hour >= before(30))
      return { answers: old.length, usage: counted - usage.length }
    },
  }
}

type Options = Readonly<{ offline?: boolean; store?: UpstreamStore; userAgent?: string }>

/**
 * Upstreams whose waits take no time: they move a clock on instead. Give `now` to fakes that count calls by time, and
 * they see the pauses that were kept.
 */
export function upstreamsForTest({
  offline = false,
  store,
  userAgent = 'Animo/test (test@example.com)',
}: Options = {}) {
  let ahead = 0
  let set = 0
  const now = () => Date.now() + ahead + set
  const waits: number[] = []
  const logged: { level: string; text: string; fields: object }[] = []
  const at = (level: string) => (fields: object, text: string) => void logged.push({ level, fields, text })
  const kept = store ?? memoryUpstreamStore(now)
  const time = {
    now,
    elapsed: () => performance.now() + ahead,
    random: () => 0.5,
    sleep: async (milliseconds: number, signal: AbortSignal) => {
      signal.throwIfAborted()
      waits.push(milliseconds)
      ahead += milliseconds
    },
  }
  const { factory, close } = createUpstreams({
    ...{ store: kept, log: { debug: at('debug'), info: at('info'), warn: at('warn') }, userAgent, offline, time },
    // Names of tests lead nowhere: whoever is sent to another server than a fake's fails.
    lookup: async () => [],
  })
  return {
    ...{ factory, close, store: kept, now, waits, logged },
    /** Time goes by. */
    advance: (milliseconds: number) => (ahead += milliseconds),
    /** Somebody sets the clock; no time goes by. */
    setClock: (milliseconds: number) => (set += milliseconds),
  }
}
