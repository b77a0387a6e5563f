import { z } from 'zod'
import { flag } from '../artists/contract.ts'

const batch = (most: number, fallback: number) => z.coerce.number().int().min(1).max(most).default(fallback)
export const refreshGenresQuery = z.object({ limit: batch(500, 50), tracks_per_artist: batch(10, 3) })
export const refreshMissingQuery = z.object({
  limit: batch(500, 50),
  use_spotify: flag(true),
  use_lastfm: flag(true),
})
export const bulkRefreshQuery = z.object({ max_artists: batch(500, 10) })
export const freshness = z.object({
  data_freshness_report: z.object({
    artists: z.object({
      total: z.number(),
      fresh: z.number(),
      stale: z.number(),
      freshness_percentage: z.number(),
    }),
    downloads: z.object({ total_attempts: z.number(), completed: z.number(), completion_rate: z.number() }),
    last_updated: z.string(),
  }),
  message: z.string(),
})
