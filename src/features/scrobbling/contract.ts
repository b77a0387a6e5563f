import { z } from 'zod'

/** The name of a provider. */
export const serviceParams = z.object({ service: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/) })

const secret = z.string().trim().min(1).max(2000)
export const tokenBody = z.object({ token: secret.describe('The token the service shows to its user') })
export const signInBody = z
  .object({
    callback: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional()
      .describe('Where the service sends its user back to; the page of this server when left out'),
  })
  .nullish()
export const signInReply = z.object({ url: z.string() })
export const callbackBody = z.object({
  token: secret.describe('What the service added to the callback, or the whole address it led to'),
})

export const serviceView = z.object({
  service: z.string(),
  title: z.string(),
  available: z.boolean().describe('false: switched off on this server; what waits goes on waiting'),
  connect: z.enum(['token', 'sign-in']),
  account: z.string().nullable().describe('null: not connected'),
  state: z.enum(['active', 'refused']).nullable(),
  note: z.string().nullable().describe('What went wrong last, in words'),
  waiting: z.number().int(),
  last_sent_at: z.string().nullable(),
})
export const services = z.object({ items: z.array(serviceView) })
export const message = z.object({ message: z.string() })

export type ServiceView = z.infer<typeof serviceView>
