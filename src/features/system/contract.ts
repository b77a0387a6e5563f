import { z } from 'zod'

export const health = z.object({
  status: z.enum(['healthy', 'unhealthy']),
  service: z.string(),
  version: z.string(),
  timestamp: z.string(),
  services: z.object({
    emotion_recognition: z.enum(['operational', 'loading', 'error']),
    spotify_integration: z.enum(['operational', 'not_configured']),
    mediapipe: z.enum(['loaded', 'loading', 'failed_to_load']),
    database: z.enum(['operational', 'error']),
  }),
  error: z.string().optional(),
})
export const live = z.object({ status: z.literal('ok') })
export const ready = z.object({ status: z.enum(['ready', 'not_ready']) })
export const dbStatus = z.object({
  status: z.enum(['online', 'offline']),
  last_checked: z.string(),
  last_error: z.string().nullable(),
})

export type Health = z.infer<typeof health>
