import { albumMaker } from './albums.ts'
import { draftArtists, similarOf, variousKey } from './artists.ts'
import { TODAY } from './dates.ts'
import { plansOf } from './plan.ts'
import type { World } from './types.ts'

type Options = Readonly<{ seed?: number; artists?: number; albums?: number; tracks?: number; today?: string }>
const worlds = new Map<string, World>()

/**
 * A made-up catalogue, the same for the same options: 300 artists, 3 000 albums and 40 000 tracks unless told
 * otherwise; with fewer artists, 10 albums for each and 40 tracks for three albums. Tracks are counted on the first
 * editions. Every artist has an album and the first one twenty, so very small numbers are exceeded. `today`
 * (YYYY-MM-DD) is the day of the newest albums.
 */
export function makeWorld(options: Options = {}): World {
  const { seed = 1, artists = 300, today = TODAY } = options
  const albums = options.albums ?? artists * 10
  const tracks = options.tracks ?? Math.round((albums * 40) / 3)
  const sizes = { seed, artists, albums, tracks, today }
  const name = JSON.stringify(sizes)
  const world = worlds.get(name) ?? build(sizes)
  worlds.set(name, world)
  return world
}

function build(sizes: Required<Options>): World {
  const drafts = draftArtists(sizes)
  const various = variousKey(drafts)
  const make = albumMaker(sizes.seed, sizes.today, drafts, various)
  const albums = plansOf(sizes, various).map(make)
  const artists = drafts.map(({ artist }) => ({
    ...artist,
    similar: similarOf(sizes.seed, drafts, artist.key),
    albums: [] as number[],
  }))
  for (const album of albums) artists[album.credits[0]?.artist ?? 0]?.albums.push(album.key)
  return { artists, albums }
}
