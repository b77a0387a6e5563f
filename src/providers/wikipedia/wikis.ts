import type { Ask, Upstream, UpstreamRequest } from '../../platform/upstream/types.ts'
import type { ProviderDeps } from '../deps.ts'
import { examine } from './examine.ts'

const DAY = 86_400
export const KEEP = { hit: 30 * DAY, miss: 14 * DAY }
/** At most 150 calls a minute over all wikis, which count together: they share one name, and so one gate. */
const LIMITS = { everyMs: 500, concurrency: 2, timeoutMs: 10_000, retries: 3, backoffMs: 5000, backoffCapMs: 30_000 }
/** A language is part of a host's name. */
const LANGUAGE = /^[a-z]{2,3}(-[a-z]{2,8})?$/
/** Wikis that are remembered; each is some queues and counters. */
const MOST = 32

type Action = Readonly<{ family: string; query: Readonly<Record<string, string | number>> }>

/** Wikidata, and the Wikipedia of each language that was asked for. */
export function createWikis({ config, upstream: create }: ProviderDeps) {
  const wiki = (baseUrl: string) => create({ name: 'wikipedia', title: 'Wikipedia', baseUrl, limits: LIMITS, examine })
  const wikidata = wiki(config.WIKIDATA_BASE_URL)
  const wikipedias = new Map<string, Upstream>()

  return {
    wikidata,

    /** Null for what is no language. */
    wikipedia(language: string): Upstream | null {
      const known = wikipedias.get(language)
      if (known || !LANGUAGE.test(language) || wikipedias.size >= MOST) return known ?? null
      const made = wiki(config.WIKIPEDIA_BASE_URL.replaceAll('{lang}', language))
      wikipedias.set(language, made)
      return made
    },
  }
}
export type Wikis = ReturnType<typeof createWikis>

/**
 * A question to the Action API. Jobs tell the servers to send them away when these lag behind; people do not, because
 * Wikidata's lag is often long and does not matter to one question.
 */
export function action<T>(
  upstream: Upstream,
  { family, query, schema }: Action & Pick<UpstreamRequest<T>, 'schema'>,
  ask: Ask,
): Promise<T | null> {
  const maxlag = ask.priority === 'background' ? 5 : undefined
  const full = { action: 'query', format: 'json', ...query, maxlag }
  return upstream.json({ family, path: '/w/api.php', query: full, schema, keep: KEEP }, ask)
}
