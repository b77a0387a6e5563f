import { z } from 'zod'
import type { ServiceOptions } from '../../platform/upstream/options.ts'
import type { ProviderDeps } from '../deps.ts'
import type { Provider } from '../provider.ts'
import { createApi } from './api/api.ts'
import { examine } from './api/examine.ts'
import { ACCOUNT_LIMITS, createToken, examineAccounts } from './api/token.ts'
import { discographyOf, imagesOf, popularityOf, searchOf } from './ports/artists.ts'
import { featuresOf, recommendationsOf, similarOf, topTracksOf } from './ports/closed.ts'
import { albumTracksOf, coversOf, trackLookupOf } from './ports/tracks.ts'

/** Two calls a second; the wall that matters is the quota, so each family gets 400 calls a day. */
const LIMITS: ServiceOptions['limits'] = { everyMs: 500, burst: 2, concurrency: 2, timeoutMs: 10_000, retries: 1 }
const BUDGET = 400

const missingOf = ({ SPOTIFY_CLIENT_ID, SPOTIFY_CLIENT_SECRET }: ProviderDeps['config']) => [
  ...(SPOTIFY_CLIENT_ID ? [] : ['SPOTIFY_CLIENT_ID']),
  ...(SPOTIFY_CLIENT_SECRET ? [] : ['SPOTIFY_CLIENT_SECRET']),
]

/** Spotify's catalogue, with the app's own token: in development mode as of 2026, and in extended mode. */
export function createSpotify({ config, upstream: factory }: ProviderDeps): Provider {
  const { SPOTIFY_CLIENT_ID: id = '', SPOTIFY_CLIENT_SECRET: secret = '', SPOTIFY_MARKET: market } = config
  const missing = missingOf(config)
  const enabled = () => missing.length === 0
  const accounts = factory({
    name: 'spotify-accounts',
    title: 'Spotify',
    baseUrl: config.SPOTIFY_ACCOUNTS_BASE_URL,
    limits: ACCOUNT_LIMITS,
    enabled,
    examine: examineAccounts,
  })
  const token = createToken(accounts, id, secret)
  const upstream = factory({
    name: 'spotify',
    title: 'Spotify',
    baseUrl: config.SPOTIFY_API_BASE_URL,
    limits: LIMITS,
    budget: BUDGET,
    headers: async () => ({ authorization: `Bearer ${await token.current()}` }),
    enabled,
    examine,
    onRefused: () => token.renew(),
  })
  const api = createApi(upstream, market)
  return {
    name: 'spotify',
    title: 'Spotify',
    website: 'https://open.spotify.com',
    attribution: 'Metadata and artwork from Spotify',
    missing,
    upstream,
    ports: {
      artistSearch: searchOf(api),
      discography: discographyOf(api),
      albumTracks: albumTracksOf(api),
      trackLookup: trackLookupOf(api),
      artistImages: imagesOf(api),
      coverArt: coversOf(api),
      popularity: popularityOf(api),
      similarArtists: similarOf(api),
      topTracks: topTracksOf(api),
      recommendations: recommendationsOf(api),
      audioFeatures: featuresOf(api),
    },
    async probe(ask) {
      const query = { q: 'a', type: 'artist', limit: 1, market }
      await upstream.json({ family: 'search', path: '/search', query, schema: z.object({}) }, ask)
    },
  }
}
