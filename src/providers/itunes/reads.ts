import { normalizeName } from '../../platform/lib/normalize.ts'
import type { Answer, Upstream, Verdict } from '../../platform/upstream/types.ts'
import { similarity, titleSimilarity } from '../common/similarity.ts'
import type { AlbumRef, ArtistRef, Ask } from '../ports.ts'
import { typeAndTitle } from './mapping.ts'
import { type AlbumRow, type ArtistRow, isAlbum, isArtist, type Row, results } from './shapes.ts'

const DAY = 24 * 3600
const KEEP = { hit: 7 * DAY, miss: 2 * DAY }
/** As many as one answer holds; there are no further pages. */
const MOST = 200
type Query = Readonly<Record<string, string | number | undefined>>
export const isId = (id: string | undefined): id is string => /^\d{1,18}$/.test(id ?? '')

/** Too many calls: 403 as a rule, 429, or an answer with nothing in it. */
export function examine({ status, body, text }: Answer): Verdict | undefined {
  const empty = status === 200 && (body === null || text.trim() === '')
  if (status !== 403 && status !== 429 && !empty) return undefined
  return { means: 'wait', seconds: 60, reason: 'More calls than the 20 a minute that iTunes takes' }
}

/** The first row of an answer to an id is the thing itself, then come its albums or songs. */
export async function lookup(upstream: Upstream, query: Query, ask: Ask): Promise<Row[]> {
  const all = { limit: MOST, ...query }
  return (
    (await upstream.json({ family: 'lookup', path: '/lookup', query: all, schema: results, keep: KEEP }, ask))
      ?.results ?? []
  )
}

async function search(upstream: Upstream, query: Query, ask: Ask): Promise<Row[]> {
  const all = { media: 'music', ...query }
  return (
    (await upstream.json({ family: 'search', path: '/search', query: all, schema: results, keep: KEEP }, ask))
      ?.results ?? []
  )
}

export async function searchArtists(upstream: Upstream, term: string, limit: number, ask: Ask): Promise<ArtistRow[]> {
  if (!term.trim()) return []
  const most = Math.min(Math.max(limit, 1), MOST)
  const query = { term, entity: 'musicArtist', attribute: 'artistTerm', limit: most }
  return (await search(upstream, query, ask)).filter(isArtist)
}

/** The id that is known, else that of the first artist of exactly this name. */
export async function artistIdOf(upstream: Upstream, { ids, name }: ArtistRef, ask: Ask): Promise<string | null> {
  if (isId(ids.itunes)) return ids.itunes
  const found = await searchArtists(upstream, name, 25, ask)
  const same = found.find((one) => normalizeName(one.artistName) === normalizeName(name))
  return same ? String(same.artistId) : null
}

/** By id, by barcode, or by artist and title; `alike` (0 to 1) is how much the latter must agree. */
export async function findAlbum(
  upstream: Upstream,
  album: AlbumRef,
  alike: number,
  ask: Ask,
): Promise<AlbumRow | null> {
  if (isId(album.ids.itunes)) return (await lookup(upstream, { id: album.ids.itunes }, ask)).find(isAlbum) ?? null
  const { upc } = album
  const byCode = upc && /^\d{8,14}$/.test(upc) ? (await lookup(upstream, { upc }, ask)).find(isAlbum) : null
  if (byCode) return byCode
  const term = `${album.artist.name} ${album.title}`.trim()
  const rows = (await search(upstream, { term, entity: 'album', limit: 25 }, ask)).filter(isAlbum)
  const scored = rows.map((row) => ({ row, score: scoreOf(row, album) })).sort((a, b) => b.score - a.score)
  return scored[0] && scored[0].score >= alike ? scored[0].row : null
}

function scoreOf(row: AlbumRow, album: AlbumRef): number {
  const [, title] = typeAndTitle(row.collectionName, row.collectionType)
  return Math.min(titleSimilarity(title, album.title), similarity(row.artistName ?? '', album.artist.name))
}
