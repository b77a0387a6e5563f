import { CALM } from './albums/calm.ts'
import { NEON } from './albums/neon.ts'
import { STAGE } from './albums/stage.ts'
import { VARIOUS } from './albums/various.ts'
import { WOOD } from './albums/wood.ts'
import type { DemoAlbum, DemoTrack } from './types.ts'

/** All releases of the demo library. */
export const CATALOGUE: readonly DemoAlbum[] = [...CALM, ...WOOD, ...STAGE, ...NEON, ...VARIOUS]

export const tracksOf = (album: DemoAlbum): readonly DemoTrack[] => album.discs.flat()

/** The artists of a track in order, the main one first. */
export const artistsOf = (album: DemoAlbum, track: DemoTrack): readonly string[] => track.artists ?? [album.albumArtist]

/** "A feat. B, C" as printed on a sleeve. */
export function creditOf(artists: readonly string[]): string {
  const [main = '', ...guests] = artists
  return guests.length === 0 ? main : `${main} feat. ${guests.join(', ')}`
}
