import { createWindow, oncePerWorld, originOf } from './common/manners.ts'
import { fold, type Placed, type Shop, shopOf } from './common/shop.ts'
import type { FakeHandler, FakeReply, FakeRequest } from './types.ts'
import { picture } from './world/picture.ts'
import type { World, WorldAlbum, WorldArtist } from './world/types.ts'

const itunesShop = oncePerWorld((world: World) => shopOf(world, 'itunes', (one) => one.itunesId))
type Where = Readonly<{ shop: Shop; origin: string }>
const ENDINGS = { Album: '', EP: ' - EP', Single: ' - Single' } as const
/** What a test may set. */
export type ItunesFakeOptions = { calls: number }

/** JSON under the type of a script, after some empty lines, as the real service sends it. */
const script = (status: number, body: object): FakeReply => ({
  status,
  headers: { 'content-type': 'text/javascript; charset=utf-8' },
  body: `\n\n\n${JSON.stringify(body)}\n`,
})
const listed = (rows: readonly object[]) => script(200, { resultCount: rows.length, results: rows })
const bad = (key: string) => script(400, { errorMessage: `Invalid value(s) for key(s): [${key}]`, queryParameters: {} })

/** The iTunes Search API: search, lookup, covers; 20 calls a minute, then 403. */
export function itunesFake(world: World, { calls = 20 }: Partial<ItunesFakeOptions> = {}): FakeHandler {
  const allow = createWindow(calls, 60_000)
  const shop = itunesShop(world)
  return (request) => {
    if (request.method !== 'GET') return undefined
    if (request.path.startsWith('/image/')) return image(request.path)
    if (request.path !== '/search' && request.path !== '/lookup') return undefined
    if (!allow(request.at).allowed) return { status: 403, headers: { 'content-type': 'text/html' }, body: '' }
    const limit = Number(request.query.get('limit') ?? 50)
    if (!(limit >= 1 && limit <= 200)) return bad('limit')
    const where = { shop, origin: originOf(request) }
    return request.path === '/lookup' ? lookup(where, request, limit) : search(where, request, limit)
  }
}

function lookup(where: Where, { query }: FakeRequest, limit: number): FakeReply {
  const { shop } = where
  const [id, entity] = [Number(query.get('id')), query.get('entity')]
  const artist = shop.artists.get(id)
  const album = shop.albums.get(id) ?? shop.byUpc.get(query.get('upc') ?? '')
  if (entity && !['album', 'song'].includes(entity)) return bad('entity')
  if (artist) {
    const albums = entity === 'album' ? shop.albumsOf(artist).slice(0, limit) : []
    return listed([artistRow(artist), ...albums.map((one) => albumRow(where, one))])
  }
  if (!album) return listed([])
  const songs = entity === 'song' ? shop.tracksOf(album).slice(0, limit) : []
  return listed([albumRow(where, album), ...songs.map((one) => songRow(where, one))])
}

function search(where: Where, { query }: FakeRequest, limit: number): FakeReply {
  const { shop } = where
  const words = fold(query.get('term') ?? '')
    .split(' ')
    .filter(Boolean)
  const hasAll = (text: string) => words.length > 0 && words.every((word) => text.includes(word))
  if (query.get('media') !== 'music') return bad('media')
  if (query.get('entity') === 'musicArtist') {
    const found = [...shop.artists.values()].filter(({ key }) => hasAll(shop.names.get(key) ?? ''))
    return listed(found.slice(0, limit).map(artistRow))
  }
  if (query.get('entity') !== 'album') return bad('entity')
  const found = [...shop.albums.values()].filter((one) =>
    hasAll(`${shop.names.get(shop.artistOf(one).key)} ${shop.titles.get(one.key)}`),
  )
  return listed(found.slice(0, limit).map((one) => albumRow(where, one)))
}

const artistRow = (artist: WorldArtist) => ({
  wrapperType: 'artist',
  artistType: 'Artist',
  artistName: artist.name,
  artistLinkUrl: `https://music.apple.com/us/artist/${artist.itunesId}`,
  artistId: artist.itunesId,
  ...(artist.genres[0] && { primaryGenreName: artist.genres[0].name, primaryGenreId: 20 }),
})

function parent({ shop, origin }: Where, album: WorldAlbum) {
  const artist = shop.artistOf(album)
  const art = (size: number) => `${origin}/image/thumb/${(album.color ?? '').slice(1)}/source/${size}x${size}bb.jpg`
  return {
    artistId: artist.itunesId,
    collectionId: album.itunesId,
    artistName: artist.name,
    collectionName: `${album.title}${ENDINGS[album.primaryType]}`,
    ...(album.color && { artworkUrl60: art(60), artworkUrl100: art(100) }),
    collectionExplicitness: 'notExplicit',
    trackCount: shop.tracksOf(album).length,
    country: 'USA',
    ...(album.date && { releaseDate: `${`${album.date}-01-01`.slice(0, 10)}T08:00:00Z` }),
    ...(album.genres[0] && { primaryGenreName: album.genres[0] }),
  }
}
const albumRow = (where: Where, album: WorldAlbum) => ({
  wrapperType: 'collection',
  collectionType: album.secondaryTypes.includes('Compilation') ? 'Compilation' : 'Album',
  ...parent(where, album),
  copyright: `℗ ${album.editions[0]?.label ?? ''}`,
})

function songRow(where: Where, { track, album, disc, position }: Placed) {
  const credited = track.credits[0] && where.shop.artistAt(track.credits[0].artist)
  return {
    wrapperType: 'track',
    kind: 'song',
    ...parent(where, album),
    ...(credited && { artistId: credited.itunesId, artistName: credited.name }),
    trackId: track.itunesId,
    trackName: track.title,
    previewUrl: `${where.origin}/preview/${track.itunesId}.m4a`,
    ...(track.lengthMs !== null && { trackTimeMillis: track.lengthMs }),
    trackNumber: position,
    discNumber: disc,
    trackExplicitness: track.explicit ? 'explicit' : 'notExplicit',
    isStreamable: true,
  }
}

/** Any size is made on demand. */
async function image(path: string): Promise<FakeReply> {
  const [, color, size] = /^\/image\/thumb\/([0-9a-f]{6})\/source\/(\d{2,4})x\d+bb\.jpg$/.exec(path) ?? []
  if (!color) return { status: 404, body: 'Not Found' }
  return { headers: { 'content-type': 'image/jpeg' }, body: await picture(`#${color}`, Number(size)) }
}
