import type { FakeReply, FakeRequest } from '../types.ts'
import type { WorldAlbum, WorldArtist } from '../world/types.ts'
import type { Catalogue } from './catalogue.ts'

export const failed = (status: number, message: string): FakeReply => ({ status, body: { message } })
const coverOf = (host: string, { color, key }: WorldAlbum) =>
  color ? `http://${host}/image/${color.slice(1)}/R-${key}.jpg` : `https://st.discogs.com/x/images/spacer.gif`

/** Night Ferry's profile shows every mark that Discogs knows; the others are plain. */
function profileOf(artist: WorldArtist): string {
  const text = artist.biography.en
  if (!text) return ''
  const [first = '', ...rest] = text.split('\n')
  return artist.key === 0
    ? [
        `[b]${artist.name}[/b] with [a=Slow Pier (2)] on [l=Tidal Works], see [r=123] and [url=https://example.org]the site[/url].`,
        first,
        ...rest,
      ].join('\r\n')
    : text
}

/** GET /artists/{id}; without a token pictures have no addresses. */
export function artistReply(catalogue: Catalogue, id: number, host: string, signedIn: boolean): FakeReply {
  const artist = catalogue.artists.get(id)
  if (!artist) return failed(404, 'The requested resource was not found.')
  const uri = signedIn ? `http://${host}/image/556677/A-${artist.key}.jpg` : ''
  return {
    body: {
      id,
      name: catalogue.nameOf(artist),
      resource_url: `http://${host}/artists/${id}`,
      uri: `https://www.discogs.com/artist/${id}`,
      releases_url: `http://${host}/artists/${id}/releases`,
      images: [{ type: 'primary', uri, resource_url: uri, uri150: uri, width: 600, height: 600 }],
      profile: profileOf(artist),
      urls: [artist.website],
      data_quality: 'Correct',
    },
  }
}

/** GET /masters/{id} */
export function masterReply(catalogue: Catalogue, id: number, host: string, signedIn: boolean): FakeReply {
  const album = catalogue.masters.get(id)
  if (!album) return failed(404, 'The requested resource was not found.')
  const uri = signedIn ? coverOf(host, album) : ''
  const picture = { type: 'primary', uri, resource_url: uri, uri150: uri, width: 600, height: 600 }
  return {
    body: {
      id,
      title: album.title,
      year: Number(album.date.slice(0, 4)) || 0,
      ...(album.color && { images: [picture, { ...picture, type: 'secondary' }] }),
      genres: ['Rock'],
      styles: album.genres.map(styleOf),
      tracklist: (album.editions[0]?.discs.flat() ?? []).map((track, at) => ({
        position: String(at + 1),
        type_: 'track',
        title: track.title,
        duration: track.lengthMs === null ? '' : clock(track.lengthMs),
      })),
      videos: [],
    },
  }
}

const clock = (ms: number) => `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`
const styleOf = (genre: string) => genre.replace(/(^|\s)\S/g, (letter) => letter.toUpperCase())

/** GET /database/search: numbers of pages, and an album's or artist's line. */
export function searchReply(catalogue: Catalogue, { query, headers }: FakeRequest): FakeReply {
  const host = headers.host ?? ''
  const perPage = Number(query.get('per_page') ?? 50)
  const page = Number(query.get('page') ?? 1)
  if (!(perPage >= 1 && perPage <= 100 && page >= 1)) return failed(422, 'Invalid page parameters.')
  const all = found(catalogue, query, host)
  const pages = Math.ceil(all.length / perPage)
  const results = all.slice((page - 1) * perPage, page * perPage)
  return { body: { pagination: { page, pages, per_page: perPage, items: all.length, urls: {} }, results } }
}

function albumLine(catalogue: Catalogue, album: WorldAlbum, host: string, type: string, id: number) {
  return {
    id,
    type,
    master_id: album.discogsMaster,
    title: catalogue.lines.get(album.key)?.title ?? '',
    year: album.date.slice(0, 4),
    genre: ['Rock'],
    style: album.genres.map(styleOf),
    cover_image: coverOf(host, album),
    thumb: coverOf(host, album),
    resource_url: `http://${host}/${type}s/${id}`,
    community: { have: 10, want: 4 },
  }
}

function found(catalogue: Catalogue, query: URLSearchParams, host: string): object[] {
  const wanted = (name: string) => catalogue.fold(query.get(name) ?? '')
  const [q, artist, title, barcode] = [wanted('q'), wanted('artist'), wanted('release_title'), query.get('barcode')]
  const fits = ({ key }: WorldAlbum) => {
    const line = catalogue.lines.get(key)
    return line?.artist.includes(artist) && line.name.includes(title) && line.all.includes(q)
  }
  if (query.get('type') === 'master')
    return [...catalogue.masters.values()]
      .filter(fits)
      .map((album) => albumLine(catalogue, album, host, 'master', album.discogsMaster))
  if (query.get('type') === 'release')
    return [...(barcode === null ? catalogue.releases.values() : (catalogue.byBarcode.get(barcode) ?? []))]
      .filter(({ album }) => fits(album))
      .map(({ album, id }) => albumLine(catalogue, album, host, 'release', id))
  return [...catalogue.artists.values()]
    .filter(({ name }) => catalogue.fold(name).includes(q))
    .sort((a, b) => a.name.length - b.name.length)
    .map((one) => ({
      id: one.discogsId,
      type: 'artist',
      title: catalogue.nameOf(one),
      cover_image: `http://${host}/image/556677/A-${one.key}.jpg`,
      resource_url: `http://${host}/artists/${one.discogsId}`,
    }))
}
