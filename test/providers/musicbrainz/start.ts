import { createMusicbrainz } from '../../../src/providers/musicbrainz/musicbrainz.ts'
import { type MusicbrainzFakeOptions, musicbrainzFake } from '../../fakes/musicbrainz.ts'
import type { World } from '../../fakes/world/types.ts'
import { makeWorld } from '../../fakes/world/world.ts'
import { startProvider } from '../start.ts'

export const world = makeWorld({ artists: 12 })
export const ferry = world.artists[0]!
export const UNKNOWN_ID = 'dead0000-0000-4000-8000-000000000000'

/** MusicBrainz over a world; as strict about its pace as the real one. */
export const start = (of: World = world, options: MusicbrainzFakeOptions = {}) =>
  startProvider('musicbrainz', createMusicbrainz, musicbrainzFake(of, options), (url) => ({
    MUSICBRAINZ_BASE_URL: `${url}/ws/2`,
  }))
