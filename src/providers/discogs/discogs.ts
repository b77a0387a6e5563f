import type { ServiceOptions } from '../../platform/upstream/options.ts'
import type { Answer, Verdict } from '../../platform/upstream/types.ts'
import type { ProviderDeps } from '../deps.ts'
import type { Provider } from '../provider.ts'
import { biographyOf, coversOf, genresOf } from './ports.ts'
import { anything } from './shapes.ts'

/** 50 a minute of the 60 that a token allows in any minute. */
const LIMITS: ServiceOptions['limits'] = { everyMs: 1200, concurrency: 1, timeoutMs: 10_000, retries: 3 }
const MINUTE = 60

function examine({ status }: Answer): Verdict | undefined {
  if (status === 429) return { means: 'wait', seconds: MINUTE, reason: 'Discogs asks us to slow down' }
  if (status === 401) return { means: 'refused', reason: 'Discogs does not take DISCOGS_TOKEN' }
  return undefined
}

/** Discogs: profiles, styles and covers, with a personal token. */
export function createDiscogs({ config, upstream: factory }: ProviderDeps): Provider {
  const { DISCOGS_TOKEN: token, DISCOGS_BASE_URL: baseUrl } = config
  const upstream = factory({
    name: 'discogs',
    title: 'Discogs',
    baseUrl,
    limits: LIMITS,
    headers: () => ({ authorization: `Discogs token=${token ?? ''}` }),
    enabled: () => Boolean(token),
    examine,
  })
  return {
    name: 'discogs',
    title: 'Discogs',
    website: 'https://www.discogs.com',
    attribution: 'Data provided by Discogs',
    missing: token ? [] : ['DISCOGS_TOKEN'],
    upstream,
    ports: { biography: biographyOf(upstream), genres: genresOf(upstream), coverArt: coversOf(upstream) },
    async probe(ask) {
      await upstream.json(
        { family: 'search', path: '/database/search', query: { q: 'a', per_page: 1 }, schema: anything },
        ask,
      )
    },
  }
}
