import { z } from 'zod'

const name = z.string().trim().min(1).max(100).describe('What the owner calls it; up to 100 characters')

export const sessionParams = z.object({ session_id: z.string().max(200) })
export const sessionBody = z
  .object({
    name: name.nullish(),
    recording: z.boolean().optional().describe('Consent to keep a history of what is read; false unless given'),
  })
  .nullish()
export const sessionChanges = z.object({ name: name.nullable().optional(), recording: z.boolean().optional() })
export const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
})

const sessionView = z.object({
  session_id: z.string().describe('Known to nobody else: it opens the history of a session without an owner'),
  name: z.string().nullable(),
  recording: z.boolean(),
  created_at: z.string(),
  last_activity_at: z.string(),
  ended_at: z.string().nullable(),
  detections: z.int(),
})
const success = { success: z.literal(true), timestamp: z.string().describe('ISO 8601, UTC') }
export const sessionReply = z.object({ ...success, session: sessionView })
export const sessionsReply = z.object({
  ...success,
  sessions: z.array(sessionView),
  metadata: z.object({ total_returned: z.int(), has_more: z.boolean(), next_cursor: z.string().nullable() }),
})
export const deletedReply = z.object({ ...success, deleted: z.object({ sessions: z.int(), detections: z.int() }) })

export type SessionBody = Readonly<{ name?: string | null | undefined; recording?: boolean | undefined }>
export type SessionChanges = Readonly<z.infer<typeof sessionChanges>>
export type SessionView = z.infer<typeof sessionView>
