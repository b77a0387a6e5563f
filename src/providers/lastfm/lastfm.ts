import type { ServiceOptions } from '../../platform/upstream/options.ts'
import type { ProviderDeps } from '../deps.ts'
import type { Ports } from '../ports.ts'
import type { Provider } from '../provider.ts'
import { coversOf, storyOf } from './albums.ts'
import { biographyOf, genresOf, popularityOf, similarOf, topTracksOf } from './artists.ts'
import { createRead } from './call.ts'
import { examine, examineWrite } from './errors.ts'
import { createWrite } from './scrobble/call.ts'
import { createScrobbler } from './scrobble/scrobbler.ts'
import { anything } from './shapes.ts'

/** Last.fm: reads with a key, scrobbling with its secret too. */
export function createLastfm({ config, upstream: factory }: ProviderDeps): Provider {
  const { LASTFM_BASE_URL: baseUrl, LASTFM_API_KEY: key = '', LASTFM_API_SECRET: secret } = config
  const common = { title: 'Last.fm', baseUrl, enabled: () => key !== '' }
  const upstream = factory({ ...common, name: 'lastfm', limits: READS, examine })
  const read = createRead(upstream, key)
  const scrobbler = (): Partial<Ports> => {
    if (!key || !secret) return {}
    const writes = factory({
      ...common,
      name: 'lastfm-scrobbling',
      keysOfUsers: true,
      limits: WRITES,
      examine: examineWrite,
    })
    return { scrobbler: createScrobbler(createWrite(writes, { key, secret }), baseUrl, key) }
  }
  return {
    name: 'lastfm',
    title: 'Last.fm',
    website: 'https://www.last.fm',
    attribution: 'Biographies, tags and counts from Last.fm; texts under CC BY-SA',
    missing: key ? [] : ['LASTFM_API_KEY'],
    upstream,
    ports: {
      biography: biographyOf(read),
      albumStory: storyOf(read),
      similarArtists: similarOf(read),
      genres: genresOf(read),
      popularity: popularityOf(read),
      topTracks: topTracksOf(read),
      coverArt: coversOf(read),
      ...scrobbler(),
    },
    async probe(ask) {
      await read({ method: 'chart.getTopArtists', query: { limit: 1 }, schema: anything }, ask)
    },
  }
}

/** 4 calls a second and 2 at a time: the service asks for no more than 5 on average. */
const READS: ServiceOptions['limits'] = {
  everyMs: 250,
  burst: 4,
  concurrency: 2,
  timeoutMs: 10_000,
  retries: 3,
  backoffMs: 1000,
}
/** What is written is tried once: those who call keep what failed, and "now playing" is soon over. */
const WRITES: ServiceOptions['limits'] = { everyMs: 250, concurrency: 1, timeoutMs: 15_000, retries: 0 }
