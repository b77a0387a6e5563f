import { createCoverart } from './coverart/coverart.ts'
import { createDeezer } from './deezer/deezer.ts'
import type { ProviderDeps } from './deps.ts'
import { createDiscogs } from './discogs/discogs.ts'
import { createItunes } from './itunes/itunes.ts'
import { createLastfm } from './lastfm/lastfm.ts'
import { createListenbrainz } from './listenbrainz/listenbrainz.ts'
import { createLrclib } from './lrclib/lrclib.ts'
import { createMusicbrainz } from './musicbrainz/musicbrainz.ts'
import type { ListedProvider, Provider, ProviderService, Providers } from './provider.ts'
import { createReccobeats } from './reccobeats/reccobeats.ts'
import { createRegistry } from './registry.ts'
import { createSpotify } from './spotify/spotify.ts'
import { createTheaudiodb } from './theaudiodb/theaudiodb.ts'
import { createWikipedia } from './wikipedia/wikipedia.ts'

/** Every service that Animo can ask, in the order of the Providers page. */
export function createProviders(deps: ProviderDeps): Providers {
  return createRegistry(
    [
      createMusicbrainz,
      createCoverart,
      createListenbrainz,
      createWikipedia,
      createDeezer,
      createItunes,
      createTheaudiodb,
      createLrclib,
      createReccobeats,
      createLastfm,
      createSpotify,
      createDiscogs,
    ].map((create) => listed(create, deps)),
    deps.config.OFFLINE,
  )
}

/** Notes what a provider makes to ask with, now and later: a wiki of another language is made when it is needed. */
function listed(create: (deps: ProviderDeps) => Provider, deps: ProviderDeps): ListedProvider {
  const made: ProviderService[] = []
  const provider = create({
    ...deps,
    upstream(options) {
      const upstream = deps.upstream(options)
      made.push({ title: options.title, upstream })
      return upstream
    },
  })
  return { ...provider, services: () => made }
}
