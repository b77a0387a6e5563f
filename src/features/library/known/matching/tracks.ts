import { bareTrackTitle } from '../../../../platform/lib/titles.ts'

/** A track as it is compared with others of its album. `ids`: `idKey`s; `durationMs` null when unknown. */
export type Comparable = Readonly<{
  key: string
  title: string
  disc: number
  position: number | null
  durationMs: number | null
  isrcs: readonly string[]
  ids: readonly string[]
}>
export type Match = Readonly<{ at: number; score: number }>

export const comparable = (track: Omit<Comparable, 'title'> & { name: string }): Comparable => ({
  ...track,
  title: bareTrackTitle(track.name),
})

/** Two measurements of one recording differ by silence at its end. */
const SAME_LENGTH_MS = 7000
const MBID = /^musicbrainz\0/

/** What two tracks have in common under a rule, and how sure that makes them one. */
type Rule = Readonly<{ keys(track: Comparable): readonly string[]; score(a: Comparable, b: Comparable): number }>
const RULES: readonly Rule[] = [
  { keys: ({ ids }) => ids.filter((id) => MBID.test(id)), score: () => 1 },
  { keys: ({ ids }) => ids, score: () => 0.99 },
  { keys: ({ isrcs }) => isrcs, score: () => 0.98 },
  { keys: ({ key }) => [key], score: () => 0.95 },
  { keys: ({ title }) => [title], score: byTitle },
]

function byTitle(a: Comparable, b: Comparable): number {
  const [x, y] = [a.ids.filter((id) => MBID.test(id)), b.ids.filter((id) => MBID.test(id))]
  if (x.length > 0 && y.length > 0 && !x.some((id) => y.includes(id))) return 0
  const placed = a.disc === b.disc && a.position !== null && a.position === b.position
  if (a.durationMs === null || b.durationMs === null) return placed ? 0.8 : 0.7
  if (Math.abs(a.durationMs - b.durationMs) > SAME_LENGTH_MS) return 0
  return placed ? 0.92 : 0.85
}

/**
 * Which stored track each of the wanted is. Surer rules choose first, and of several the one nearest by place: one
 * recording may stand on an album twice. Each stored track is chosen once.
 */
export function matchTracks(wanted: readonly Comparable[], stored: readonly Comparable[]): Map<number, Match> {
  const found = new Map<number, Match>()
  const taken = new Set<number>()
  for (const rule of RULES) {
    const pairs = pairsOf(rule, wanted, stored, (at) => found.has(at), taken)
    for (const { from, at, score } of pairs) {
      if (found.has(from) || taken.has(at)) continue
      found.set(from, { at, score })
      taken.add(at)
    }
  }
  return found
}

type Pair = { from: number; at: number; score: number; distance: number }

function pairsOf(
  rule: Rule,
  wanted: readonly Comparable[],
  stored: readonly Comparable[],
  done: (at: number) => boolean,
  taken: ReadonlySet<number>,
): Pair[] {
  const byKey = new Map<string, number[]>()
  for (const [at, track] of stored.entries()) {
    if (!taken.has(at)) for (const key of rule.keys(track)) byKey.set(key, [...(byKey.get(key) ?? []), at])
  }
  const pairs: Pair[] = []
  for (const [from, track] of wanted.entries()) {
    if (done(from)) continue
    for (const at of nearest(
      rule.keys(track).flatMap((key) => byKey.get(key) ?? []),
      track,
      stored,
    )) {
      const other = stored[at]
      const score = other ? rule.score(track, other) : 0
      if (other && score > 0) pairs.push({ from, at, score, distance: distance(track, other) })
    }
  }
  return pairs.sort((a, b) => b.score - a.score || a.distance - b.distance || a.from - b.from || a.at - b.at)
}

/** An album of a thousand tracks of one title must not become a million pairs. */
const MOST_CANDIDATES = 20
function nearest(found: readonly number[], track: Comparable, stored: readonly Comparable[]): number[] {
  if (found.length <= MOST_CANDIDATES) return [...found]
  const far = (at: number): number => {
    const other = stored[at]
    return other ? distance(track, other) : Number.MAX_SAFE_INTEGER
  }
  return [...found].sort((a, b) => far(a) - far(b)).slice(0, MOST_CANDIDATES)
}

const distance = (a: Comparable, b: Comparable): number =>
  Math.abs(a.disc - b.disc) * 1000 + Math.abs((a.position ?? 500) - (b.position ?? 500))
