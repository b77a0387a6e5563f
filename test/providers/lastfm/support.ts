import { createLastfm } from '../../../src/providers/lastfm/lastfm.ts'
import { LASTFM_KEY, LASTFM_SECRET, type LastfmFakeOptions } from '../../fakes/lastfm/options.ts'
import { lastfmFake } from '../../fakes/lastfm.ts'
import type { World } from '../../fakes/world/types.ts'
import { open, startProvider } from '../start.ts'

type Keys = { LASTFM_API_KEY?: string | undefined; LASTFM_API_SECRET?: string | undefined }

export const startLastfm = (world: World, options: Partial<LastfmFakeOptions> = {}, keys: Keys = {}) =>
  startProvider('lastfm', createLastfm, lastfmFake(world, options), (url) => ({
    LASTFM_BASE_URL: `${url}/2.0`,
    LASTFM_API_KEY: LASTFM_KEY,
    LASTFM_API_SECRET: LASTFM_SECRET,
    ...keys,
  }))

export const openLastfm = (...args: Parameters<typeof startLastfm>) => open(startLastfm(...args))
