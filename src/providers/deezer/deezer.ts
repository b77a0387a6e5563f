import type { ProviderDeps } from '../deps.ts'
import type { Provider } from '../provider.ts'
import { createAlbumPorts } from './albums.ts'
import { createArtistPorts } from './artists.ts'
import { examine } from './reads.ts'
import { genres } from './shapes.ts'

/** Deezer's public catalogue: no key, at most 50 requests in 5 seconds. Its previews expire and are never kept. */
export function createDeezer({ config, upstream: factory }: ProviderDeps): Provider {
  const upstream = factory({
    name: 'deezer',
    title: 'Deezer',
    baseUrl: config.DEEZER_BASE_URL,
    limits: { everyMs: 125, concurrency: 4, timeoutMs: 10_000, retries: 3, backoffMs: 1000, backoffCapMs: 5000 },
    examine,
  })
  const artists = createArtistPorts(upstream)
  const albums = createAlbumPorts(upstream)
  return {
    name: 'deezer',
    title: 'Deezer',
    website: 'https://www.deezer.com',
    attribution: 'Catalogue data from Deezer',
    missing: [],
    upstream,
    ports: {
      artistSearch: artists,
      discography: albums,
      albumTracks: albums,
      trackLookup: albums,
      artistImages: artists,
      coverArt: albums,
      genres: artists,
      similarArtists: artists,
      popularity: artists,
      topTracks: artists,
    },
    async probe(ask) {
      await upstream.json({ family: 'genre', path: '/genre', schema: genres }, ask)
    },
  }
}
