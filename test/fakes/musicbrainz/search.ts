import type { WorldArtist } from '../world/types.ts'

type Term = Readonly<{ field: string | null; text: string }>
export class BadQuery extends Error {}

/** Characters with a meaning in a query. A colon ends a field's name; quotes and brackets must be closed. */
function readTerms(query: string): Term[] {
  const terms: Term[] = []
  let field: string | null = null
  let word = ''
  let quoted = false
  let open = 0
  const flush = () => {
    if (word && !['AND', 'OR', 'NOT', '&&', '||'].includes(word)) terms.push({ field, text: word })
    word = ''
    field = open > 0 ? field : null
  }
  for (let at = 0; at < query.length; at++) {
    const letter = query[at] ?? ''
    if (letter === '\\') {
      at += 1
      if (at >= query.length) throw new BadQuery(query)
      word += query[at]
    } else if (letter === '"') {
      if (quoted) flush()
      quoted = !quoted
    } else if (quoted) word += letter
    else if (letter === '(') open += 1
    else if (letter === ')') {
      flush()
      open -= 1
      if (open < 0) throw new BadQuery(query)
    } else if (letter === ':') {
      if (!word) throw new BadQuery(query)
      field = word
      word = ''
    } else if (/\s/.test(letter)) flush()
    else if (/[[\]{}^~/!]/.test(letter)) throw new BadQuery(query)
    else word += letter
  }
  if (quoted || open !== 0) throw new BadQuery(query)
  flush()
  return terms
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

function namesFor(artist: WorldArtist, field: string | null): readonly string[] {
  if (field === 'arid') return [artist.mbid]
  if (field === 'artist') return [artist.name]
  if (field === 'alias') return artist.aliases
  if (field === 'country') return [artist.country]
  return field === null ? [artist.name, artist.sortName, ...artist.aliases] : []
}

/** 0 to 100 as the best name has it: all words and no others is 100. */
function scoreOf(artist: WorldArtist, terms: readonly Term[]): number {
  const wanted = terms.flatMap(({ field, text }) => wordsOf(text).map((word) => ({ field, word })))
  const names = new Set(terms.flatMap(({ field }) => namesFor(artist, field)))
  const rated = [...names].map((name) => {
    const has = wordsOf(name)
    const hits = wanted.filter(({ word }) => has.includes(word)).length
    return hits === 0 ? 0 : (100 * hits) / Math.max(wanted.length, has.length)
  })
  return Math.round(Math.max(0, ...rated))
}

/** Artists by Lucene query, best first. Throws `BadQuery` for what the grammar does not allow. */
export function searchArtists(
  artists: readonly WorldArtist[],
  query: string,
): { artist: WorldArtist; score: number }[] {
  const terms = readTerms(query)
  return artists
    .map((artist) => ({ artist, score: scoreOf(artist, terms) }))
    .filter(({ score }) => score >= 30)
    .sort((a, b) => b.score - a.score || a.artist.key - b.artist.key)
}
