import type { KeptAnswer, UpstreamStore } from '../store.ts'
import { type Asked, keyOf } from '../wire/request.ts'

type Write = (fields: object, text: string) => void
export type Log = Readonly<{ debug: Write; info: Write; warn: Write }>
type Options = Readonly<{ name: string; store: UpstreamStore; now: () => number; log: Log }>

/** Clocks of processes may differ by so much; an answer of a later time was kept while a clock was wrong. */
const MOST_AHEAD_MS = 300_000

/** Answers that are kept, each under a hash of its question. */
export function createAnswers({ name, store, now, log }: Options) {
  return {
    load: (key: string): Promise<KeptAnswer | undefined> => store.answer(name, key),

    isFresh: ({ fetchedAt, freshUntil }: KeptAnswer): boolean =>
      freshUntil.getTime() > now() && fetchedAt.getTime() <= now() + MOST_AHEAD_MS,

    /** An answer that cannot be kept is still an answer: it is told in the log and goes on. */
    async save(key: string, { family, keep }: Asked, body: unknown): Promise<void> {
      const seconds = (body === null ? keep?.miss : keep?.hit) ?? 0
      if (seconds <= 0) return
      const fetchedAt = new Date(now())
      const freshUntil = new Date(now() + seconds * 1000)
      await store.keep(name, key, { body, fetchedAt, freshUntil }).catch((error: unknown) => {
        log.warn({ err: error, upstream: name, family }, 'an answer could not be kept')
      })
    },
  }
}

/** The key of a question whose answers are kept, or undefined. */
export function keyToKeep(baseUrl: string, request: Asked): string | undefined {
  const { hit, miss } = request.keep ?? { hit: 0, miss: 0 }
  return hit > 0 || miss > 0 ? keyOf(baseUrl, request) : undefined
}
