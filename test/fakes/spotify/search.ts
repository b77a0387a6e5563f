import type { FakeReply, FakeRequest } from '../types.ts'
import type { WorldAlbum } from '../world/types.ts'
import { type Catalogue, type Song, searchNames, wordsOf } from './catalogue.ts'
import { isReply, pageOf, windowOf } from './paging.ts'
import { failed } from './replies.ts'
import { albumJson, artistJson, type Scene, trackJson } from './shapes.ts'

const TYPES = ['artist', 'album', 'track', 'playlist']
const FARTHEST = 1000
const FILTER = /\b(artist|album|track|year|upc|isrc|genre|tag):("[^"]*"|\S+)/g

/** `night ferry isrc:GBXXX album:"harbour lights"` taken apart. */
function parse(text: string) {
  const filters = new Map(
    [...text.matchAll(FILTER)].map(([, name = '', value = '']) => [name, value.replaceAll('"', '')]),
  )
  return { words: text.replace(FILTER, ' ').trim(), filters }
}
type Query = ReturnType<typeof parse>

const holds = (name: string, wanted: string | undefined) => {
  const has = wordsOf(name)
  return wanted === undefined || wordsOf(wanted).every((word) => has.some((other) => other.startsWith(word)))
}
const credited = ({ world }: Catalogue, album: WorldAlbum, name: string | undefined) =>
  name === undefined || album.credits.some(({ artist }) => holds(world.artists[artist]?.name ?? '', name))

function albums(catalogue: Catalogue, { words, filters }: Query): WorldAlbum[] {
  const upc = filters.get('upc')
  const pool = upc === undefined ? [...catalogue.albums.values()] : [catalogue.byUpc.get(upc) ?? []].flat()
  const wanted = filters.get('album') ?? (words || undefined)
  return pool.filter((album) => holds(album.title, wanted) && credited(catalogue, album, filters.get('artist')))
}

function tracks(catalogue: Catalogue, { words, filters }: Query): Song[] {
  const isrc = filters.get('isrc')
  const pool = isrc === undefined ? [...catalogue.songs.values()] : (catalogue.byIsrc.get(isrc.toUpperCase()) ?? [])
  const wanted = filters.get('track') ?? (words || undefined)
  const artist = filters.get('artist')
  return pool.filter(({ track, album }) => holds(track.title, wanted) && credited(catalogue, album, artist))
}

/** Lists made by Spotify itself are null to apps. */
const playlists = (scene: Scene) => [
  null,
  {
    id: '37i9dQZF1DX0000000000A',
    name: 'Tides',
    type: 'playlist',
    href: `http://${scene.host}/v1/playlists/x`,
    images: [],
  },
  null,
]

/** GET /search */
export function search(catalogue: Catalogue, scene: Scene, request: FakeRequest): FakeReply {
  const text = request.query.get('q') ?? ''
  const types = (request.query.get('type') ?? '').split(',')
  if (!text.trim()) return failed(400, 'No search query')
  if (!types.every((type) => TYPES.includes(type))) return failed(400, 'Bad search type field')
  const window = windowOf(request, scene.extended ? { most: 50, usual: 20 } : { most: 10, usual: 5 })
  if (isReply(window)) return window
  if (window.offset + window.limit > FARTHEST) return failed(400, 'Invalid offset')
  const query = parse(text)
  const list: Record<string, () => readonly unknown[]> = {
    artist: () => {
      const found = query.filters.get('artist') ?? query.words
      return searchNames(catalogue.artists.values(), found).map((artist) => artistJson(scene, artist))
    },
    album: () => albums(catalogue, query).map((album) => albumJson(scene, album)),
    track: () => tracks(catalogue, query).map((song) => trackJson(scene, song)),
    playlist: () => playlists(scene),
  }
  const pages = types.map((type) => [`${type}s`, pageOf(request, '/v1/search', list[type]?.() ?? [], window)])
  return { body: Object.fromEntries(pages) }
}
