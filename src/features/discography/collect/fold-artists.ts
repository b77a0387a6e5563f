import { normalizeName } from '../../../platform/lib/normalize.ts'
import type { FoundArtist, Ids } from '../../../providers/ports.ts'
import type { Answered } from '../ask.ts'

/** One artist as several providers found it; `local`: our own id, where it is known already. */
export type FoldedArtist = FoundArtist & { sources: readonly string[]; local?: number | null }

const share = (a: Ids, b: Ids): boolean => Object.entries(a).some(([provider, id]) => b[provider] === id)
const contradict = (a: Ids, b: Ids): boolean =>
  Object.entries(a).some(([provider, id]) => b[provider] !== undefined && b[provider] !== id)
const names = (artist: FoundArtist): string[] => [artist.name, ...artist.aliases].map(normalizeName)

/**
 * What several providers found, each artist once. The same id makes two answers one artist; else the same name does,
 * unless both have an id at one provider and these differ: two artists of one name stay two. A provider without ids
 * of others joins the best placed of its name.
 */
export function foldArtists(answers: readonly Answered<readonly FoundArtist[]>[]): FoldedArtist[] {
  const folded: FoldedArtist[] = []
  for (const { value, source } of answers) {
    for (const artist of value) {
      const at = placeOf(folded, artist)
      const before = folded[at]
      if (before) folded[at] = together(before, artist, source)
      else folded.push({ ...artist, sources: [source] })
    }
  }
  return folded
}

function placeOf(folded: readonly FoldedArtist[], artist: FoundArtist): number {
  const byId = folded.findIndex((other) => share(other.ids, artist.ids))
  if (byId >= 0) return byId
  const name = normalizeName(artist.name)
  return folded.findIndex((other) => normalizeName(other.name) === name && !contradict(other.ids, artist.ids))
}

function together(a: FoldedArtist, b: FoundArtist, source: string): FoldedArtist {
  return {
    ...a,
    ids: { ...b.ids, ...a.ids },
    disambiguation: a.disambiguation || b.disambiguation,
    genres: [...new Set([...a.genres, ...b.genres])],
    picture: a.picture ?? b.picture,
    popularity: a.popularity ?? b.popularity,
    followers:
      a.followers === null || b.followers === null ? (a.followers ?? b.followers) : Math.max(a.followers, b.followers),
    aliases: [...new Set([...a.aliases, ...b.aliases])],
    score: Math.max(a.score, b.score),
    sources: a.sources.includes(source) ? a.sources : [...a.sources, source],
  }
}

/** Best first for a query: the very name, then an alias of it, then what providers think; of equals the best known. */
export function rankArtists(artists: readonly FoldedArtist[], query: string): FoldedArtist[] {
  const wanted = normalizeName(query)
  const exact = (artist: FoldedArtist): number =>
    normalizeName(artist.name) === wanted ? 2 : names(artist).includes(wanted) ? 1 : 0
  const known = (artist: FoldedArtist): number => artist.sources.length * 10 + Math.log10(1 + (artist.followers ?? 0))
  return [...artists].sort((a, b) => exact(b) - exact(a) || known(b) - known(a) || b.score - a.score)
}
