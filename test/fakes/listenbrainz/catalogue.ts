import { oncePerWorld } from '../common/manners.ts'
import type { World, WorldAlbum, WorldTrack } from '../world/types.ts'

export type Song = Readonly<{ track: WorldTrack; album: WorldAlbum; release: string }>

export const catalogueOf = oncePerWorld((world: World) => {
  const known = ({ unknownTo }: { unknownTo: readonly string[] }) => !unknownTo.includes('musicbrainz')
  const artistByMbid = new Map(world.artists.filter(known).map((artist) => [artist.mbid, artist]))
  const songs = new Map<string, Song>()
  const songsOf = new Map<number, Song[]>()
  for (const album of world.albums.filter(known))
    for (const track of album.editions[0]?.discs.flat() ?? []) {
      if (songs.has(track.recordingMbid)) continue
      const song = { track, album, release: album.editions[0]?.mbid ?? '' }
      songs.set(track.recordingMbid, song)
      for (const { artist } of track.credits.length > 0 ? track.credits : album.credits) {
        const list = songsOf.get(artist)
        if (list) list.push(song)
        else songsOf.set(artist, [song])
      }
    }
  return { world, artistByMbid, songs, songsOf }
})
export type Catalogue = ReturnType<typeof catalogueOf>
