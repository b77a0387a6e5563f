import type { Placed } from '../common/shop.ts'
import type { WorldAlbum, WorldArtist } from '../world/types.ts'
import type { DeezerShop } from './catalogue.ts'

const PREVIEW_MS = 15 * 60_000
const FIRST_GENRE = 100
const TYPES = { Album: 'album', EP: 'ep', Single: 'single' } as const
/** Artists without a portrait have a placeholder: no hash in its address. */
export const hasPicture = ({ key }: { key: number }): boolean => key % 7 !== 5

export type Where = Readonly<{ shop: DeezerShop; origin: string; at: number }>

function pictures(origin: string, kind: 'artist' | 'cover', name: string, hash: string) {
  const at = (size: number) => `${origin}/images/${kind}/${hash}/${size}x${size}-000000-80-0-0.jpg`
  return {
    [name]: `${origin}/${kind}/image`,
    [`${name}_small`]: at(56),
    [`${name}_medium`]: at(250),
    [`${name}_big`]: at(500),
    [`${name}_xl`]: at(1000),
  }
}
const hashOf = (color: string) => color.slice(1).padEnd(32, 'e')
const hex = (key: number) => `#${(((key + 1) * 2_654_435) % 0xffffff).toString(16).padStart(6, '0')}`

export function artistReply({ origin, shop }: Where, artist: WorldArtist) {
  return {
    id: artist.deezerId,
    name: artist.name,
    link: `https://www.deezer.com/artist/${artist.deezerId}`,
    ...pictures(origin, 'artist', 'picture', hasPicture(artist) ? hashOf(hex(artist.key)) : ''),
    nb_album: shop.albumsOf(artist).length,
    nb_fan: artist.followers,
    radio: true,
    tracklist: `${origin}/artist/${artist.deezerId}/top?limit=50`,
    type: 'artist',
  }
}
const small = (artist: WorldArtist) => ({ id: artist.deezerId, name: artist.name, type: 'artist' })

/** Unknown dates are zeros, and parts that are unknown too. */
const dateOf = (date: string) => (date ? `${date}-00-00`.slice(0, 10) : '0000-00-00')
const typeOf = ({ primaryType, secondaryTypes }: WorldAlbum) =>
  secondaryTypes.includes('Compilation') ? 'compile' : TYPES[primaryType]

/** An album as lists of an artist have it: the artist is not told again. */
export function albumReply({ origin, shop }: Where, album: WorldAlbum) {
  const genre = shop.genres.indexOf(album.genres[0] ?? '')
  return {
    id: album.deezerId,
    title: album.title,
    link: `https://www.deezer.com/album/${album.deezerId}`,
    ...pictures(origin, 'cover', 'cover', album.color ? hashOf(album.color) : ''),
    md5_image: album.color ? hashOf(album.color) : '',
    genre_id: genre < 0 ? -1 : FIRST_GENRE + genre,
    fans: shop.artistOf(album).followers >> 3,
    release_date: dateOf(album.date),
    record_type: typeOf(album),
    tracklist: `${origin}/album/${album.deezerId}/tracks`,
    explicit_lyrics: shop.tracksOf(album).some(({ track }) => track.explicit),
    type: 'album',
  }
}
export const foundAlbumReply = (where: Where, album: WorldAlbum) => ({
  ...albumReply(where, album),
  artist: small(where.shop.artistOf(album)),
})

function contributors({ shop }: Where, credits: WorldAlbum['credits']) {
  let role = 'Main'
  return credits.flatMap(({ artist, joinPhrase }) => {
    const own = role
    if (/feat/i.test(joinPhrase)) role = 'Featured'
    const found = shop.artistAt(artist)
    return found ? [{ ...small(found), role: own }] : []
  })
}

export function fullAlbumReply(where: Where, album: WorldAlbum) {
  const tracks = where.shop.tracksOf(album)
  const genres = album.genres.map((name) => ({
    id: FIRST_GENRE + Math.max(0, where.shop.genres.indexOf(name)),
    name,
    picture: `${where.origin}/genre/image`,
    type: 'genre',
  }))
  return {
    ...foundAlbumReply(where, album),
    upc: album.editions[0]?.barcode ?? '',
    genres: { data: genres },
    label: album.editions[0]?.label ?? '',
    nb_tracks: tracks.length,
    duration: tracks.reduce((sum, { track }) => sum + seconds(track.lengthMs), 0),
    available: true,
    contributors: contributors(where, album.credits),
    tracks: { data: tracks.slice(0, 25).map((placed) => shortTrack(where, placed)) },
  }
}

const seconds = (ms: number | null) => Math.round((ms ?? 0) / 1000)
const rankOf = (plays: number) => Math.min(1_000_000, Math.round((Math.log10(1 + plays) / 9) * 1_000_000))

/** Tracks inside an album say neither ISRC nor place. */
function shortTrack({ origin, shop, at }: Where, { track, album }: Placed) {
  const credited = (track.credits[0] && shop.artistAt(track.credits[0].artist)) ?? shop.artistOf(album)
  const end = Math.floor((at + PREVIEW_MS) / 1000)
  return {
    id: track.deezerId,
    readable: true,
    title: track.title,
    title_short: track.title,
    title_version: '',
    link: `https://www.deezer.com/track/${track.deezerId}`,
    duration: seconds(track.lengthMs),
    rank: rankOf(track.plays),
    explicit_lyrics: track.explicit,
    preview: `${origin}/preview/${track.deezerId}.mp3?hdnea=exp=${end}~acl=/preview/*~hmac=${'0'.repeat(64)}`,
    md5_image: album.color ? hashOf(album.color) : '',
    artist: small(credited),
    type: 'track',
  }
}
export const listedTrack = (where: Where, placed: Placed) => ({
  ...shortTrack(where, placed),
  isrc: placed.track.isrcs[0] ?? '',
  track_position: placed.position,
  disk_number: placed.disc,
})
export const fullTrack = (where: Where, placed: Placed) => ({
  ...listedTrack(where, placed),
  release_date: dateOf(placed.album.date),
  bpm: 0,
  gain: -9.4,
  available_countries: ['ES', 'GB', 'US'],
  contributors: contributors(where, placed.track.credits.length > 0 ? placed.track.credits : placed.album.credits),
  album: { id: placed.album.deezerId, title: placed.album.title, type: 'album' },
})
/** Lists of the best tracks say who is on them, not where they stand on an album. */
export function topTrack(where: Where, placed: Placed) {
  const { contributors: all, album } = fullTrack(where, placed)
  return { ...shortTrack(where, placed), contributors: all, album }
}
export const genreReplies = ({ shop, origin }: Where) => [
  { id: 0, name: 'All', picture: `${origin}/genre/0/image`, type: 'genre' },
  ...shop.genres.map((name, at) => ({
    id: FIRST_GENRE + at,
    name,
    picture: `${origin}/genre/${FIRST_GENRE + at}/image`,
    type: 'genre',
  })),
]
