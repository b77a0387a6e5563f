import { normalizeName } from '../../../platform/lib/normalize.ts'
import { bareAlbumTitle, withoutDisc } from '../../../platform/lib/titles.ts'

/** An album as it is compared. `files`: only files speak of it, and their dates are often those of a reissue. */
export type Likeable = Readonly<{
  title: string
  bare: string
  year: number | null
  type: string | null
  files: boolean
}>

export const likeable = (album: { title: string; date: string; type: string | null; files: boolean }): Likeable => ({
  title: normalizeName(withoutDisc(album.title)),
  bare: bareAlbumTitle(album.title),
  year: /^\d{4}/.test(album.date) ? Number(album.date.slice(0, 4)) : null,
  type: album.type,
  files: album.files,
})

/** From here on two albums are the same without a further look; below, only when no other could be meant. */
export const STRONG = 0.75
const MAIN = ['album', 'ep', 'single']
/** Services that know only albums and singles call these an album: then the title has to say it. */
const SAID_BY_TITLE: Readonly<Record<string, RegExp>> = {
  live: /\b(?:live|unplugged|en vivo|en directo)\b/,
  remix: /\bremix(?:es|ed)?\b/,
  compilation: /\b(?:hits|best|collection|anthology|essential|singles|exitos)\b/,
  soundtrack: /\b(?:soundtrack|score|ost|theme|banda sonora)\b/,
}

/** How sure two titles of one artist are the same album, 0 to 1; 0: they are not. */
export function likeness(a: Likeable, b: Likeable): number {
  if (a.bare !== b.bare) return 0
  return Math.round(typeScore(a, b) * yearScore(a, b) * 100) / 100
}

function typeScore(a: Likeable, b: Likeable): number {
  if (a.type === b.type) return 1
  const [of, other] = a.type === null || a.files ? [b.type, a.type] : [a.type, b.type]
  const files = a.files || b.files
  // What files are is often guessed by their number, and half an album looks like a single.
  if (files && (other === null || MAIN.includes(other)) && MAIN.includes(of ?? 'album')) return 0.95
  if (of === 'other' || other === 'other' || of === null || other === null) return files || nearYear(a, b) ? 0.85 : 0
  const distance = Math.abs(MAIN.indexOf(of) - MAIN.indexOf(other))
  if (MAIN.includes(of) && MAIN.includes(other)) return distance === 1 ? 0.85 : 0
  const special = MAIN.includes(of) ? other : of
  return (of === 'album' || other === 'album') && SAID_BY_TITLE[special]?.test(a.bare) ? 0.9 : 0
}

const nearYear = (a: Likeable, b: Likeable): boolean =>
  a.year === null || b.year === null || Math.abs(a.year - b.year) <= 1

function yearScore(a: Likeable, b: Likeable): number {
  if (a.year === null || b.year === null) return 0.9
  const distance = Math.abs(a.year - b.year)
  if (distance <= 1) return 1 - distance * 0.05
  if (a.files || b.files) return 0.7
  // A later edition that a service lists beside the album.
  const [earlier, later] = a.year < b.year ? [a, b] : [b, a]
  return later.title !== later.bare && earlier.title === earlier.bare ? 0.7 : 0
}

/**
 * The album that is meant among several, or null. Files that say little belong to the long form: the album rather than
 * its single. Of equals the first.
 */
export function likeliest<T extends { like: Likeable }>(wanted: Likeable, candidates: readonly T[]): T | null {
  const rank = (type: string | null): number => (MAIN.indexOf(type ?? 'album') + 4) % 4
  const distance = (year: number | null): number => Math.abs((year ?? 0) - (wanted.year ?? year ?? 0))
  const scored = candidates
    .map((candidate) => ({ candidate, score: likeness(wanted, candidate.like) }))
    .filter(({ score }) => score > 0)
  scored.sort(
    ({ candidate: { like: a }, score: x }, { candidate: { like: b }, score: y }) =>
      y - x || distance(a.year) - distance(b.year) || rank(a.type) - rank(b.type),
  )
  return scored[0]?.candidate ?? null
}
