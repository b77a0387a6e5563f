import { createSpotify } from '../../../src/providers/spotify/spotify.ts'
import type { Started } from '../../contracts/port.ts'
import { SPOTIFY_ID, SPOTIFY_SECRET, type SpotifyFakeOptions } from '../../fakes/spotify/options.ts'
import { spotifyFake } from '../../fakes/spotify.ts'
import type { World } from '../../fakes/world/types.ts'
import { open, startProvider } from '../start.ts'

type Keys = { SPOTIFY_CLIENT_ID?: string | undefined; SPOTIFY_CLIENT_SECRET?: string | undefined }

export async function startSpotify(
  world: World,
  options: Partial<SpotifyFakeOptions> = {},
  keys: Keys = {},
): Promise<Started> {
  const started = await startProvider('spotify', createSpotify, spotifyFake(world, options), (url) => ({
    SPOTIFY_API_BASE_URL: `${url}/v1`,
    SPOTIFY_ACCOUNTS_BASE_URL: url,
    SPOTIFY_CLIENT_ID: SPOTIFY_ID,
    SPOTIFY_CLIENT_SECRET: SPOTIFY_SECRET,
    ...keys,
  }))
  return { ...started, about: ({ path }) => path !== '/api/token' }
}

export const openSpotify = (...args: Parameters<typeof startSpotify>) => open(startSpotify(...args))
