import type { FoundAlbum } from '../../../../providers/ports.ts'
import { type Likeable, likeable, likeness, STRONG } from '../../identity/likeness.ts'
import { cleanDate, cleanIds, cleanName, cleanUpc, idKey } from '../clean.ts'
import type { KnownAlbum, OutsideId } from '../types.ts'
import { contradicts, mbidOf } from './artists.ts'

/** An album said by a service, cut to what is kept. */
export type Said = Readonly<{
  item: KnownAlbum
  album: FoundAlbum
  name: string
  date: string
  upc: string | null
  ids: readonly OutsideId[]
  like: Likeable
}>
/** A row of albums, stored or to be made. `said` is what becomes part of it; `own`: it is credited to the artist. */
export type AlbumRow = {
  id: number | null
  own: boolean
  like: Likeable
  ids: OutsideId[]
  /** Those of its ids that someone set by hand. */
  pinned: readonly OutsideId[]
  upcs: string[]
  said: { said: Said; score: number | null }[]
}

/** In an order that only what is said decides: who tells artists and albums apart best comes first. */
function inOrder(items: readonly KnownAlbum[]): Said[] {
  const said = items.map((item): Said => {
    const { album } = item
    const name = cleanName(album.title) || '?'
    const date = cleanDate(album.date)
    const like = likeable({ title: name, date, type: album.type, files: false })
    return { item, album, name, date, upc: cleanUpc(album.upc), ids: cleanIds(album.ids), like }
  })
  const order = ({ item, ids, like }: Said): string =>
    [mbidOf(ids) === null ? 1 : 0, like.title === like.bare ? 0 : 1, item.source, like.bare, like.year ?? 9999].join(
      ' ',
    ) + ids.map(idKey).join(' ')
  const keys = new Map(said.map((one) => [one, order(one)]))
  return said.sort((a, b) => ((keys.get(a) ?? '') < (keys.get(b) ?? '') ? -1 : 1))
}

/**
 * Two release groups of MusicBrainz are two albums, however alike they are. What has another id of a service than the
 * one that was set by hand is another album, unless it is that release group.
 */
function apart(row: AlbumRow, ids: readonly OutsideId[]): boolean {
  const mbid = mbidOf(ids)
  const same = mbid !== null && row.ids.some(({ value }) => value === mbid)
  if (mbid !== null && mbidOf(row.ids) !== null && !same) return true
  return !same && contradicts(row.pinned, ids)
}

/**
 * Puts each album that is said into the row it belongs to: by an id, by UPC, by title, type and year; then those that
 * are one among themselves; then, where only one can be meant, albums of files with the year of a reissue and later
 * editions of an album.
 */
export function placeAlbums(items: readonly KnownAlbum[], stored: AlbumRow[]): AlbumRow[] {
  const rows = new Rows(stored)
  const ordered = inOrder(items)
  const open = ordered.filter((said) => !rows.byNumber(said))
  // Albums with a file or a service behind them are looked at first: they have listeners.
  const left = open.filter((said) => !rows.byTitle(said, stored))
  const made: AlbumRow[] = []
  for (const said of left) if (!rows.byNumber(said) && !rows.byTitle(said, made)) made.push(rows.make(said))
  const kept = new Set(made)
  for (const row of made) if (fold(row, rows, [...kept])) kept.delete(row)
  const placed = [...stored, ...kept]
  // Who speaks first of an album is not decided by how each was recognised: that differs the second time.
  const place = new Map(ordered.map((said, at) => [said, at]))
  for (const row of placed) row.said.sort((a, b) => (place.get(a.said) ?? 0) - (place.get(b.said) ?? 0))
  return placed
}

/**
 * Rows that one answer says are one album: it names ids of both. That happens when one of them was written while the
 * service that knows both could not be asked. What somebody set by hand, and what has another id, stays apart.
 */
export function twinsAmong(
  items: readonly KnownAlbum[],
  stored: readonly AlbumRow[],
): { from: number; into: number }[] {
  const byId = new Map(stored.flatMap((row) => row.ids.map((id) => [idKey(id), row] as const)))
  const gone = new Map<number, number>()
  for (const { album } of items) {
    const ids = cleanIds(album.ids)
    const mbid = mbidOf(ids)
    const hits = [...new Set(ids.flatMap((id) => byId.get(idKey(id)) ?? []))]
    const into = hits.find((row) => mbid !== null && row.ids.some(({ value }) => value === mbid)) ?? hits[0]
    for (const row of hits) {
      const free = row.pinned.length === 0 && into && !apart(into, row.ids) && !contradicts(into.ids, row.ids)
      if (row !== into && free && row.id !== null && into.id !== null && !gone.has(into.id)) gone.set(row.id, into.id)
    }
  }
  return [...gone].filter(([from]) => ![...gone.values()].includes(from)).map(([from, into]) => ({ from, into }))
}

class Rows {
  readonly stored: readonly AlbumRow[]
  readonly #numbers = new Map<string, AlbumRow>()

  constructor(stored: readonly AlbumRow[]) {
    this.stored = stored
    for (const row of stored) this.#remember(row, row.ids, row.upcs)
  }

  byNumber(said: Said): boolean {
    const ids = [...said.ids].sort(
      (a, b) => Number(b.value === mbidOf(said.ids)) - Number(a.value === mbidOf(said.ids)),
    )
    const hit = ids.map((id) => this.#numbers.get(idKey(id))).find((row) => row !== undefined)
    const upc = said.upc === null ? undefined : this.#numbers.get(said.upc)
    const row = hit ?? upc
    if (!row || apart(row, said.ids)) return false
    this.add(row, said, hit ? said.item.score : Math.min(said.item.score ?? 1, 0.98))
    return true
  }

  byTitle(said: Said, among: readonly AlbumRow[]): boolean {
    let best: { row: AlbumRow; score: number } | null = null
    for (const row of among) {
      if (!row.own || row.like.bare !== said.like.bare || apart(row, said.ids)) continue
      const score = likeness(row.like, said.like)
      if (score >= STRONG && (!best || score > best.score)) best = { row, score }
    }
    if (best) this.add(best.row, said, best.score)
    return best !== null
  }

  make(said: Said): AlbumRow {
    const row: AlbumRow = { id: null, own: true, like: said.like, ids: [], pinned: [], upcs: [], said: [] }
    this.add(row, said, said.item.score)
    return row
  }

  add(row: AlbumRow, said: Said, score: number | null): void {
    row.said.push({ said, score })
    this.#remember(row, said.ids, said.upc === null ? [] : [said.upc])
    row.ids.push(...said.ids.filter((id) => !row.ids.some((other) => idKey(other) === idKey(id))))
  }

  #remember(row: AlbumRow, ids: readonly OutsideId[], upcs: readonly string[]): void {
    for (const key of [...ids.map(idKey), ...upcs]) if (!this.#numbers.has(key)) this.#numbers.set(key, row)
  }
}

/** Moves a row that would be new into the only one it can mean; of several that mean the same row the nearest moves. */
function fold(row: AlbumRow, rows: Rows, made: readonly AlbumRow[]): boolean {
  const edition = row.like.title !== row.like.bare
  const others = [...rows.stored, ...(edition ? made : [])]
  const possible = others.filter(
    (other) =>
      other !== row &&
      other.own &&
      !apart(other, row.ids) &&
      (edition || !other.like.files || other.said.length === 0) &&
      likeness(other.like, row.like) > 0,
  )
  const [target, another] = possible
  if (!target || another) return false
  const nearer = (other: AlbumRow): boolean =>
    other !== row && likeness(target.like, other.like) > 0 && distance(target, other) < distance(target, row)
  if (target.like.files && made.some(nearer)) return false
  for (const { said } of row.said) rows.add(target, said, likeness(target.like, said.like) || 0.7)
  return true
}

const distance = (a: AlbumRow, b: AlbumRow): number => Math.abs((a.like.year ?? 0) - (b.like.year ?? a.like.year ?? 0))
