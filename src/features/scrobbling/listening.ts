import { z } from 'zod'
import type { Scrobble } from '../../providers/ports.ts'

/** What was heard, as it is kept until a service has taken it. */
export const listening = z.object({
  artist: z.string(),
  track: z.string(),
  album: z.string().nullable(),
  albumArtist: z.string().nullable(),
  trackNumber: z.number().nullable(),
  durationMs: z.number().nullable(),
  recordingMbid: z.string().nullable(),
})
export type Listening = z.infer<typeof listening>

/** The rule of both services: longer than 30 seconds, and heard for half of it or four minutes. */
const SHORTEST_MS = 30_000
const ENOUGH_S = 240

/** Seconds after which a track counts as heard. */
const thresholdOf = (durationMs: number | null) => Math.min((durationMs ?? Infinity) / 2000, ENOUGH_S)

/**
 * Does a play count for the services? `heardSeconds` 0 means that the player did not say: it reports plays that count.
 * The length of some tracks is unknown; then 30 seconds do.
 */
export function counts({ artist, track, durationMs }: Listening, heardSeconds: number): boolean {
  if (artist === '' || track === '') return false
  if (durationMs === null) return heardSeconds === 0 || heardSeconds * 1000 > SHORTEST_MS
  if (durationMs <= SHORTEST_MS) return false
  // Players round to whole seconds.
  return heardSeconds === 0 || heardSeconds >= Math.floor(thresholdOf(durationMs))
}

/** When it began: a play is reported the moment it counts, after so many seconds. */
export function startOf(playedAt: Date, durationMs: number | null, heardSeconds: number): Date {
  const heard = heardSeconds > 0 ? heardSeconds : durationMs === null ? 0 : thresholdOf(durationMs)
  return new Date(playedAt.getTime() - Math.round(heard) * 1000)
}

export const toScrobble = (heard: Listening, startedAt: Date): Scrobble => ({ ...heard, startedAt })
