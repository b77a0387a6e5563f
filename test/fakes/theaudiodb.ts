import { createWindow, oncePerWorld, originOf } from './common/manners.ts'
import { fold } from './common/shop.ts'
import type { FakeHandler, FakeReply, FakeRequest } from './types.ts'
import { picture } from './world/picture.ts'
import type { World, WorldAlbum, WorldArtist } from './world/types.ts'

const THEAUDIODB_FREE_KEY = '123'
/** What a test may set: keys that are paid for. */
export type TheaudiodbFakeOptions = { keys: readonly string[]; calls: number }
type Row = Record<string, string | null>

const catalogueOf = oncePerWorld((world: World) => {
  const isKnown = ({ unknownTo }: { unknownTo: readonly string[] }) => !unknownTo.includes('audiodb')
  const artists = world.artists.filter(isKnown)
  const albums = world.albums.filter(isKnown)
  const nameOf = (album: WorldAlbum) => album.credits[0]?.name ?? ''
  return {
    byMbid: new Map(artists.flatMap((one) => [one.mbid, ...one.mergedMbids].map((mbid) => [mbid, one] as const))),
    byGroup: new Map(albums.map((one) => [one.mbid, one])),
    named: artists.map((one) => ({ one, name: fold(one.name) })),
    titled: albums.map((one) => ({ one, title: fold(one.title), name: fold(nameOf(one)) })),
    nameOf,
  }
})
type Catalogue = ReturnType<typeof catalogueOf>

/** A page that is not there, and a key that is not taken: the same. */
const notFound: FakeReply = {
  status: 404,
  headers: { 'content-type': 'text/html; charset=UTF-8' },
  body: '<!DOCTYPE html><html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>',
}

/** TheAudioDB, version 1: one record an answer for the free key, `null` for nothing, 30 calls a minute. */
export function theaudiodbFake(world: World, given: Partial<TheaudiodbFakeOptions> = {}): FakeHandler {
  const { keys = [], calls = 30 } = given
  const allow = createWindow(calls, 60_000)
  const catalogue = catalogueOf(world)
  return (request) => {
    if (request.method !== 'GET') return undefined
    if (request.path.startsWith('/images/')) return image(request.path)
    const [, key = '', method = ''] = /^(?:\/api\/v1\/json)?\/([^/]+)\/([\w-]+)\.php$/.exec(request.path) ?? []
    if (key !== THEAUDIODB_FREE_KEY && !keys.includes(key)) return notFound
    if (!allow(request.at).allowed) return { status: 429, headers: { 'content-type': 'text/html' }, body: '' }
    const found = answer(catalogue, method, request)
    if (!found) return undefined
    const [name, rows] = found
    const shown = key === THEAUDIODB_FREE_KEY ? rows.slice(0, 1) : rows
    return { body: { [name]: shown.length > 0 ? shown : null } }
  }
}

function answer(catalogue: Catalogue, method: string, request: FakeRequest): [string, Row[]] | undefined {
  const wanted = (name: string) => fold(request.query.get(name) ?? '')
  const id = request.query.get('i') ?? ''
  const origin = originOf(request)
  const artists = (found: readonly (WorldArtist | undefined)[]): [string, Row[]] => [
    'artists',
    found.flatMap((one) => (one ? [artistRow(origin, one)] : [])),
  ]
  const albums = (found: readonly (WorldAlbum | undefined)[]): [string, Row[]] => [
    'album',
    found.flatMap((one) => (one ? [albumRow(origin, one, catalogue.nameOf(one))] : [])),
  ]
  if (method === 'artist-mb') return artists([catalogue.byMbid.get(id)])
  if (method === 'album-mb') return albums([catalogue.byGroup.get(id)])
  if (method === 'search')
    return artists(catalogue.named.filter(({ name }) => name === wanted('s')).map(({ one }) => one))
  if (method !== 'searchalbum') return undefined
  const [name, title] = [wanted('s'), wanted('a')]
  const fits = (row: { name: string; title: string }) => row.name === name && (!title || row.title === title)
  return albums(catalogue.titled.filter(fits).map(({ one }) => one))
}

const hex = (key: number) => ((key * 7_919_331) % 0xffffff).toString(16).padStart(6, '0')

/** Every value is a text or null; Night Ferry's biography has marks in it, as some have. */
function artistRow(origin: string, artist: WorldArtist): Row {
  const { en = null, es = null } = artist.biography
  return {
    idArtist: artist.audiodbId,
    strArtist: artist.name,
    strArtistAlternate: artist.aliases[0] ?? '',
    intFormedYear: artist.begin.slice(0, 4) || null,
    strGenre: artist.genres[0]?.name ?? null,
    strStyle: artist.genres[1]?.name ?? null,
    strMood: null,
    strBiographyEN:
      en !== null && artist.key === 0
        ? `${en.replace('\n', '\r\n')} <a href="https://x.example">More</a> &amp; so on.`
        : en,
    strBiographyES: es,
    strBiographyFR: null,
    strCountry: artist.countryName,
    strMusicBrainzID: artist.mbid,
    strWebsite: artist.website,
    strArtistThumb: artist.key % 5 === 4 ? null : `${origin}/images/media/artist/thumb/${hex(artist.key)}.jpg`,
    strArtistFanart: null,
  }
}

const albumRow = (origin: string, album: WorldAlbum, name: string): Row => ({
  idAlbum: album.audiodbId,
  strAlbum: album.title,
  strArtist: name,
  intYearReleased: album.date.slice(0, 4) || '0',
  strAlbumThumb: album.color ? `${origin}/images/media/album/thumb/${album.color.slice(1)}.jpg` : null,
  strAlbumBack: null,
  strDescriptionEN: album.story,
  strDescriptionES: null,
  strMusicBrainzID: album.mbid,
})

/** `/images/media/<kind>/thumb/<colour>.jpg`, with `/medium` or `/small` behind it for less. */
async function image(path: string): Promise<FakeReply> {
  const [, color, smaller] = /^\/images\/media\/\w+\/thumb\/([0-9a-f]{6})\.jpg(\/medium|\/small)?$/.exec(path) ?? []
  if (!color) return notFound
  return { headers: { 'content-type': 'image/jpeg' }, body: await picture(`#${color}`, smaller ? 250 : 700) }
}
