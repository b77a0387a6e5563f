import { z } from 'zod'
import { localId } from '../../library/contract.ts'

/** Long work on the catalogue, as people follow it. */
export const run = z.object({
  id: z.number(),
  kind: z.enum(['expansion', 'discography', 'refresh', 'genres', 'missing', 'releases']),
  /** What it is about, for people: "Night Ferry and 15 similar artists". */
  title: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  steps_total: z.number(),
  steps_done: z.number(),
  steps_failed: z.number(),
  /** 0 to 100. */
  percentage: z.number(),
  artists: z.number(),
  albums: z.number(),
  tracks: z.number(),
  /** What is done just now: a name. */
  current: z.string().nullable(),
  /** Why it waits, or what could not be had, in human words. */
  note: z.string().nullable(),
  /** When a run that rests is tried again. */
  next_at: z.string().nullable(),
  artist_id: z.number().nullable(),
  /** By whoever asks: those who began it and administrators may. */
  cancellable: z.boolean(),
  /** Somebody stopped it, and it comes to its next safe point. */
  stopping: z.boolean(),
  created_at: z.string(),
  started_at: z.string().nullable(),
  finished_at: z.string().nullable(),
})
export const runParams = z.object({ id: localId })
export const runsQuery = z.object({
  active: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export const runList = z.object({ items: z.array(run) })
export type Run = z.infer<typeof run>
