import { z } from 'zod'
import { overviewItem } from '../library/contract.ts'

export const playBody = z
  .object({
    duration_played_seconds: z.number().int().min(0).max(86_400).optional(),
    device_info: z.string().max(200).optional(),
    mood_tag: z.string().max(50).optional(),
    playlist_context: z.string().max(200).optional(),
  })
  .nullish()
const playRow = z.object({
  id: z.number(),
  user_id: z.number(),
  track_id: z.number(),
  played_at: z.string(),
  duration_played_seconds: z.number(),
  platform: z.string(),
  device_info: z.string().nullable(),
  mood_tag: z.string().nullable(),
  playlist_context: z.string().nullable(),
  was_recommended: z.boolean(),
  recommendation_source: z.string().nullable(),
})
export const playRecorded = z.object({ message: z.string(), play_history: playRow })
export const recentPlays = z.object({ items: z.array(overviewItem.extend({ played_at: z.string() })) })
export const mostPlayed = z.object({
  items: z.array(overviewItem.extend({ play_count: z.number(), last_played_at: z.string().nullable() })),
})

export type PlayBody = z.infer<typeof playBody>
