import { z } from 'zod'

const time = z.string().nullable()
/**
 * ready; failing: the last call went wrong; resting: asked us to wait or its circuit is open; off: switched off;
 * needs_key; offline.
 */
const state = z.enum(['ready', 'failing', 'resting', 'off', 'needs_key', 'offline'])
const health = {
  state,
  /** The state in one sentence for people. */
  message: z.string().nullable(),
  blocked_until: time,
  last_error: z.string().nullable(),
  last_error_at: time,
  last_success_at: time,
  unable: z.array(z.object({ family: z.string(), reason: z.string(), since: z.string() })),
  /** Calls of the last 24 hours. */
  usage: z.array(
    z.object({ family: z.string(), calls: z.number(), failures: z.number(), budget: z.number().nullable() }),
  ),
}
/** One of the services behind a provider, each with a pace, a circuit and counts of its own. */
const service = z.object({ name: z.string(), title: z.string(), ...health })
const provider = z.object({
  name: z.string(),
  title: z.string(),
  website: z.string(),
  attribution: z.string(),
  /** Ports it answers: artist_search, biography ... */
  gives: z.array(z.string()),
  enabled: z.boolean(),
  /** Variables that it needs and that are not set. */
  missing: z.array(z.string()),
  /** Of the service that most questions go to. */
  ...health,
  /** All of them, that one first. */
  services: z.array(service),
})
/** In the order in which they are asked. */
export const providerList = z.object({
  items: z.array(provider),
  offline: z.boolean(),
  /** Somebody set the order: it holds for every question. Else each question has an order of its own. */
  custom: z.boolean(),
})
export const arrangeBody = z.strictObject({
  order: z.array(z.string().max(40)).max(40).optional(),
  disabled: z.array(z.string().max(40)).max(40).optional(),
})
export const nameParams = z.object({ name: z.string().max(40) })
export const testResult = z.object({ ok: z.boolean(), milliseconds: z.number(), message: z.string() })
export type ProviderView = z.infer<typeof provider>
export type ServiceView = z.infer<typeof service>
