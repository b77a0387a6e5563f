import type { World, WorldAlbum, WorldArtist, WorldTrack } from '../world/types.ts'

const fold = (text: string) => text.normalize('NFC').toLowerCase().trim()
const pair = (a: string, b: string) => `${fold(a)}\n${fold(b)}`

export type Found = Readonly<{ track: WorldTrack; album: WorldAlbum; artist: WorldArtist }>

/** The world by name, as Last.fm knows it: of several of one name the most heard. */
export function catalogueOf(world: World) {
  const artists = new Map<string, WorldArtist>()
  const aliases = new Map<string, WorldArtist>()
  const byMbid = new Map<string, WorldArtist>()
  const albums = new Map<string, WorldAlbum>()
  const tracks = new Map<string, Found>()
  const byArtist = new Map<number, Found[]>()

  const known = world.artists.filter(({ unknownTo }) => !unknownTo.includes('lastfm'))
  for (const artist of known) {
    const other = artists.get(fold(artist.name))
    if (!other || other.listeners < artist.listeners) artists.set(fold(artist.name), artist)
    for (const alias of artist.aliases) aliases.set(fold(alias), artist)
    byMbid.set(artist.mbid, artist)
  }
  for (const album of world.albums) {
    const artist = world.artists[album.credits[0]?.artist ?? -1]
    if (!artist || album.unknownTo.includes('lastfm')) continue
    albums.set(pair(artist.name, album.title), album)
    for (const track of album.editions[0]?.discs.flat() ?? []) {
      const found = { track, album, artist: world.artists[track.credits[0]?.artist ?? artist.key] ?? artist }
      const key = pair(found.artist.name, track.title)
      if (tracks.has(key)) continue
      tracks.set(key, found)
      const list = byArtist.get(found.artist.key) ?? []
      byArtist.set(found.artist.key, list)
      list.push(found)
    }
  }
  return {
    artist: (name: string, corrected: boolean) =>
      artists.get(fold(name)) ?? (corrected ? aliases.get(fold(name)) : undefined),
    artistByMbid: (mbid: string) => byMbid.get(mbid),
    album: (artist: string, title: string) => albums.get(pair(artist, title)),
    track: (artist: string, title: string) => tracks.get(pair(artist, title)),
    topTracks: (artist: number) => [...(byArtist.get(artist) ?? [])].sort((a, b) => b.track.plays - a.track.plays),
    topArtists: [...known].sort((a, b) => b.plays - a.plays),
    artists: world.artists,
  }
}
export type Catalogue = ReturnType<typeof catalogueOf>
