import type { FakeReply, FakeRequest } from '../types.ts'
import type { Catalogue, Song } from './catalogue.ts'
import { isReply, pageOf, windowOf } from './paging.ts'
import { badId, failed, isId, unknown } from './replies.ts'
import { albumJson, artistJson, featuresJson, groupOf, type Scene, songJson, trackJson } from './shapes.ts'

export type Call = Readonly<{ catalogue: Catalogue; scene: Scene; request: FakeRequest; id: string }>
const GROUPS = ['album', 'single', 'compilation', 'appears_on']

const found = <T>(one: T | undefined, body: (one: T) => object): FakeReply => (one ? { body: body(one) } : unknown())

const artist = ({ catalogue, scene, id }: Call) => found(catalogue.artists.get(id), (one) => artistJson(scene, one))
const track = ({ catalogue, scene, id }: Call) => found(catalogue.songs.get(id), (one) => trackJson(scene, one))

function artistAlbums({ catalogue, scene, request, id }: Call): FakeReply {
  const one = catalogue.artists.get(id)
  if (!one) return unknown()
  const groups = (request.query.get('include_groups') ?? GROUPS.join(',')).split(',')
  if (!groups.every((group) => GROUPS.includes(group))) return failed(400, 'Invalid album type')
  const window = windowOf(request, scene.extended ? { most: 50, usual: 20 } : { most: 10, usual: 5 })
  if (isReply(window)) return window
  const own = (catalogue.albumsOf.get(one.key) ?? []).map((album) => ({ album, group: groupOf(album) as string }))
  const guest = (catalogue.appearsOn.get(one.key) ?? []).map((album) => ({ album, group: 'appears_on' }))
  const all = [...own, ...guest]
    .filter(({ group }) => groups.includes(group))
    .sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || b.album.date.localeCompare(a.album.date))
    .map(({ album, group }) => albumJson(scene, album, group))
  return { body: pageOf(request, `/v1/artists/${id}/albums`, all, window) }
}

const songsOf = ({ catalogue, id }: Call): Song[] =>
  (catalogue.albums.get(id)?.editions[0]?.discs.flat() ?? []).flatMap((one, at) => {
    const album = catalogue.albums.get(id)
    const song = catalogue.songs.get(one.spotifyId)
    if (!album || !song) return []
    return [{ ...placeOf(album.editions[0]?.discs ?? [], at), track: one, album }]
  })

/** Disc and position of the nth track. */
function placeOf(discs: readonly (readonly unknown[])[], at: number): { disc: number; position: number } {
  let left = at
  for (const [disc, tracks] of discs.entries()) {
    if (left < tracks.length) return { disc: disc + 1, position: left + 1 }
    left -= tracks.length
  }
  return { disc: 1, position: at + 1 }
}

function album(call: Call): FakeReply {
  const { catalogue, scene, request, id } = call
  return found(catalogue.albums.get(id), (one) => {
    const songs = songsOf(call).map((song) => songJson(scene, song))
    const edition = one.editions[0]
    const inner = { ...request, query: new URLSearchParams() }
    return {
      ...albumJson(scene, one),
      tracks: pageOf(inner, `/v1/albums/${id}/tracks`, songs, { limit: 50, offset: 0 }),
      copyrights: [{ text: `${one.date.slice(0, 4)} ${edition?.label}`, type: 'C' }],
      external_ids: edition?.barcode ? { upc: edition.barcode } : {},
      genres: [],
      ...(scene.extended && { label: edition?.label, popularity: 40 }),
    }
  })
}

function albumTracks(call: Call): FakeReply {
  const { catalogue, scene, request, id } = call
  if (!catalogue.albums.has(id)) return unknown()
  const window = windowOf(request, { most: 50, usual: 20 })
  if (isReply(window)) return window
  const songs = songsOf(call).map((song) => songJson(scene, song))
  return { body: pageOf(request, `/v1/albums/${id}/tracks`, songs, window) }
}

/** Endpoints of old: 404 or 403 in development mode. */
function relatedArtists({ catalogue, scene, id }: Call): FakeReply {
  if (!scene.extended) return failed(404, 'Not Found')
  return found(catalogue.artists.get(id), (one) => {
    const near = one.similar.flatMap(({ artist: key }) => scene.world.artists[key] ?? [])
    const known = near.filter(({ spotifyId }) => catalogue.artists.has(spotifyId))
    return { artists: known.slice(0, 20).map((other) => artistJson(scene, other)) }
  })
}

function topTracks({ catalogue, scene, id }: Call): FakeReply {
  if (!scene.extended) return failed(403, 'Forbidden')
  return found(catalogue.artists.get(id), (one) => {
    const best = [...(catalogue.songsOf.get(one.key) ?? [])].sort((a, b) => b.track.plays - a.track.plays)
    return { tracks: best.slice(0, 10).map((song) => trackJson(scene, song)) }
  })
}

export const OF_ONE: Readonly<Record<string, (call: Call) => FakeReply>> = {
  artists: artist,
  'artists/albums': artistAlbums,
  'artists/related-artists': relatedArtists,
  'artists/top-tracks': topTracks,
  albums: album,
  'albums/tracks': albumTracks,
  tracks: track,
}

/** GET /recommendations */
export function recommendations({ catalogue, scene, request }: Omit<Call, 'id'>): FakeReply {
  if (!scene.extended) return failed(404, 'Not Found')
  const seeds = ['seed_artists', 'seed_tracks', 'seed_genres'].flatMap(
    (name) => request.query.get(name)?.split(',') ?? [],
  )
  const window = windowOf(request, { most: 100, usual: 20 })
  if (isReply(window)) return window
  if (seeds.length < 1 || seeds.length > 5) return failed(400, 'Invalid seeds')
  const songs = [...catalogue.songs.values()].filter(({ track: { spotifyId } }) => !seeds.includes(spotifyId))
  return { body: { seeds: [], tracks: songs.slice(0, window.limit).map((song) => trackJson(scene, song)) } }
}

/** GET /audio-features: unknown ids are null. */
export function audioFeatures({ catalogue, scene, request }: Omit<Call, 'id'>): FakeReply {
  if (!scene.extended) return failed(403)
  const ids = (request.query.get('ids') ?? '').split(',').filter(Boolean)
  if (ids.length === 0 || ids.length > 100) return failed(400, 'Invalid request')
  if (!ids.every(isId)) return badId()
  const features = ids.map((id) => {
    const song = catalogue.songs.get(id)
    return song ? featuresJson(scene, song) : null
  })
  return { body: { audio_features: features } }
}
