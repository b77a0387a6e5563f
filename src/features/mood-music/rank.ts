import { normalizeName } from '../../platform/lib/normalize.ts'
import { type Estimate, estimate } from './estimate.ts'
import type { Point } from './targets.ts'

export type Candidate = Readonly<{ id: number; artistId: number | null; genres: string[]; bpm: number | null }>
export type Ranked = Readonly<{ id: number; artistId: number | null; score: number; estimate: Estimate }>

/** A song of which nothing is known is neither right nor wrong. */
const UNKNOWN_SCORE = 0.4
const GENRE_WISH = 0.15
/** Enough to bring other songs up each time, too little to bring up wrong ones. */
const JITTER = 0.08

/** 1 at the target, falling with the distance in the plane; what is unknown counts as half way off. */
function closeness({ valence, energy }: Estimate, target: Point): number {
  if (valence === null && energy === null) return UNKNOWN_SCORE
  const dv = valence === null ? 0.4 : valence - target.valence
  const de = energy === null ? 0.4 : energy - target.energy
  return Math.max(0, 1 - Math.hypot(dv, de) / Math.SQRT2 / 0.6)
}

/** Orders candidates by fit, with wished genres first among equals and at most two songs of an artist in every ten. */
export function rank(
  candidates: readonly Candidate[],
  target: Point,
  wishes: readonly string[],
  random: () => number,
): Ranked[] {
  const wished = new Set(wishes.map(normalizeName))
  const scored = candidates.map((candidate) => {
    const guess = estimate(candidate.genres, candidate.bpm)
    const bonus = candidate.genres.some((genre) => wished.has(normalizeName(genre))) ? GENRE_WISH : 0
    const score = Math.min(1, closeness(guess, target) + bonus)
    return { id: candidate.id, artistId: candidate.artistId, score, estimate: guess, order: score + random() * JITTER }
  })
  return spread(scored.sort((a, b) => b.order - a.order || a.id - b.id).map(({ order: _order, ...ranked }) => ranked))
}

function spread(ranked: Ranked[]): Ranked[] {
  const result: Ranked[] = []
  for (let waiting = ranked; waiting.length > 0; ) {
    const { ten, later } = nextTen(waiting)
    result.push(...ten)
    waiting = later
  }
  return result
}

/** The best ten with at most two of one artist; when there are not enough others, the best of the rest. */
function nextTen(waiting: readonly Ranked[]): { ten: Ranked[]; later: Ranked[] } {
  const used = new Map<number, number>()
  const ten: Ranked[] = []
  const later: Ranked[] = []
  for (const song of waiting) {
    const count = song.artistId === null ? 0 : (used.get(song.artistId) ?? 0)
    if (ten.length === 10 || count >= 2) {
      later.push(song)
      continue
    }
    if (song.artistId !== null) used.set(song.artistId, count + 1)
    ten.push(song)
  }
  return { ten: [...ten, ...later.splice(0, 10 - ten.length)], later }
}
