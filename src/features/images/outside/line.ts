import { AppError } from '../../../errors.ts'
import { abandonable } from '../../../platform/upstream/abort.ts'
import { createTurns } from '../../../platform/upstream/turns.ts'

/** Who wants something, and until when. */
export type Asker = Readonly<{ who: string; signal?: AbortSignal | undefined }>
type Limits = Readonly<{
  /** In work, of all and of one. */
  atOnce: number
  atOnceEach: number
  /** Waiting, of one (429 beyond) and of all (503 beyond). */
  mostEach: number
  mostAll: number
}>
type Work = (signal: AbortSignal) => Promise<unknown>
type Errand = {
  readonly key: string
  readonly whom: Set<string>
  readonly stop: AbortController
  readonly result: ReturnType<typeof openResult>
  readonly work: Work
  riders: number
}

function openResult() {
  let [resolve, reject]: ((value: unknown) => void)[] = []
  const promise = new Promise<unknown>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve: (value: unknown) => resolve?.(value), reject: (reason: unknown) => reject?.(reason) }
}

const RETRY_SECONDS = 5
const full = (code: 'RATE_LIMIT_EXCEEDED' | 'SERVICE_UNAVAILABLE', details: string) =>
  new AppError(code, { details, extras: { retry_after: RETRY_SECONDS } })

/**
 * Slow work for many: users take turns, the same work is done once for all who want it, and what nobody waits for any
 * more is dropped, also when it has begun.
 */
export function createLine({ atOnce, atOnceEach, mostEach, mostAll }: Limits) {
  const turns = createTurns<Errand>()
  const errands = new Map<string, Errand>()
  const busy = new Map<string, number>()
  let inside = 0

  const count = (who: string, step: number) => {
    inside += step
    const now = (busy.get(who) ?? 0) + step
    if (now > 0) busy.set(who, now)
    else busy.delete(who)
  }
  const forget = (errand: Errand) => {
    if (errands.get(errand.key) === errand) errands.delete(errand.key)
  }

  async function run(errand: Errand, who: string): Promise<void> {
    count(who, 1)
    try {
      errand.result.resolve(await errand.work(errand.stop.signal))
    } catch (error) {
      errand.result.reject(error)
    } finally {
      forget(errand)
      count(who, -1)
      begin()
    }
  }

  function begin(): void {
    while (inside < atOnce) {
      const next = turns.next((who) => (busy.get(who) ?? 0) < atOnceEach)
      if (!next) return
      void run(next.item, next.who)
    }
  }

  function bring(key: string, who: string, work: Work): Errand {
    if (turns.waitingFor(who) >= mostEach) throw full('RATE_LIMIT_EXCEEDED', 'Too many of your pictures are waiting')
    if (turns.size >= mostAll) throw full('SERVICE_UNAVAILABLE', 'Too many pictures are waiting')
    const stop = new AbortController()
    const errand = { key, whom: new Set([who]), stop, result: openResult(), work, riders: 0 }
    errands.set(key, errand)
    turns.put(errand, errand.whom, 0)
    return errand
  }

  /** Who comes later lends a waiting errand their turn. */
  function join(errand: Errand, who: string): Errand {
    if (!errand.whom.has(who) && turns.has(errand)) turns.put(errand, errand.whom.add(who), 0)
    return errand
  }

  function leave(errand: Errand, signal: AbortSignal | undefined): void {
    errand.riders -= 1
    if (errand.riders > 0 || !signal?.aborted) return
    turns.remove(errand)
    forget(errand)
    errand.stop.abort(signal.reason)
  }

  /**
   * What `work` gives; the same `key` is the same work, with a result of the same type. Rejects with
   * RATE_LIMIT_EXCEEDED or SERVICE_UNAVAILABLE when the line is full, with the reason of the signal when that comes.
   */
  return async <T>(key: string, { who, signal }: Asker, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    signal?.throwIfAborted()
    const before = errands.get(key)
    const errand = before ? join(before, who) : bring(key, who, work)
    errand.riders += 1
    begin()
    try {
      return (await abandonable(errand.result.promise, signal)) as T
    } finally {
      leave(errand, signal)
    }
  }
}
