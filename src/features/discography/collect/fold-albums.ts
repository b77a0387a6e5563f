import { normalizeName } from '../../../platform/lib/normalize.ts'
import { bareAlbumTitle } from '../../../platform/lib/titles.ts'
import type { FoundAlbum, Ids } from '../../../providers/ports.ts'
import type { Answered } from '../ask.ts'

/** One release group as several providers have it; `score` says how sure the match is, null where one alone has it. */
export type FoldedAlbum = { album: FoundAlbum; sources: string[]; score: number | null }

/** Some services write the kind behind the title: "Harbour Lights EP". */
const KIND = /\s+e\.?p\.?$/iu

/** A title as editions of one album share it. */
export const groupTitle = (title: string): string => bareAlbumTitle(title.replace(KIND, '') || title)

const yearOf = (date: string): number | null => (/^\d{4}/.test(date) ? Number(date.slice(0, 4)) : null)
/** Services without release groups call everything short a single, and do not know live albums. */
const VAGUE = new Set(['album', 'single', 'ep', 'compilation'])
const compatible = (a: FoundAlbum, b: FoundAlbum): boolean =>
  a.type === b.type || (VAGUE.has(b.type) && (a.type === 'ep' || b.type !== 'compilation'))
const shared = (a: Ids, b: Ids): boolean => Object.entries(a).some(([provider, id]) => b[provider] === id)
const contradict = (a: Ids, b: Ids): boolean =>
  Object.entries(a).some(([provider, id]) => b[provider] !== undefined && b[provider] !== id)

/**
 * How sure two providers speak of one album, 0 to 1. An id or a barcode: 1. Else the same title, with 0.9 for the same
 * year, 0.75 for a year more or less or an unknown one, 0.6 where a reissue may hide the first year (later elsewhere);
 * an exact title and a fitting track count add up to 0.09. Kinds that cannot be one album: 0.
 */
export function sameAlbum(a: FoundAlbum, b: FoundAlbum): number {
  if (shared(a.ids, b.ids) || (a.upc !== null && a.upc === b.upc)) return 1
  if (contradict(a.ids, b.ids) || groupTitle(a.title) !== groupTitle(b.title) || !compatible(a, b)) return 0
  const [yearA, yearB] = [yearOf(a.date), yearOf(b.date)]
  const base = yearA === null || yearB === null ? 0.75 : yearsApart(yearA, yearB)
  if (base === 0) return 0
  const exact = normalizeName(a.title) === normalizeName(b.title) ? 0.05 : 0
  const counts = a.trackCount !== null && a.trackCount === b.trackCount ? 0.04 : 0
  return Math.min(0.99, Math.round(100 * (base + exact + counts)) / 100)
}

function yearsApart(first: number, other: number): number {
  if (first === other) return 0.9
  if (Math.abs(first - other) === 1) return 0.75
  return other > first ? 0.6 : 0
}

const LEAST = 0.6

/**
 * The discography of one artist out of several answers: the first one is the spine, and each album of the others joins
 * its best match there or stands by itself. Editions that one answer lists apart are folded. No album takes two of one
 * provider with different years: a self-titled second album stays one of its own.
 */
export function foldAlbums(answers: readonly Answered<readonly FoundAlbum[]>[]): FoldedAlbum[] {
  const folded: FoldedAlbum[] = []
  for (const { value, source } of answers) {
    const before = folded.length
    for (const album of value) {
      const [at, score] = bestMatch(folded, album, source, before)
      const host = folded[at]
      if (host) folded[at] = together(host, album, source, score)
      else folded.push({ album, sources: [source], score: null })
    }
  }
  return folded
}

function bestMatch(folded: readonly FoldedAlbum[], album: FoundAlbum, source: string, spine: number): [number, number] {
  let [best, at] = [0, -1]
  for (const [index, host] of folded.entries()) {
    // Of the same answer only editions fold: services with release groups list nothing twice.
    if (index >= spine && !sameRelease(host.album, album)) continue
    const score = index >= spine ? 0.95 : sameAlbum(host.album, album)
    const doubled = index < spine && host.sources.includes(source) && score < 1 && !sameRelease(host.album, album)
    if (score >= LEAST && score > best && !doubled) [best, at] = [score, index]
  }
  return [at, best]
}

/** Two entries of one service: editions of an album have its title, kind and year. */
function sameRelease(a: FoundAlbum, b: FoundAlbum): boolean {
  const grouped = a.ids.musicbrainz !== undefined && b.ids.musicbrainz !== undefined
  return (
    !grouped && groupTitle(a.title) === groupTitle(b.title) && a.type === b.type && yearOf(a.date) === yearOf(b.date)
  )
}

function together(host: FoldedAlbum, album: FoundAlbum, source: string, score: number): FoldedAlbum {
  const { album: first } = host
  return {
    album: {
      ...first,
      ids: { ...album.ids, ...first.ids },
      date:
        first.date.length >= album.date.length
          ? first.date
          : album.date.startsWith(first.date)
            ? album.date
            : first.date,
      genres: first.genres.length > 0 ? first.genres : album.genres,
      upc: first.upc ?? album.upc,
      trackCount: first.trackCount ?? album.trackCount,
      cover: first.cover ?? album.cover,
    },
    sources: host.sources.includes(source) ? host.sources : [...host.sources, source],
    score: host.score === null ? score : Math.min(host.score, score),
  }
}
