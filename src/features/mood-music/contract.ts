import { z } from 'zod'

export const randomQuery = z.object({
  /** One of the five moods; the Spanish emotions are understood too. */
  mood: z.string().max(30).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export const emotionBody = z.object({
  emotion: z.string().max(30),
  confianza: z.number().min(0).max(1),
  user_preferences: z
    .object({
      language: z.string().max(10).optional(),
      intensity: z.enum(['low', 'medium', 'high']).optional(),
      genres: z.array(z.string().max(100)).max(50).optional(),
    })
    .optional(),
})

const track = z.object({
  id: z.string(),
  name: z.string(),
  artists: z.array(z.string()),
  album: z.string(),
  duration_ms: z.number(),
  preview_url: z.string().nullable(),
  spotify_url: z.string().nullable(),
  track_id: z.number(),
  stream_url: z.string().nullable(),
  image_url: z.string().nullable(),
})
const moodTrack = track.extend({
  valence: z.number().nullable(),
  energy: z.number().nullable(),
  /** What valence and energy are estimated from; null: nothing is known. */
  mood_source: z.enum(['genre', 'tempo', 'genre+tempo']).nullable(),
})
export const randomReply = z.object({
  success: z.literal(true),
  timestamp: z.string(),
  playlist: z.object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    mood: z.string(),
    image_url: z.string(),
    total_tracks: z.number(),
    tracks: z.array(track),
  }),
  metadata: z.object({ total_returned: z.number(), has_more: z.boolean() }),
})
export const emotionReply = z.object({
  success: z.literal(true),
  timestamp: z.string(),
  emotion_detected: z.string(),
  confianza: z.number(),
  playlist: z.object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    emotion: z.string(),
    mood_match_score: z.number(),
    image_url: z.string(),
    total_tracks: z.number(),
    tracks: z.array(moodTrack),
  }),
  recommendation_reason: z.string(),
  metadata: z.object({
    total_tracks: z.number(),
    avg_valence: z.number().nullable(),
    avg_energy: z.number().nullable(),
  }),
})

export type EmotionBody = z.infer<typeof emotionBody>
