import { createListenbrainz } from '../../../src/providers/listenbrainz/listenbrainz.ts'
import { LISTENBRAINZ_TOKEN, type ListenbrainzFakeOptions, listenbrainzFake } from '../../fakes/listenbrainz.ts'
import { makeWorld } from '../../fakes/world/world.ts'
import { startProvider } from '../start.ts'

export const world = makeWorld({ artists: 12 })
export const ferry = world.artists[0]!

/** With a token of the server unless `token` is undefined. */
export const startWith = (token: string | undefined, options: Partial<ListenbrainzFakeOptions> = {}) =>
  startProvider('listenbrainz', createListenbrainz, listenbrainzFake(world, options), (url) => ({
    LISTENBRAINZ_BASE_URL: `${url}/1`,
    LISTENBRAINZ_LABS_BASE_URL: `${url}/labs`,
    LISTENBRAINZ_TOKEN: token,
  }))
export const start = () => startWith(LISTENBRAINZ_TOKEN)
