import type { z } from 'zod'
import { normalizeName } from '../../platform/lib/normalize.ts'
import type { Answer, Upstream, Verdict } from '../../platform/upstream/types.ts'
import { similarity, titleSimilarity } from '../common/similarity.ts'
import type { AlbumRef, ArtistRef, Ask, TrackRef } from '../ports.ts'
import { type Album, type Artist, albums, artists, fullAlbum, track } from './shapes.ts'

const DAY = 24 * 3600
export const KEEP = {
  entity: { hit: 7 * DAY, miss: 2 * DAY },
  search: { hit: DAY, miss: DAY },
  genres: { hit: 30 * DAY, miss: DAY },
}
/** Larger pages are refused with code 100. */
export const PAGE = 100
/** No list of ours is longer; an endless one is cut here. */
const MOST_PAGES = 50
const QUOTA_SECONDS = 5
const isId = (id: string | undefined): id is string => /^\d{1,18}$/.test(id ?? '')

/** Deezer answers errors with status 200 as often as not; the code says what is meant. */
export function examine({ body }: Answer): Verdict | undefined {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null
  if (typeof error !== 'object' || error === null) return undefined
  const { code, message } = error as { code?: unknown; message?: unknown }
  const reason = typeof message === 'string' ? message.slice(0, 200) : 'no reason given'
  if (code === 800) return { means: 'none' }
  // The quota counts 5 seconds: what is asked sooner, by whomever, is refused as well.
  if (code === 4) return { means: 'wait', seconds: QUOTA_SECONDS, reason }
  if (code === 700) return { means: 'again', reason }
  return { means: 'failed', reason: `Error ${String(code)}: ${reason}` }
}

/** All rows of a list that is read page by page, each id once. */
export async function readAll<T extends { id: number }>(
  upstream: Upstream,
  list: { family: string; path: string; schema: z.ZodType<{ data: T[]; next?: string | null | undefined }> },
  ask: Ask,
): Promise<T[] | null> {
  const rows = new Map<number, T>()
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = { index: page * PAGE, limit: PAGE }
    const found = await upstream.json({ ...list, query, keep: KEEP.entity }, ask)
    if (!found) return page === 0 ? null : [...rows.values()]
    const before = rows.size
    for (const row of found.data) rows.set(row.id, row)
    // A page that brings nothing new is the end, whatever `next` says.
    if (!found.next || rows.size === before) break
  }
  return [...rows.values()]
}

export const searchArtists = async (upstream: Upstream, query: string, limit: number, ask: Ask) => {
  if (!query.trim()) return []
  const found = await upstream.json(
    {
      family: 'search',
      path: '/search/artist',
      query: { q: query, order: 'RANKING', limit: Math.min(Math.max(limit, 1), PAGE) },
      schema: artists,
      keep: KEEP.search,
    },
    ask,
  )
  return found?.data ?? []
}

export const readArtist = async (upstream: Upstream, id: string | undefined, ask: Ask): Promise<Artist | null> =>
  isId(id)
    ? upstream.json(
        { family: 'artist', path: `/artist/${id}`, schema: artists.shape.data.element, keep: KEEP.entity },
        ask,
      )
    : null

/** By the id that is known, else the most followed artist of exactly this name. */
export async function findArtist(upstream: Upstream, { ids, name }: ArtistRef, ask: Ask): Promise<Artist | null> {
  if (isId(ids.deezer)) return readArtist(upstream, ids.deezer, ask)
  const wanted = normalizeName(name)
  const same = (await searchArtists(upstream, name, 25, ask)).filter((one) => normalizeName(one.name) === wanted)
  return same.sort((a, b) => (b.nb_fan ?? 0) - (a.nb_fan ?? 0))[0] ?? null
}

/** The id alone, which needs no call where it is known. */
export async function artistIdOf(upstream: Upstream, artist: ArtistRef, ask: Ask): Promise<number | null> {
  const { deezer } = artist.ids
  return isId(deezer) ? Number(deezer) : ((await findArtist(upstream, artist, ask))?.id ?? null)
}

export const readAlbum = async (upstream: Upstream, id: string | undefined, ask: Ask) =>
  isId(id) ? upstream.json({ family: 'album', path: `/album/${id}`, schema: fullAlbum, keep: KEEP.entity }, ask) : null

/** By id, by barcode, or by artist and title; `alike` (0 to 1) is how much the latter must agree. */
export async function findAlbum(upstream: Upstream, album: AlbumRef, alike: number, ask: Ask) {
  if (isId(album.ids.deezer)) return readAlbum(upstream, album.ids.deezer, ask)
  const byCode = await albumByUpc(upstream, album.upc, ask)
  if (byCode) return byCode
  const found = await searchAlbum(upstream, album, alike, ask)
  return found ? readAlbum(upstream, String(found.id), ask) : null
}

const albumByUpc = async (upstream: Upstream, upc: string | null, ask: Ask) =>
  upc && /^\d{8,14}$/.test(upc)
    ? upstream.json({ family: 'album', path: `/album/upc:${upc}`, schema: fullAlbum, keep: KEEP.entity }, ask)
    : null

async function searchAlbum(upstream: Upstream, album: AlbumRef, alike: number, ask: Ask): Promise<Album | null> {
  const quoted = (text: string) => `"${text.replaceAll('"', ' ')}"`
  const q = `artist:${quoted(album.artist.name)} album:${quoted(album.title)}`
  const found = await upstream.json(
    { family: 'search', path: '/search/album', query: { q, limit: 25 }, schema: albums, keep: KEEP.search },
    ask,
  )
  const scored = (found?.data ?? []).map((row) => ({
    row,
    score: Math.min(titleSimilarity(row.title, album.title), similarity(row.artist?.name ?? '', album.artist.name)),
  }))
  const [best] = scored.sort((a, b) => b.score - a.score)
  return best && best.score >= alike ? best.row : null
}

/** `key`: an id, or "isrc:" and an ISRC. */
const readTrack = (upstream: Upstream, key: string, ask: Ask) =>
  upstream.json({ family: 'track', path: `/track/${key}`, schema: track, keep: KEEP.entity }, ask)

export async function findTrack(upstream: Upstream, { ids, isrc }: Pick<TrackRef, 'ids' | 'isrc'>, ask: Ask) {
  if (isId(ids.deezer)) return readTrack(upstream, ids.deezer, ask)
  return isrc && /^[A-Z0-9]{12}$/i.test(isrc) ? readTrack(upstream, `isrc:${isrc.toUpperCase()}`, ask) : null
}
