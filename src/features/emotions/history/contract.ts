import { z } from 'zod'
import { CLASSES, DETAILED_CLASSES, SHOWN_CLASSES, scores, unit } from '../contract.ts'
import { isWritable } from './position.ts'

const moment = z.iso
  .datetime({ offset: true })
  .refine((text) => isWritable(Date.parse(text)), 'lies outside the years 1 to 9999 of UTC')
  .describe('ISO 8601 with a zone: `Z` or an offset')
const zone = z.string().max(64).describe('A time zone of the IANA data base, as Europe/Madrid')
const cursor = z.string().max(300).optional().describe('`next_cursor` of the page before')

/** What every history endpoint asks: whose, and of when. Both ends of the period belong to it. */
export const periodQuery = z.object({
  session_id: z.string().min(1).max(200).describe('A session, or `all`: every session of the signed-in caller'),
  from_timestamp: moment.optional(),
  to_timestamp: moment.optional(),
})
export const timelineQuery = periodQuery.extend({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor,
  emotion: z.enum(SHOWN_CLASSES).optional().describe('Only the timeline is filtered; statistics are of all'),
  order: z.enum(['asc', 'desc']).default('asc'),
})
export const streaksQuery = periodQuery.extend({
  limit: z.coerce.number().int().min(1).max(2000).default(500),
  cursor,
})
export const hoursQuery = periodQuery.extend({ tz: zone.default('UTC') })
export const exportQuery = periodQuery.extend({
  format: z.enum(['csv', 'json']).default('csv'),
  tz: zone.default('UTC'),
  lang: z.enum(['es', 'en']).default('es'),
})
export const settingsBody = z.object({ retention_days: z.number().int().min(1).max(3650).nullable() })

const success = { success: z.literal(true), timestamp: z.string().describe('ISO 8601, UTC') }
const metadata = z.object({ total_returned: z.int(), has_more: z.boolean(), next_cursor: z.string().nullable() })
const byClass = <T extends z.ZodType>(value: T) => z.record(z.enum(CLASSES), value)
const entry = z.object({
  timestamp: z.string(),
  clase: z.enum(CLASSES),
  clase_detallada: z.enum(SHOWN_CLASSES),
  confianza: unit,
  scores,
  source: z.enum(['image', 'video', 'landmarks', 'correction']),
  session_id: z.string().optional().describe('Where `all` was asked for'),
})

export const historyReply = z.object({
  ...success,
  session_id: z.string(),
  period: z
    .object({ start: z.string(), end: z.string(), duration_minutes: z.number() })
    .describe('As asked for, else from the start of the session to its last activity'),
  statistics: z
    .object({
      total_detections: z.int(),
      uncertain_detections: z.int().describe('Those whose `clase` is only the likeliest of unconvincing ones'),
      emotion_distribution: byClass(z.int()),
      emotion_percentages: byClass(z.number()).describe('Of the total, two decimals'),
      detailed_distribution: z.record(z.enum(DETAILED_CLASSES), z.int()).describe('Without the uncertain ones'),
      dominant_emotion: z.enum(CLASSES).nullable(),
      average_confidence: z.number(),
      emotion_changes: z.int().describe('How often `clase` is another than just before in the same session'),
      longest_emotion_streak: z
        .object({ emotion: z.enum(CLASSES), duration_seconds: z.number(), count: z.int() })
        .nullable()
        .describe('By duration, then by count, of one session; more than 30 s without a reading end a streak'),
    })
    .describe('Of the whole period, not of the page'),
  timeline: z.array(entry),
  playlists_played: z.array(
    z.object({
      emotion: z.string(),
      playlist_id: z.string(),
      playlist_name: z.string(),
      played_at: z.string(),
      duration_minutes: z.number(),
    }),
  ),
  metadata,
})
export const streaksReply = z.object({
  ...success,
  streaks: z
    .array(
      z.object({
        clase: z.enum(CLASSES).nullable().describe('null where the class is uncertain'),
        clase_detallada: z.enum(SHOWN_CLASSES),
        started_at: z.string(),
        ended_at: z.string(),
        count: z.int(),
        duration_seconds: z.number(),
      }),
    )
    .describe('Unbroken runs of one detailed class, those at the ends of the period cut to it'),
  metadata,
})
export const hoursReply = z.object({
  ...success,
  hours: z.array(
    z.object({
      hour: z.string().describe('Its beginning, with the offset of the zone'),
      counts: z.partialRecord(z.enum(SHOWN_CLASSES), z.int()),
    }),
  ),
})
export const erasedReply = z.object({ ...success, deleted: z.object({ detections: z.int() }) })
export const settingsReply = z.object({
  ...success,
  retention_days: z.int().nullable().describe('null: as the server does'),
  server_retention_days: z.int(),
})

export type PeriodQuery = z.infer<typeof periodQuery>
export type TimelineQuery = z.infer<typeof timelineQuery>
export type StreaksQuery = z.infer<typeof streaksQuery>
export type HoursQuery = z.infer<typeof hoursQuery>
export type ExportQuery = z.infer<typeof exportQuery>
export type Entry = z.infer<typeof entry>
export type Statistics = z.infer<typeof historyReply>['statistics']
