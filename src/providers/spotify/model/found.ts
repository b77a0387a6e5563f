import { normalizeName } from '../../../platform/lib/normalize.ts'
import type {
  AlbumContents,
  CreditedArtist,
  FoundAlbum,
  FoundArtist,
  FoundTrack,
  Picture,
  ReleaseType,
} from '../../ports.ts'
import type { Album, Artist, SimpleAlbum, SimpleTrack, Track } from './shapes.ts'

type Images = Artist['images']
const DIGITS = new Map(Object.entries({ year: 4, month: 7, day: 10 }))
const EP_TRACKS = { least: 4, most: 6 }

/** Largest first. */
export const picturesOf = (images: Images): Picture[] =>
  [...(images ?? [])]
    .sort((a, b) => (b.width ?? 0) - (a.width ?? 0))
    .map(({ url, width, height }) => ({ url, width: width ?? null, height: height ?? null }))

/** How near a name is to the one asked for: 1 the same, less with every place behind it. */
const scoreOf = (name: string, query: string, place: number) =>
  normalizeName(name) === normalizeName(query) ? 1 : Math.max(0.1, 0.8 - place * 0.05)

export const artistOf = (artist: Artist, query = artist.name, place = 0): FoundArtist => ({
  name: artist.name,
  ids: { spotify: artist.id },
  disambiguation: '',
  genres: artist.genres ?? [],
  picture: picturesOf(artist.images)[0] ?? null,
  popularity: artist.popularity ?? null,
  followers: artist.followers?.total ?? null,
  aliases: [],
  score: scoreOf(artist.name, query, place),
})

const creditsOf = (artists: SimpleAlbum['artists']): CreditedArtist[] =>
  artists.map(({ id, name }, at) => ({
    name,
    ids: id === null ? {} : { spotify: id },
    role: 'main',
    joinPhrase: at < artists.length - 1 ? ', ' : '',
  }))

/** Spotify calls EPs singles: one of 4 to 6 tracks is taken for an EP, as its own app does. */
function typeOf({ album_type: type, total_tracks: tracks }: SimpleAlbum): ReleaseType {
  if (type === 'compilation') return 'compilation'
  if (type !== 'single') return 'album'
  return (tracks ?? 0) >= EP_TRACKS.least && (tracks ?? 0) <= EP_TRACKS.most ? 'ep' : 'single'
}

/** As exact as it is known: a year alone may come as its first of January. "0000" is no year. */
function dateOf({ release_date: date, release_date_precision: precision }: SimpleAlbum): string {
  if (!date || !/^\d{4}(-\d{2}){0,2}$/.test(date) || date.startsWith('0000')) return ''
  return date.slice(0, DIGITS.get(precision ?? 'day') ?? 10)
}

export const albumOf = (album: SimpleAlbum, upc: string | null = null): FoundAlbum => ({
  title: album.name,
  ids: { spotify: album.id },
  type: typeOf(album),
  date: dateOf(album),
  credits: creditsOf(album.artists),
  genres: [],
  upc,
  trackCount: album.total_tracks ?? null,
  cover: picturesOf(album.images)[0] ?? null,
  disambiguation: '',
})

export const trackOf = (track: SimpleTrack | Track): FoundTrack => ({
  title: track.name,
  ids: track.id === null ? {} : { spotify: track.id },
  disc: track.disc_number,
  position: track.track_number ?? null,
  durationMs: track.duration_ms ?? null,
  isrcs: 'external_ids' in track && track.external_ids?.isrc ? [track.external_ids.isrc] : [],
  explicit: track.explicit ?? null,
  credits: creditsOf(track.artists),
  popularity: 'popularity' in track ? (track.popularity ?? null) : null,
})

export const trackWithAlbumOf = (track: Track) => ({
  ...trackOf(track),
  album: track.album ? albumOf(track.album) : null,
})

const sameArtists = (a: SimpleAlbum['artists'], b: SimpleAlbum['artists']) =>
  a.length === b.length && a.every(({ id, name }, at) => (id ?? name) === (b[at]?.id ?? b[at]?.name))

/** An album with all its tracks; their credits are left out where they are the album's. */
export function contentsOf(album: Album, tracks: readonly SimpleTrack[]): AlbumContents {
  const upc = album.external_ids?.upc ?? null
  const label = album.label ?? null
  const { title, date, trackCount } = albumOf(album)
  return {
    ids: { spotify: album.id },
    label,
    upc,
    editions: [
      { id: album.id, title, date, country: null, format: 'Digital Media', label, upc, trackCount, status: null },
    ],
    tracks: tracks.map((track) => ({
      ...trackOf(track),
      credits: sameArtists(track.artists, album.artists) ? [] : creditsOf(track.artists),
    })),
  }
}
