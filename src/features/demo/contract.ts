import { z } from 'zod'

export const started = z.object({ demo: z.literal('started') })
export const status = z.object({
  state: z.enum(['idle', 'rendering', 'scanning', 'done', 'failed']),
  /** Tracks rendered and in all. */
  done: z.number(),
  total: z.number(),
  scan_id: z.number().nullable(),
})

export type DemoStatus = z.infer<typeof status>
