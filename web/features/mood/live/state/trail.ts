import type { Mood } from '../wire/messages.ts'

export type TrailPoint = Mood & { at: number }

/** How long a place on the plane stays visible. */
export const TRAIL_MS = 20_000
/** Nearer than this the dot has not moved; the trail would only fill up. */
const STEP = 0.012
const MOST = 60

/** The trail with the newest place at its end; what has faded is gone. */
export function withPlace(trail: readonly TrailPoint[], { valence, energy }: Mood, at: number): TrailPoint[] {
  const fresh = trail.filter((point) => at - point.at < TRAIL_MS)
  const last = fresh.at(-1)
  const stayed = last && Math.hypot(last.valence - valence, last.energy - energy) < STEP
  const kept = stayed ? fresh.slice(0, -1) : fresh
  return [...kept, { valence, energy, at }].slice(-MOST)
}

/** 1 for now, 0 for what is about to go. */
export const freshness = (point: TrailPoint, now: number): number =>
  Math.max(0, Math.min(1, 1 - (now - point.at) / TRAIL_MS))
