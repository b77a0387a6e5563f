import { createWindow, originOf } from './common/manners.ts'
import { fold, type Placed } from './common/shop.ts'
import { type DeezerShop, deezerShop } from './deezer/catalogue.ts'
import * as reply from './deezer/replies.ts'
import type { FakeHandler, FakeReply, FakeRequest } from './types.ts'
import { picture } from './world/picture.ts'
import type { World, WorldArtist } from './world/types.ts'

/** What a test may set; it is read anew with every request. */
export type DeezerFakeOptions = { calls: number; spanMs: number }
const LARGEST_PAGE = 100
const MOST_RELATED = 20

/** Deezer reports errors with status 200. */
const failed = (type: string, message: string, code: number): FakeReply => ({
  body: { error: { type, message, code } },
})
const noData = () => failed('DataException', 'no data', 800)

/** Deezer: search, artists, albums, tracks, genres, pictures and previews that expire; 50 calls in 5 seconds. */
export function deezerFake(world: World, given: Partial<DeezerFakeOptions> = {}): FakeHandler {
  const { calls = 50, spanMs = 5000 } = given
  const allow = createWindow(calls, spanMs)
  const shop = deezerShop(world)
  return (request) => {
    if (request.method !== 'GET') return undefined
    if (request.path.startsWith('/images/')) return image(request.path)
    if (request.path.startsWith('/preview/')) return preview(request)
    if (!allow(request.at).allowed) return failed('Exception', 'Quota limit exceeded', 4)
    return answer({ shop, origin: originOf(request), at: request.at }, request)
  }
}

function answer(where: reply.Where, request: FakeRequest): FakeReply | undefined {
  const [, kind, id = '', part] = request.path.split('/')
  if (kind === 'genre' && !id) return { body: { data: reply.genreReplies(where) } }
  if (kind === 'search') return search(where, request, id)
  if (kind === 'artist') return artist(where, request, where.shop.artists.get(Number(id)), part)
  if (kind === 'album') return album(where, request, id, part)
  if (kind === 'track' && !part) {
    const placed = id.startsWith('isrc:') ? where.shop.byIsrc.get(id.slice(5)) : where.shop.tracks.get(Number(id))
    return placed ? { body: reply.fullTrack(where, placed) } : noData()
  }
  return undefined
}

/** A page of a list; the last one has no `next`. `hidden` rows are counted and never shown. */
function page(request: FakeRequest, rows: readonly object[], hidden = 0): FakeReply {
  const number = (name: string, usual: number) => Number(request.query.get(name) ?? usual)
  const [index, limit] = [number('index', 0), number('limit', 25)]
  if (!(index >= 0 && limit >= 0)) return failed('ParameterException', 'Wrong parameter: index or limit', 500)
  if (limit > LARGEST_PAGE) return failed('ItemsLimitExceededException', 'Items limit exceeded', 100)
  const at = (from: number) => {
    const query = new URLSearchParams(request.query)
    query.set('index', String(from))
    return `${originOf(request)}${request.path}?${query}`
  }
  return {
    body: {
      data: rows.slice(index, index + limit),
      total: rows.length + hidden,
      ...(index > 0 && { prev: at(Math.max(0, index - limit)) }),
      ...(index + limit < rows.length && { next: at(index + limit) }),
    },
  }
}

function search(where: reply.Where, request: FakeRequest, kind: string): FakeReply | undefined {
  const q = request.query.get('q')
  if (!q) return failed('MissingParameterException', 'Missing parameters: q', 501)
  const { shop } = where
  if (kind === 'artist') {
    const words = fold(q)
    const found = [...shop.artists.values()].filter(({ key }) => words && shop.names.get(key)?.includes(words))
    return page(
      request,
      found.sort((a, b) => b.followers - a.followers).map((one) => reply.artistReply(where, one)),
    )
  }
  if (kind !== 'album') return undefined
  return page(
    request,
    albumsFor(shop, q).map((one) => reply.foundAlbumReply(where, one)),
  )
}

/** `artist:"x" album:"y"`, or words that are looked for in both. */
function albumsFor(shop: DeezerShop, q: string) {
  const field = (name: string) => fold(new RegExp(`${name}:"([^"]*)"`).exec(q)?.[1] ?? '')
  const [artist, title] = [field('artist'), field('album')]
  const words = artist || title ? [] : fold(q).split(' ')
  return [...shop.albums.values()].filter((one) => {
    const [name = '', own = ''] = [shop.names.get(shop.artistOf(one).key), shop.titles.get(one.key)]
    return name.includes(artist) && own.includes(title) && words.every((word) => `${name} ${own}`.includes(word))
  })
}

function artist(where: reply.Where, request: FakeRequest, found: WorldArtist | undefined, part: string | undefined) {
  const { shop } = where
  if (!found) return noData()
  if (!part) return { body: reply.artistReply(where, found) }
  if (part === 'albums') {
    const rows = shop.albumsOf(found).map((one) => reply.albumReply(where, one))
    return page(request, rows, found.albums.length - rows.length)
  }
  if (part === 'related') {
    const similar = found.similar.flatMap((one) => shop.artistAt(one.artist) ?? []).slice(0, MOST_RELATED)
    return page(
      request,
      similar.map((one) => reply.artistReply(where, one)),
    )
  }
  if (part !== 'top') return undefined
  const tracks: Placed[] = shop.albumsOf(found).flatMap(shop.tracksOf)
  const best = tracks.sort((a, b) => b.track.plays - a.track.plays).slice(0, 100)
  return page(
    request,
    best.map((one) => reply.topTrack(where, one)),
  )
}

function album(where: reply.Where, request: FakeRequest, id: string, part: string | undefined): FakeReply | undefined {
  const { shop } = where
  const found = id.startsWith('upc:') ? shop.byUpc.get(id.slice(4)) : shop.albums.get(Number(id))
  if (!found) return noData()
  if (!part) return { body: reply.fullAlbumReply(where, found) }
  if (part !== 'tracks') return undefined
  return page(
    request,
    shop.tracksOf(found).map((one) => reply.listedTrack(where, one)),
  )
}

/** `/images/<kind>/<hash>/<size>x<size>-...`: the hash begins with the colour; without one it is the placeholder. */
async function image(path: string): Promise<FakeReply> {
  const [, color, size] = /^\/images\/\w+\/([0-9a-f]{6})?[0-9a-f]*\/(\d+)x\d+-[\d-]+\.jpg$/.exec(path) ?? []
  if (!size) return { status: 404, body: 'Not Found' }
  return { headers: { 'content-type': 'image/jpeg' }, body: await picture(`#${color ?? '999999'}`, Number(size)) }
}

/** A signed address is good for 15 minutes. */
function preview({ query, at }: FakeRequest): FakeReply {
  const end = Number(/exp=(\d+)/.exec(query.get('hdnea') ?? '')?.[1] ?? 0)
  if (end * 1000 < at) return { status: 403, body: 'Access Denied' }
  return { headers: { 'content-type': 'audio/mpeg' }, body: new Uint8Array([0xff, 0xfb, 0x90, 0x64]) }
}
