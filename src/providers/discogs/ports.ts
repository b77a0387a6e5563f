import { normalizeName } from '../../platform/lib/normalize.ts'
import type { Ask, Upstream } from '../../platform/upstream/types.ts'
import { webAddress } from '../common/web-address.ts'
import type { AlbumRef, ArtistRef, Biography, CoverArt, Genre, Genres, Picture } from '../ports.ts'
import { plainProfile, withoutNumber } from './markup.ts'
import { artist, master, type Result, results } from './shapes.ts'

const DAY = 86_400
const KEEP = { hit: 30 * DAY, miss: 7 * DAY }
const LICENCE = 'CC0 1.0'
/** The picture of a result that has none. */
const BLANK = /\/spacer\.gif(\?|$)/
const NUMBER = /^\d{1,12}$/

type Query = Readonly<Record<string, string | number | undefined>>

const search = async (upstream: Upstream, query: Query, ask: Ask): Promise<readonly Result[]> =>
  (await upstream.json({ family: 'search', path: '/database/search', query, schema: results, keep: KEEP }, ask))
    ?.results ?? []

const sameName = (a: string, b: string) => normalizeName(withoutNumber(a)) === normalizeName(b)

async function idOf(upstream: Upstream, { ids, name }: ArtistRef, ask: Ask): Promise<string | null> {
  const { discogs: id } = ids
  if (id && NUMBER.test(id)) return id
  if (!name) return null
  const found = await search(upstream, { type: 'artist', q: name, per_page: 10 }, ask)
  const same = found.find(({ title }) => sameName(title, name))
  return same ? String(same.id) : null
}

/** Profiles are in English, whoever reads them. */
export const biographyOf = (upstream: Upstream): Biography => ({
  async biography(ref, _languages, ask) {
    const id = await idOf(upstream, ref, ask)
    if (!id) return null
    const found = await upstream.json({ family: 'artist', path: `/artists/${id}`, schema: artist, keep: KEEP }, ask)
    const content = plainProfile(found?.profile ?? '')
    if (!found || !content) return null
    const summary = content.split(/\n+/)[0] ?? content
    return { summary, content, language: 'en', url: webAddress(found.uri), licence: LICENCE }
  },
})

/** Whose album a result is: "Night Ferry - Harbour Lights". */
const isBy = ({ title }: Result, name: string) => sameName(title.split(' - ')[0] ?? '', name)

/** Styles of an artist's albums, by how many have them: one call instead of one an album. */
export const genresOf = (upstream: Upstream): Genres => ({
  async genres({ name }, ask) {
    if (!name) return []
    const found = await search(upstream, { type: 'master', artist: name, per_page: 100 }, ask)
    const counts = new Map<string, number>()
    for (const one of found.filter((result) => isBy(result, name)))
      for (const style of one.style ?? []) counts.set(style.toLowerCase(), (counts.get(style.toLowerCase()) ?? 0) + 1)
    const ranked = [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b))
    const most = ranked[0]?.[1] ?? 1
    return ranked.map(([style, count]): Genre => ({ name: style, weight: count / most }))
  },
})

const ofMaster = async (upstream: Upstream, id: string, ask: Ask): Promise<Picture[]> => {
  const found = await upstream.json({ family: 'master', path: `/masters/${id}`, schema: master, keep: KEEP }, ask)
  return (found?.images ?? [])
    .filter(({ type }) => type === 'primary')
    .flatMap(({ uri, width, height }) =>
      webAddress(uri) ? [{ url: uri ?? '', width: width ?? null, height: height ?? null }] : [],
    )
}

const bySearch = ({ title, artist, upc }: AlbumRef): Query =>
  upc
    ? { type: 'release', barcode: upc, per_page: 5 }
    : { type: 'master', artist: artist.name, release_title: title, per_page: 5 }

/** By the master's number, else by barcode, else by artist and title. */
export const coversOf = (upstream: Upstream): CoverArt => ({
  async covers(album, ask) {
    const { discogs: id } = album.ids
    if (id && NUMBER.test(id)) return ofMaster(upstream, id, ask)
    const wanted = (one: Result) => sameName(one.title.split(' - ').slice(1).join(' - '), album.title)
    const found = await search(upstream, bySearch(album), ask)
    const best = found.find((one) => (album.upc ? true : wanted(one) && isBy(one, album.artist.name)))
    const url = webAddress(best?.cover_image)
    return url && !BLANK.test(url) ? [{ url, width: null, height: null }] : []
  },
})
