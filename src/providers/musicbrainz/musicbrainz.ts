import { z } from 'zod'
import type { ProviderDeps } from '../deps.ts'
import type { Provider } from '../provider.ts'
import { createArtistSearch, createGenres, createIdentity } from './artists.ts'
import { createDiscography } from './discography.ts'
import { createAlbumTracks } from './releases/album-tracks.ts'
import { createTrackLookup } from './releases/track-lookup.ts'

const LIMITS = {
  everyMs: 1000,
  concurrency: 1,
  timeoutMs: 20_000,
  retries: 4,
  backoffMs: 2000,
  backoffCapMs: 30_000,
} as const

/** The spine of the catalogue: who artists are, all that they released, and ids of other services. */
export function createMusicbrainz({ config, upstream: create }: ProviderDeps): Provider {
  const upstream = create({
    name: 'musicbrainz',
    title: 'MusicBrainz',
    baseUrl: config.MUSICBRAINZ_BASE_URL,
    limits: LIMITS,
  })
  return {
    name: 'musicbrainz',
    title: 'MusicBrainz',
    website: 'https://musicbrainz.org',
    attribution: 'Data from MusicBrainz (CC0); genres and tags CC BY-NC-SA 3.0',
    missing: [],
    upstream,
    ports: {
      artistSearch: createArtistSearch(upstream),
      identity: createIdentity(upstream),
      discography: createDiscography(upstream),
      albumTracks: createAlbumTracks(upstream),
      trackLookup: createTrackLookup(upstream),
      genres: createGenres(upstream),
    },
    async probe(ask) {
      const query = { limit: 1, fmt: 'json' }
      await upstream.json(
        { family: 'probe', path: '/genre/all', query, schema: z.object({ genres: z.array(z.unknown()) }) },
        ask,
      )
    },
  }
}
