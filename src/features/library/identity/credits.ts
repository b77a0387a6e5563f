import { normalizeName } from '../../../platform/lib/normalize.ts'

/** One artist of a credit; `joinPhrase` stands between this one and the next. */
export type Credit = Readonly<{ name: string; mbid: string | null; role: 'main' | 'featured'; joinPhrase: string }>

export const VARIOUS = 'Various Artists'
const VARIOUS_NAMES = new Set([
  'various artists',
  'various',
  'va',
  'v a',
  'varios artistas',
  'varios',
  'vv aa',
  'artistas varios',
  'verschiedene interpreten',
])

/** "A feat. B", "A (ft. B)", "A featuring B": what stands before and what after. */
const FEATURING = /^(.*?)\s*[([]?\s*\b(?:feat(?:uring)?|ft)\b\.?\s+(.+?)[)\]]?\s*$/iu

export const isVarious = (name: string): boolean => VARIOUS_NAMES.has(normalizeName(name))

/** Names of one credit text: guests are split, a band's "&" and "," are not ("Earth, Wind & Fire"). */
function splitText(text: string): { main: string[]; featured: string[] } {
  const match = FEATURING.exec(text)
  const main = (match?.[1] || text).split(/\s*;\s*/)
  const featured = match?.[1] ? (match[2] ?? '').split(/\s*(?:,|;|\s&\s|\sand\s|\sy\s)\s*/i) : []
  return { main: main.filter(Boolean), featured: featured.filter(Boolean) }
}

/**
 * The ordered credits of a track. Multi-valued tags are taken as they are; a single text gives up its guests. An
 * artist that the credit line or the title names after "feat." is a guest.
 */
export function trackCredits(
  artists: readonly string[],
  line: string,
  title: string,
  mbids: readonly string[],
): Credit[] {
  const guests = new Set([line, title].flatMap((text) => splitText(text).featured).map(normalizeName))
  const listed = artists.length > 1 ? artists.map((name) => ({ name, featured: false })) : fromText(artists[0] ?? line)
  const titled = splitText(title).featured.map((name) => ({ name, featured: true }))
  const unique = new Map<string, { name: string; featured: boolean; mbid: string | null }>()
  const pairs = mbids.length === listed.length
  for (const [at, { name, featured }] of [...listed, ...titled].entries()) {
    const key = normalizeName(name)
    if (key && !unique.has(key))
      unique.set(key, { name, featured: featured || (at > 0 && guests.has(key)), mbid: (pairs && mbids[at]) || null })
  }
  const ordered = [...unique.values()].sort((a, b) => Number(a.featured) - Number(b.featured))
  return withJoins(ordered, line)
}

const fromText = (text: string): { name: string; featured: boolean }[] => {
  const { main, featured } = splitText(text)
  return [...main.map((name) => ({ name, featured: false })), ...featured.map((name) => ({ name, featured: true }))]
}

function withJoins(artists: { name: string; featured: boolean; mbid: string | null }[], line: string): Credit[] {
  const written = joinsOf(
    artists.map(({ name }) => name),
    line,
  )
  return artists.map(({ name, mbid, featured }, at) => {
    const next = artists[at + 1]
    const usual = !next ? '' : next.featured ? (featured ? ', ' : ' feat. ') : ', '
    return {
      name,
      mbid,
      role: featured ? ('featured' as const) : ('main' as const),
      joinPhrase: written?.[at] ?? usual,
    }
  })
}

/** What the credit line really writes between the names, when it has them all in this order. */
function joinsOf(names: string[], line: string): string[] | null {
  let at = 0
  const joins: string[] = []
  for (const [index, name] of names.entries()) {
    const found = line.indexOf(name, at)
    if (found < 0 || (index === 0 && found !== 0)) return null
    if (index > 0) joins.push(line.slice(at, found))
    at = found + name.length
  }
  return at === line.length && joins.every((join) => join.length > 0 && join.length <= 20) ? [...joins, ''] : null
}

/** Longest line of credits that is kept: lists sort by it, and an index entry has room for no more than 2700 bytes. */
const LONGEST_LINE = 500

export const creditLine = (credits: readonly Credit[]): string =>
  credits
    .map(({ name, joinPhrase }) => name + joinPhrase)
    .join('')
    .slice(0, LONGEST_LINE)
    .toWellFormed()
