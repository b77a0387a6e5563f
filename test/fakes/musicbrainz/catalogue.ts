import { oncePerWorld } from '../common/manners.ts'
import type { World, WorldAlbum, WorldArtist, WorldEdition, WorldTrack } from '../world/types.ts'

export type Release = Readonly<{ album: WorldAlbum; edition: WorldEdition }>
export type Place = Release & Readonly<{ track: WorldTrack; disc: number; position: number }>

const known = ({ unknownTo }: { unknownTo: readonly string[] }) => !unknownTo.includes('musicbrainz')
function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** What the relations of an artist lead to, and their types. */
export function pagesOf(artist: WorldArtist): (readonly [type: string, url: string])[] {
  const at = (service: string, type: string, url: string) =>
    artist.unknownTo.includes(service) ? [] : [[type, url] as const]
  // Every third artist has no link to Wikidata, which itself states the id; the third one's link is of a merged item.
  const wikidata = artist.key === 2 ? `Q${800_000_000 + artist.key}` : artist.wikidataId
  return [
    ...(artist.website ? [['official homepage', artist.website] as const] : []),
    ...(artist.key % 3 === 1 ? [] : at('wikipedia', 'wikidata', `https://www.wikidata.org/wiki/${wikidata}`)),
    ...at('spotify', 'free streaming', `https://open.spotify.com/artist/${artist.spotifyId}`),
    ...at('deezer', 'free streaming', `https://www.deezer.com/artist/${artist.deezerId}`),
    ...at('itunes', 'purchase for download', `https://music.apple.com/us/artist/${artist.itunesId}`),
    ...at('discogs', 'discogs', `https://www.discogs.com/artist/${artist.discogsId}`),
    ...at('lastfm', 'last.fm', `https://www.last.fm/music/${encodeURIComponent(artist.name).replaceAll('%20', '+')}`),
  ]
}

/** Recordings are many, and few are asked for by id: they are looked up when the first one is. */
function recordingsOf(releases: Iterable<Release>) {
  const byMbid = new Map<string, Place[]>()
  const byIsrc = new Map<string, Place[]>()
  for (const release of releases)
    for (const [disc, tracks] of release.edition.discs.entries())
      for (const [position, track] of tracks.entries()) {
        const place = { ...release, track, disc: disc + 1, position: position + 1 }
        const first = !byMbid.has(track.recordingMbid)
        push(byMbid, track.recordingMbid, place)
        if (first) for (const isrc of track.isrcs) push(byIsrc, isrc, place)
      }
  return { byMbid, byIsrc }
}

export const catalogueOf = oncePerWorld((world: World) => {
  const artists = world.artists.filter(known)
  const artistByMbid = new Map(
    artists.flatMap((artist) => [artist.mbid, ...artist.mergedMbids].map((mbid) => [mbid, artist] as const)),
  )
  const artistByPage = new Map(artists.flatMap((artist) => pagesOf(artist).map(([, url]) => [url, artist] as const)))
  const albums = world.albums.filter(known)
  const albumByMbid = new Map(albums.map((album) => [album.mbid, album]))
  const releaseByMbid = new Map<string, Release>()
  const albumsOf = new Map<number, WorldAlbum[]>()
  const releasesOf = new Map<number, Release[]>()
  for (const album of albums) {
    const releases = album.editions.map((edition) => ({ album, edition }))
    for (const release of releases) releaseByMbid.set(release.edition.mbid, release)
    for (const artist of new Set(album.credits.map((credit) => credit.artist))) {
      push(albumsOf, artist, album)
      for (const release of releases) push(releasesOf, artist, release)
    }
  }
  // By date, so that editions of one album are far apart.
  for (const list of releasesOf.values())
    list.sort((a, b) => (a.edition.date || '9').localeCompare(b.edition.date || '9'))
  let recordings: ReturnType<typeof recordingsOf> | null = null
  return {
    ...{ world, artists, artistByMbid, artistByPage, albumByMbid, releaseByMbid, albumsOf, releasesOf },
    recordings() {
      recordings ??= recordingsOf(releaseByMbid.values())
      return recordings
    },
  }
})
export type Catalogue = ReturnType<typeof catalogueOf>
