import type { ProviderDeps } from '../deps.ts'
import type { Provider } from '../provider.ts'
import { examine } from './examine.ts'
import { createGenres, createPopularity, createSimilarArtists, createTopTracks } from './reads.ts'
import { createScrobbler } from './scrobbler.ts'
import { metadataShape } from './shapes.ts'

const LIMITS = { everyMs: 1000, concurrency: 1, timeoutMs: 15_000, retries: 3, backoffMs: 2000, backoffCapMs: 30_000 }
/** Any known artist: an id that the service has never heard of is a good question too. */
const SOMEBODY = '00000000-0000-4000-8000-000000000000'

/**
 * Similar artists, counts and genres without a key; top tracks only with a token of the server. Listens go out under
 * tokens of users, over an upstream of their own: a token that is refused says nothing about what needs none.
 */
export function createListenbrainz({ config, upstream: create }: ProviderDeps): Provider {
  const { LISTENBRAINZ_BASE_URL: baseUrl, LISTENBRAINZ_LABS_BASE_URL: labsUrl, LISTENBRAINZ_TOKEN: token } = config
  const title = 'ListenBrainz'
  const headers = () => (token ? { authorization: `Token ${token}` } : {}) as Record<string, string>
  const upstream = create({ name: 'listenbrainz', title, baseUrl, limits: LIMITS, examine, headers })
  const labs = create({ name: 'listenbrainz-labs', title: `${title} Labs`, baseUrl: labsUrl, limits: LIMITS, examine })
  const users = create({ name: 'listenbrainz-users', title, baseUrl, limits: LIMITS, examine })
  return {
    name: 'listenbrainz',
    title,
    website: 'https://listenbrainz.org',
    attribution: 'Similar artists and listening counts from ListenBrainz (CC0)',
    missing: [],
    upstream,
    ports: {
      similarArtists: createSimilarArtists(labs),
      popularity: createPopularity(upstream),
      genres: createGenres(upstream),
      scrobbler: createScrobbler(users),
      ...(token && { topTracks: createTopTracks(upstream) }),
    },
    async probe(ask) {
      const query = { artist_mbids: SOMEBODY, inc: 'tag' }
      await upstream.json({ family: 'probe', path: '/metadata/artist/', query, schema: metadataShape }, ask)
    },
  }
}
