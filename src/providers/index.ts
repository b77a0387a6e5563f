import { createCoverart } from './coverart/coverart.ts'
import { createDeezer } from './deezer/deezer.ts'
import type { ProviderDeps } from './deps.ts'
import { createDiscogs } from './discogs/discogs.ts'
import { createItunes } from './itunes/itunes.ts'
import { createLastfm } from './lastfm/lastfm.ts'
import { createListenbrainz } from './listenbrainz/listenbrainz.ts'
import { createLrclib } from './lrclib/lrclib.ts'
import { createMusicbrainz } from './musicbrainz/musicbrainz.ts'
import type { Providers } from './provider.ts'
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
    ].map((create) => create(deps)),
    deps.config.OFFLINE,
  )
}
