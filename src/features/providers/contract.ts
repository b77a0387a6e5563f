import { z } from 'zod'

const time = z.string().nullable()
const provider = z.object({
  name: z.string(),
  title: z.string(),
  website: z.string(),
  attribution: z.string(),
  /** Ports it answers: artist_search, biography ... */
  gives: z.array(z.string()),
  enabled: z.boolean(),
  /** ready; resting: asked us to wait or its circuit is open; off: switched off; needs_key; refused: takes no key of ours; offline. */
  state: z.enum(['ready', 'resting', 'off', 'needs_key', 'refused', 'offline']),
  /** The state in one sentence for people. */
  message: z.string().nullable(),
  /** Variables that it needs and that are not set. */
  missing: z.array(z.string()),
  blocked_until: time,
  last_error: z.string().nullable(),
  last_error_at: time,
  last_success_at: time,
  unable: z.array(z.object({ family: z.string(), reason: z.string(), since: z.string() })),
  usage: z.array(
    z.object({ family: z.string(), calls: z.number(), failures: z.number(), budget: z.number().nullable() }),
  ),
})
/** In the order in which they are asked. */
export const providerList = z.object({ items: z.array(provider), offline: z.boolean() })
export const arrangeBody = z.strictObject({
  order: z.array(z.string().max(40)).max(40).optional(),
  disabled: z.array(z.string().max(40)).max(40).optional(),
})
export const nameParams = z.object({ name: z.string().max(40) })
export const testResult = z.object({ ok: z.boolean(), milliseconds: z.number(), message: z.string() })
export type ProviderView = z.infer<typeof provider>
