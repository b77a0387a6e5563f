import { createHash } from 'node:crypto'
import type { World, WorldAlbum, WorldArtist, WorldCredit } from '../world/types.ts'
import type { Song } from './catalogue.ts'

/** What an answer depends on: who asks, where we are, and what there is. */
export type Scene = Readonly<{ extended: boolean; host: string; world: World }>

const entity = ({ host }: Scene, kind: string, id: string) => ({
  external_urls: { spotify: `https://open.spotify.com/${kind}/${id}` },
  href: `http://${host}/v1/${kind}s/${id}`,
  id,
  type: kind,
  uri: `spotify:${kind}:${id}`,
})
const hexOf = (text: string) => createHash('md5').update(text).digest('hex')
const pictures = ({ host }: Scene, sizes: readonly (readonly [string, number])[], hash: string) =>
  sizes.map(([prefix, side]) => ({ url: `http://${host}/image/ab6761${prefix}${hash}`, height: side, width: side }))

const ARTIST_SIZES = [
  ['610000e5eb', 640],
  ['6100005174', 320],
  ['610000f178', 160],
] as const
const COVER_SIZES = [
  ['6d0000b273', 640],
  ['6d00001e02', 300],
  ['6d00004851', 64],
] as const
export const SIDES = new Map<string, number>([...ARTIST_SIZES, ...COVER_SIZES])

const creditsOf = (scene: Scene, credits: readonly WorldCredit[]) =>
  credits.map(({ artist }) => {
    const one = scene.world.artists[artist]
    return { ...entity(scene, 'artist', one?.spotifyId ?? ''), name: one?.name ?? '' }
  })

export function artistJson(scene: Scene, artist: WorldArtist) {
  const hash = hexOf(artist.mbid).slice(0, 24)
  return {
    ...entity(scene, 'artist', artist.spotifyId),
    name: artist.name,
    genres: scene.extended ? artist.genres.slice(0, 3).map(({ name }) => name) : [],
    images: artist.key % 9 === 8 ? [] : pictures(scene, ARTIST_SIZES, hash),
    ...(scene.extended && { popularity: artist.popularity, followers: { href: null, total: artist.followers } }),
  }
}

/** Spotify knows albums, singles and compilations; EPs are singles to it. */
export function groupOf({ secondaryTypes, primaryType }: WorldAlbum): 'album' | 'single' | 'compilation' {
  if (secondaryTypes.includes('Compilation')) return 'compilation'
  return primaryType === 'Album' ? 'album' : 'single'
}

function dateOf(date: string) {
  const precision = ({ 4: 'year', 7: 'month', 10: 'day' } as Record<number, string>)[date.length]
  return { release_date: precision ? date : '0000', release_date_precision: precision ?? 'year' }
}

export function albumJson(scene: Scene, album: WorldAlbum, group?: string) {
  const hash = album.color ? album.color.slice(1) + hexOf(album.mbid).slice(0, 18) : null
  return {
    ...entity(scene, 'album', album.spotifyId),
    album_type: groupOf(album),
    artists: creditsOf(scene, album.credits),
    images: hash ? pictures(scene, COVER_SIZES, hash) : [],
    name: album.title,
    ...dateOf(album.date),
    ...(album.key % 31 === 30 && { restrictions: { reason: 'market' } }),
    total_tracks: album.editions[0]?.discs.flat().length ?? 0,
    ...(scene.extended && group && { album_group: group }),
    ...(scene.extended && { available_markets: ['ES', 'US'] }),
  }
}

export function songJson(scene: Scene, { track, album, disc, position }: Song) {
  return {
    ...entity(scene, 'track', track.spotifyId),
    artists: creditsOf(scene, track.credits.length > 0 ? track.credits : album.credits),
    disc_number: disc,
    duration_ms: track.lengthMs ?? 180_000,
    explicit: track.explicit,
    is_local: false,
    is_playable: true,
    name: track.title,
    preview_url: null,
    track_number: position,
  }
}

export const trackJson = (scene: Scene, song: Song) => ({
  ...songJson(scene, song),
  album: albumJson(scene, song.album),
  external_ids: song.track.isrcs[0] ? { isrc: song.track.isrcs[0] } : {},
  ...(scene.extended && { popularity: Math.min(100, Math.round(Math.log10(song.track.plays + 1) * 12)) }),
})

export const featuresJson = (scene: Scene, { track }: Song) => ({
  acousticness: 0.2,
  danceability: 0.5,
  energy: track.energy,
  instrumentalness: 0.1,
  key: 5,
  liveness: 0.1,
  loudness: -7.5,
  mode: 1,
  speechiness: 0.04,
  tempo: track.tempo,
  time_signature: 4,
  valence: track.valence,
  duration_ms: track.lengthMs ?? 180_000,
  type: 'audio_features',
  id: track.spotifyId,
  uri: `spotify:track:${track.spotifyId}`,
  track_href: `http://${scene.host}/v1/tracks/${track.spotifyId}`,
  analysis_url: `http://${scene.host}/v1/audio-analysis/${track.spotifyId}`,
})
