import type { World, WorldAlbum, WorldArtist, WorldTrack } from '../world/types.ts'

export type Song = Readonly<{ track: WorldTrack; album: WorldAlbum; disc: number; position: number }>

/** As Spotify compares: no accents, no signs, words. */
export const wordsOf = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** The world by Spotify's ids: made once, for it has tens of thousands of tracks. */
export function catalogueOf(world: World) {
  const known = (one: { unknownTo: readonly string[] }) => !one.unknownTo.includes('spotify')
  const artists = new Map(world.artists.filter(known).map((artist) => [artist.spotifyId, artist]))
  const albums = new Map<string, WorldAlbum>()
  const songs = new Map<string, Song>()
  const byIsrc = new Map<string, Song[]>()
  const byUpc = new Map<string, WorldAlbum>()
  const albumsOf = new Map<number, WorldAlbum[]>()
  const appearsOn = new Map<number, WorldAlbum[]>()
  const songsOf = new Map<number, Song[]>()

  for (const album of world.albums.filter(known)) {
    const discs = album.editions[0]?.discs ?? []
    if (discs.length === 0) continue
    albums.set(album.spotifyId, album)
    if (album.editions[0]?.barcode) byUpc.set(album.editions[0].barcode, album)
    const own = new Set(album.credits.map(({ artist }) => artist))
    for (const artist of own) push(albumsOf, artist, album)
    const guests = new Set<number>()
    for (const [disc, tracks] of discs.entries())
      for (const [position, track] of tracks.entries()) {
        const song = { track, album, disc: disc + 1, position: position + 1 }
        songs.set(track.spotifyId, song)
        for (const isrc of track.isrcs) push(byIsrc, isrc, song)
        const credits = track.credits.length > 0 ? track.credits : album.credits
        for (const { artist } of credits) push(songsOf, artist, song)
        for (const { artist } of credits) if (!own.has(artist)) guests.add(artist)
      }
    for (const guest of guests) push(appearsOn, guest, album)
  }
  return { world, artists, albums, songs, byIsrc, byUpc, albumsOf, appearsOn, songsOf }
}
export type Catalogue = ReturnType<typeof catalogueOf>

/** Names that hold every word of a query, or begin with it; the best known first. */
export const searchNames = (artists: Iterable<WorldArtist>, query: string): WorldArtist[] => {
  const wanted = wordsOf(query)
  const rank = (artist: WorldArtist) => {
    const has = wordsOf(artist.name)
    if (has.join(' ') === wanted.join(' ')) return 2
    return wanted.length > 0 && wanted.every((word) => has.some((other) => other.startsWith(word))) ? 1 : 0
  }
  return [...artists]
    .map((artist) => ({ artist, rank: rank(artist) }))
    .filter((one) => one.rank > 0)
    .sort((a, b) => b.rank - a.rank || b.artist.popularity - a.artist.popularity)
    .map(({ artist }) => artist)
}
