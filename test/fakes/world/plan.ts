import { nightFerry } from './night-ferry.ts'
import { type Random, randomOf } from './random.ts'
import type { WorldAlbum } from './types.ts'

/** What an album will be, before it has ids and songs. Null: drawn when it is made. */
export type Plan = {
  artist: number
  primary: WorldAlbum['primaryType']
  secondary: WorldAlbum['secondaryTypes']
  size: number
  /** Its size may change so that the world has the tracks it was asked for. */
  elastic: boolean
  title: string | null
  date: string | null
  titles: readonly string[]
  /** The second artist of a collaboration. */
  partner: number | null
  bootleg: boolean
  discs: number
}
export type Sizes = Readonly<{ seed: number; artists: number; albums: number; tracks: number; today: string }>

type Kind = readonly [Plan['primary'], Plan['secondary'], number, number]
const ALBUM: Kind = ['Album', [], 9, 22]
const KINDS: readonly (readonly [Kind, number])[] = [
  [ALBUM, 55],
  [['EP', [], 4, 6], 12],
  [['EP', ['Live'], 4, 6], 1],
  [['Single', [], 1, 3], 15],
  [['Album', ['Live'], 12, 24], 6],
  [['Album', ['Compilation'], 14, 26], 5],
  [['Album', ['Remix'], 6, 10], 2],
  [['Album', ['Soundtrack'], 14, 30], 4],
]

function planOf(random: Random, artist: number, [primary, secondary, low, high]: Kind): Plan {
  const size = random.int(low, high)
  const plain = primary === 'Album' && secondary.length === 0
  const nothing = { title: null, date: null, titles: [], partner: null }
  const discs = size > 20 || (size > 15 && random.chance(0.3)) ? 2 : 1
  const bootleg = secondary.includes('Live') && random.chance(0.12)
  return { artist, primary, secondary, size, elastic: plain, bootleg, discs, ...nothing }
}

/** How many albums each artist has: Night Ferry its own list, the others between 1 and about 40. */
function counts(random: Random, sizes: Sizes, first: number): number[] {
  const others = Math.max(0, sizes.artists - 1)
  const weights = Array.from({ length: others }, (_, at) => (at < 2 ? 1.4 : 0.15 + random.next() ** 2 * 2.6))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const left = Math.max(others, sizes.albums - first)
  const result = weights.map((weight) => Math.max(1, Math.round((weight / sum) * left)))
  let over = result.reduce((total, count) => total + count, 0) - left
  while (over !== 0 && others > 0) {
    const at = random.int(0, others - 1)
    const count = result[at] ?? 1
    if (over > 0 && count === 1) continue
    result[at] = count - Math.sign(over)
    over -= Math.sign(over)
  }
  return result
}

/** One of every hundred albums is a compilation of many artists, and nothing else is by "Various Artists". */
function variousPlans(random: Random, artist: number, count: number): Plan[] {
  return Array.from({ length: count }, () => planOf(random, artist, ['Album', ['Compilation'], 14, 24]))
}

function artistPlans(random: Random, artist: number, count: number): Plan[] {
  return Array.from({ length: count }, (_, at) => planOf(random, artist, at === 0 ? ALBUM : random.weighted(KINDS)))
}

/** Things that must be in a world of any size: a very long album, and one of which no track is known. */
function oddities(plans: Plan[]): void {
  const of = (artist: number) => plans.find((plan) => plan.artist === artist && plan.elastic)
  const long = of(2)
  if (long) Object.assign(long, { title: 'The Complete Tide Gauge Sessions', size: 120, discs: 4, elastic: false })
  const empty = plans.filter((plan) => plan.artist > 2 && plan.elastic)
  for (let at = 0; at < empty.length; at += 150) Object.assign(empty[at] as Plan, { size: 0, elastic: false })
}

/** Adds and takes away songs until the world has as many as it was asked for, or no album can give more. */
function stretch(random: Random, plans: readonly Plan[], tracks: number): void {
  const elastic = plans.filter((plan) => plan.elastic)
  let missing = tracks - plans.reduce((sum, plan) => sum + plan.size, 0)
  for (let tries = elastic.length * 30; missing !== 0 && elastic.length > 0 && tries > 0; tries -= 1) {
    const plan = random.pick(elastic)
    const size = plan.size + Math.sign(missing)
    if (size < 6 || size > 34) continue
    plan.size = size
    missing -= Math.sign(missing)
  }
}

/** Every album of a world in order of its artist. */
export function plansOf(sizes: Sizes, various: number | null): Plan[] {
  const random = randomOf(sizes.seed, 'plans')
  const first = nightFerry(sizes.today, sizes.artists)
  const rest = counts(random, sizes, first.length)
  const compilations = Math.min(24, Math.max(1, Math.round(sizes.albums / 100)))
  const spare = various === null ? 0 : compilations - (rest[various - 1] ?? 0)
  // What the compilations need more than their share comes from the artist with the most albums.
  if (various !== null) {
    rest[various - 1] = compilations
    let owed = spare
    while (owed !== 0) {
      const most = rest.indexOf(Math.max(...rest.slice(0, various - 1)))
      rest[most] = Math.max(1, (rest[most] ?? 1) - Math.sign(owed))
      owed -= Math.sign(owed)
    }
  }
  const plans = rest.flatMap((count, at) =>
    at + 1 === various ? variousPlans(random, various, count) : artistPlans(random, at + 1, count),
  )
  oddities(plans)
  stretch(random, [...first, ...plans], sizes.tracks)
  return [...first, ...plans]
}
