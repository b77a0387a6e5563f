import { providerEnvironment } from '../../src/providers/environment.ts'
import { coverartFake } from './coverart.ts'
import { deezerFake } from './deezer.ts'
import { DISCOGS_TOKEN, discogsFake } from './discogs.ts'
import { itunesFake } from './itunes.ts'
import { LASTFM_KEY, LASTFM_SECRET } from './lastfm/options.ts'
import { lastfmFake } from './lastfm.ts'
import { LISTENBRAINZ_TOKEN, listenbrainzFake } from './listenbrainz.ts'
import { lrclibFake } from './lrclib.ts'
import { musicbrainzFake } from './musicbrainz.ts'
import { reccobeatsFake } from './reccobeats.ts'
import { startFake } from './server.ts'
import { SPOTIFY_ID, SPOTIFY_SECRET } from './spotify/options.ts'
import { spotifyFake } from './spotify.ts'
import { theaudiodbFake } from './theaudiodb.ts'
import type { Fake, FakeHandler } from './types.ts'
import { wikipediaAddresses, wikipediaFake } from './wikipedia.ts'
import type { World } from './world/types.ts'

type Kind = Readonly<{
  fake(world: World, options?: object): FakeHandler
  /** The variables by which a server finds it. */
  at(url: string): Record<string, string>
  /** What it takes as a key. */
  keys?: Readonly<Record<string, string>>
}>

const KINDS = {
  musicbrainz: { fake: musicbrainzFake, at: (url) => ({ MUSICBRAINZ_BASE_URL: `${url}/ws/2` }) },
  coverart: { fake: coverartFake, at: (url) => ({ COVERART_BASE_URL: url }) },
  listenbrainz: {
    fake: listenbrainzFake,
    at: (url) => ({ LISTENBRAINZ_BASE_URL: `${url}/1`, LISTENBRAINZ_LABS_BASE_URL: `${url}/labs` }),
    keys: { LISTENBRAINZ_TOKEN },
  },
  wikipedia: { fake: wikipediaFake, at: wikipediaAddresses },
  deezer: { fake: deezerFake, at: (url) => ({ DEEZER_BASE_URL: url }) },
  itunes: { fake: itunesFake, at: (url) => ({ ITUNES_BASE_URL: url }) },
  theaudiodb: { fake: theaudiodbFake, at: (url) => ({ THEAUDIODB_BASE_URL: `${url}/api/v1/json` }) },
  lrclib: { fake: lrclibFake, at: (url) => ({ LRCLIB_BASE_URL: `${url}/api` }) },
  reccobeats: { fake: reccobeatsFake, at: (url) => ({ RECCOBEATS_BASE_URL: `${url}/v1` }) },
  lastfm: {
    fake: lastfmFake,
    at: (url) => ({ LASTFM_BASE_URL: `${url}/2.0` }),
    keys: { LASTFM_API_KEY: LASTFM_KEY, LASTFM_API_SECRET: LASTFM_SECRET },
  },
  spotify: {
    fake: spotifyFake,
    at: (url) => ({ SPOTIFY_API_BASE_URL: `${url}/v1`, SPOTIFY_ACCOUNTS_BASE_URL: url }),
    keys: { SPOTIFY_CLIENT_ID: SPOTIFY_ID, SPOTIFY_CLIENT_SECRET: SPOTIFY_SECRET },
  },
  discogs: { fake: discogsFake, at: (url) => ({ DISCOGS_BASE_URL: url }), keys: { DISCOGS_TOKEN } },
} satisfies Record<string, Kind>
type FakeName = keyof typeof KINDS

type Options = Readonly<{
  latencyMs?: number
  /** Others are not started; their addresses lead nowhere. */
  only?: readonly FakeName[]
  /** With keys for those that want one. */
  keys?: boolean
  /** Each fake has a port of its own from here on, the same every time, unless somebody listens there. */
  firstPort?: number
  /** The clock of all of them. */
  now?: () => number
  /** What single fakes are given: `{ musicbrainz: { everyMs: 0 } }`. */
  given?: Readonly<{ [Name in FakeName]?: Parameters<(typeof KINDS)[Name]['fake']>[1] }>
}>

/** Nobody listens on this port, and clients do not refuse it by its number as they do some others. */
const NOWHERE = 'http://127.0.0.1:2'

/** Every service as a fake of one world, and the variables with which a server asks them and nobody else. */
export async function startFakes(world: World, options: Options = {}) {
  const addresses = Object.keys(providerEnvironment).filter((name) => name.endsWith('_BASE_URL'))
  const env: Record<string, string> = Object.fromEntries(addresses.map((name) => [name, NOWHERE]))
  const fakes = {} as Record<FakeName, Fake>
  const close = () => closeAll(Object.values(fakes))
  try {
    for (const [at, name] of (Object.keys(KINDS) as FakeName[]).entries()) {
      if (options.only && !options.only.includes(name)) continue
      const kind: Kind = KINDS[name]
      fakes[name] = await startAt(name, kind.fake(world, options.given?.[name]), options, at)
      Object.assign(env, kind.at(fakes[name].url), options.keys ? kind.keys : {})
    }
  } catch (error) {
    await close()
    throw error
  }
  return { fakes, env, close }
}

async function startAt(name: string, handler: FakeHandler, options: Options, at: number): Promise<Fake> {
  const { latencyMs = 0, now, firstPort } = options
  const common = { latencyMs, ...(now && { now }) }
  if (firstPort === undefined) return startFake(name, handler, common)
  return startFake(name, handler, { ...common, port: firstPort + at }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') return startFake(name, handler, common)
    throw error
  })
}

/** Closes all of them, and only then tells what they were asked and do not know. */
async function closeAll(fakes: readonly Fake[]): Promise<void> {
  const results = await Promise.allSettled(fakes.map((fake) => fake.close()))
  const messages = results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as Error).message] : []))
  if (messages.length > 0) throw new Error(messages.join('\n'))
}
