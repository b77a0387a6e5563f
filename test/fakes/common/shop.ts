import type { World, WorldAlbum, WorldArtist, WorldTrack } from '../world/types.ts'

export type Placed = Readonly<{ track: WorldTrack; album: WorldAlbum; disc: number; position: number }>
type Known = Readonly<{ unknownTo: readonly string[] }>

export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const tracksOf = (album: WorldAlbum): Placed[] =>
  (album.editions[0]?.discs ?? []).flatMap((tracks, disc) =>
    tracks.map((track, at) => ({ track, album, disc: disc + 1, position: at + 1 })),
  )

/** The first edition of every album that a service knows, by the numbers it has there. */
export function shopOf(
  world: World,
  service: string,
  numberOf: (one: WorldAlbum | WorldArtist | WorldTrack) => number,
) {
  const isKnown = ({ unknownTo }: Known) => !unknownTo.includes(service)
  const artistOf = (album: WorldAlbum) => world.artists[album.credits[0]?.artist ?? -1]
  const isSold = (album: WorldAlbum) => {
    const artist = artistOf(album)
    return isKnown(album) && artist !== undefined && isKnown(artist)
  }
  const artists = new Map<number, WorldArtist>()
  for (const artist of world.artists.filter(isKnown)) artists.set(numberOf(artist), artist)
  const albums = new Map<number, WorldAlbum>()
  const byUpc = new Map<string, WorldAlbum>()
  const tracks = new Map<number, Placed>()
  const byIsrc = new Map<string, Placed>()
  for (const album of world.albums.filter(isSold)) {
    albums.set(numberOf(album), album)
    for (const { barcode } of album.editions) if (barcode && !byUpc.has(barcode)) byUpc.set(barcode, album)
    for (const placed of tracksOf(album)) {
      if (!tracks.has(numberOf(placed.track))) tracks.set(numberOf(placed.track), placed)
      for (const isrc of placed.track.isrcs) if (!byIsrc.has(isrc)) byIsrc.set(isrc, placed)
    }
  }
  const names = new Map([...artists.values()].map((artist) => [artist.key, fold(artist.name)]))
  const titles = new Map([...albums.values()].map((album) => [album.key, fold(album.title)]))
  return {
    artists,
    albums,
    byUpc,
    tracks,
    byIsrc,
    names,
    titles,
    tracksOf,
    artistOf: (album: WorldAlbum): WorldArtist => artistOf(album) as WorldArtist,
    artistAt: (key: number): WorldArtist | undefined => {
      const artist = world.artists[key]
      return artist && isKnown(artist) ? artist : undefined
    },
    albumsOf: (artist: WorldArtist): WorldAlbum[] =>
      artist.albums.flatMap((key) => {
        const album = world.albums[key]
        return album && isSold(album) ? [album] : []
      }),
  }
}
export type Shop = ReturnType<typeof shopOf>
