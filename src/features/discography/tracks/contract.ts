import { z } from 'zod'
import { localId, overviewItem, trackRow } from '../../library/contract.ts'
import { unavailable } from '../artists/contract.ts'

export const resolveBody = z.strictObject({
  spotify_track_ids: z.array(z.string().trim().min(1).max(100)).max(1000),
})
export const resolved = z.object({
  items: z.array(z.object({ track_id: z.number(), spotify_track_id: z.string() })),
})
export const enriched = z.object({ message: z.string(), track: trackRow, unavailable })
export const enrichedSpotify = z.object({
  message: z.string(),
  track_id: z.number(),
  spotify_popularity: z.number(),
  has_preview: z.boolean(),
  unavailable,
})
export const bulkQuery = (fallback: number) =>
  z.object({ limit: z.coerce.number().int().min(1).max(200).default(fallback) })
export const bulk = z.object({ message: z.string(), processed: z.number(), total_found: z.number(), unavailable })
const list = z
  .string()
  .max(2000)
  .optional()
  .transform((text) =>
    [
      ...new Set(
        (text ?? '')
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean),
      ),
    ].slice(0, 50),
  )
export const recommendQuery = z.object({
  seed_tracks: list,
  seed_artists: list,
  limit: z.coerce.number().int().min(1).max(50).default(20),
  mode: z.enum(['hybrid', 'local', 'spotify']).default('hybrid'),
})
const suggested = z.object({
  /** A Spotify id, or the local id as text. */
  id: z.string(),
  local_id: z.number().nullable(),
  name: z.string(),
  duration_ms: z.number(),
  popularity: z.number(),
  preview_url: z.string().nullable(),
  artists: z.array(z.object({ id: z.string().nullable(), name: z.string() })),
  album: z
    .object({ id: z.string().nullable(), name: z.string(), images: z.array(z.object({ url: z.string() })) })
    .nullable(),
  /** Why it is here, for people. */
  reason: z.string(),
  source: z.string(),
  /** The full line, where the track is ours. */
  track: overviewItem.nullable(),
})
export const recommendations = z.object({
  tracks: z.array(suggested),
  artists: z.array(z.object({ id: z.number(), name: z.string() })),
  unavailable,
})
export const trackParams = z.object({ id: localId })
export type Suggested = z.infer<typeof suggested>
