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
type Rule = Readonly<{
  keys(track: Comparable): readonly string[]
  score(a: Comparable, b: Comparable): number
  /** Its keys are those of one recording. */
  identifies?: true
}>
const RULES: readonly Rule[] = [
  { keys: ({ ids }) => ids.filter((id) => MBID.test(id)), score: () => 1, identifies: true },
  { keys: ({ ids }) => ids, score: () => 0.99, identifies: true },
  { keys: ({ isrcs }) => isrcs, score: () => 0.98, identifies: true },
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
  const byKey = shelves(rule, stored, taken)
  const pairs: Pair[] = []
  for (const [from, track] of wanted.entries()) {
    if (done(from)) continue
    for (const at of new Set(rule.keys(track).flatMap((key) => nearest(byKey.get(key) ?? [], track)))) {
      const other = stored[at]
      const score = other ? rule.score(track, other) : 0
      if (other && score > 0) pairs.push({ from, at, score, distance: distance(track, other) })
    }
  }
  return pairs.sort((a, b) => b.score - a.score || a.distance - b.distance || a.from - b.from || a.at - b.at)
}

type Placed = Readonly<{ at: number; place: number }>

/** Stored tracks by what they are looked for under, each list in the order of their places. */
function shelves(rule: Rule, stored: readonly Comparable[], taken: ReadonlySet<number>): Map<string, Placed[]> {
  const byKey = new Map<string, Placed[]>()
  for (const [at, track] of stored.entries()) {
    if (taken.has(at)) continue
    const placed = { at, place: placeOf(track) }
    for (const key of new Set(rule.keys(track))) {
      const shelf = byKey.get(key)
      if (shelf) shelf.push(placed)
      else byKey.set(key, [placed])
    }
  }
  for (const [key, shelf] of byKey) {
    // An id that so many tracks of an album have tells nothing of any of them.
    if (rule.identifies && shelf.length > MOST_CANDIDATES) byKey.delete(key)
    else shelf.sort((a, b) => a.place - b.place || a.at - b.at)
  }
  return byKey
}

/** An album of a thousand tracks of one title must not become a million pairs. */
const MOST_CANDIDATES = 20
function nearest(shelf: readonly Placed[], track: Comparable): number[] {
  if (shelf.length <= MOST_CANDIDATES) return shelf.map(({ at }) => at)
  const place = placeOf(track)
  let [low, high] = [0, shelf.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((shelf[middle]?.place ?? 0) < place) low = middle + 1
    else high = middle
  }
  const first = Math.max(0, Math.min(low - MOST_CANDIDATES / 2, shelf.length - MOST_CANDIDATES))
  return shelf.slice(first, first + MOST_CANDIDATES).map(({ at }) => at)
}

const DISC = 1000
const placeOf = ({ disc, position }: Comparable): number => disc * DISC + (position ?? DISC / 2)
const distance = (a: Comparable, b: Comparable): number =>
  Math.abs(a.disc - b.disc) * DISC + Math.abs((a.position ?? DISC / 2) - (b.position ?? DISC / 2))
