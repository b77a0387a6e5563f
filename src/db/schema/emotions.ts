import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import { createdAt, id, ref, time, updatedAt } from '../columns.ts'
import { users } from './auth.ts'

const CLASSES = ['feliz', 'triste', 'enojado', 'sorprendido', 'neutral', 'amor'] as const
const DETAILED = [...CLASSES, 'disgusto', 'miedo', 'incierto'] as const
const SOURCES = ['image', 'video', 'landmarks', 'correction'] as const
const oneOf = (values: readonly string[]) => sql.raw(`(${values.map((value) => `'${value}'`).join(', ')})`)
const session = () =>
  ref()
    .notNull()
    .references(() => emotionSessions.id, { onDelete: 'cascade' })

const bin = (width: string, at: string) => sql.raw(`date_bin('${width}', ${at}, timestamptz '2000-01-01 00:00:00+00')`)

/** A sitting in front of the camera. Without a user it belongs to whoever knows its id. */
export const emotionSessions = pgTable(
  'emotion_sessions',
  {
    id: id(),
    /** SHA-256 of the id that callers know it by. */
    idHash: text().notNull().unique(),
    /** The id itself, only where the owner is a user: of the others it is the secret. */
    publicId: text(),
    userId: ref().references(() => users.id, { onDelete: 'cascade' }),
    name: text(),
    /** The consent: nothing is written down without it. */
    recording: boolean().notNull().default(false),
    /** When a consent was last given anew; null: never since the session began. Nothing read before it is written. */
    consentSince: time(),
    /** What was erased last, both ends included: what another process still holds of it is not written any more. */
    erasedFrom: time(),
    erasedTo: time(),
    detections: integer().notNull().default(0),
    /** Of its detections; null: it has none. */
    firstAt: time(),
    lastAt: time(),
    createdAt: createdAt(),
    lastActivityAt: createdAt(),
    endedAt: time(),
  },
  (t) => [
    index('emotion_sessions_user_idx').on(t.userId, t.id),
    index('emotion_sessions_activity_idx').on(t.lastActivityAt),
    check('emotion_sessions_id_check', sql`(${t.userId} is null) = (${t.publicId} is null)`),
  ],
)

/** Which connection a session has. One whose process died is free when its time is over. */
export const emotionLeases = pgTable('emotion_leases', {
  sessionId: session().primaryKey(),
  connectionId: text().notNull(),
  expiresAt: time().notNull(),
})

/** What was read, one row a moment of a session; its times only ever grow. */
export const emotionDetections = pgTable(
  'emotion_detections',
  {
    sessionId: session(),
    at: time().notNull(),
    /** The owner of the session, for lists of all of them. */
    userId: ref(),
    clase: text({ enum: CLASSES }).notNull(),
    detailed: text({ enum: DETAILED }).notNull(),
    source: text({ enum: SOURCES }).notNull(),
    uncertain: boolean().notNull(),
    /** Another `clase` than the row before it in its session. */
    changed: boolean().notNull(),
    /** In ten-thousandths, so that sums are exact. */
    confidence: smallint().notNull(),
    /** The same of happy, surprise, sad, angry, disgust, fear and neutral. */
    scores: smallint().array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.at] }),
    index('emotion_detections_class_idx').on(t.sessionId, t.detailed, t.at),
    index('emotion_detections_user_idx').on(t.userId, t.at, t.sessionId).where(sql`${t.userId} is not null`),
    index('emotion_detections_user_class_idx')
      .on(t.userId, t.detailed, t.at, t.sessionId)
      .where(sql`${t.userId} is not null`),
    check(
      'emotion_detections_values_check',
      sql`${t.clase} in ${oneOf(CLASSES)} and ${t.detailed} in ${oneOf(DETAILED)} and ${t.source} in ${oneOf(SOURCES)}
        and ${t.confidence} between 0 and 10000 and cardinality(${t.scores}) = 7`,
    ),
  ],
)

/**
 * Unbroken runs of one class, made of the detections: `documented` by `clase` for the longest streak, `detailed` by the
 * detailed class for the strip of a day. More than 30 s without a reading break a run.
 */
export const emotionRuns = pgTable(
  'emotion_runs',
  {
    sessionId: session(),
    scale: text({ enum: ['documented', 'detailed'] }).notNull(),
    startedAt: time().notNull(),
    endedAt: time().notNull(),
    userId: ref(),
    label: text({ enum: DETAILED }).notNull(),
    detections: integer().notNull(),
    quarter: time().notNull().generatedAlwaysAs(bin('15 minutes', 'started_at')),
    day: time().notNull().generatedAlwaysAs(bin('1 day', 'started_at')),
    durationMs: bigint({ mode: 'number' })
      .notNull()
      .generatedAlwaysAs(sql`(extract(epoch from ended_at - started_at) * 1000)::bigint`),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.scale, t.startedAt] }),
    ...(['quarter', 'day'] as const).map((span) =>
      index(`emotion_runs_longest_${span}_idx`)
        .on(t.sessionId, t[span], t.durationMs.desc(), t.detections.desc(), t.startedAt)
        .where(sql`${t.scale} = 'documented'`),
    ),
    index('emotion_runs_longest_user_idx')
      .on(t.userId, t.day, t.durationMs.desc(), t.detections.desc(), t.startedAt)
      .where(sql`${t.scale} = 'documented' and ${t.userId} is not null`),
    index('emotion_runs_user_idx')
      .on(t.userId, t.startedAt, t.sessionId)
      .where(sql`${t.scale} = 'detailed' and ${t.userId} is not null`),
  ],
)

/**
 * Sums of the detections of a session in a quarter of an hour and in a day of UTC: what statistics add up instead of the
 * rows. Every time zone of today begins its hours on a quarter.
 */
export const emotionTallies = pgTable(
  'emotion_tallies',
  {
    sessionId: session(),
    span: text({ enum: ['quarter', 'day'] }).notNull(),
    bucket: time().notNull(),
    clase: text({ enum: CLASSES }).notNull(),
    detailed: text({ enum: DETAILED }).notNull(),
    userId: ref(),
    detections: integer().notNull(),
    uncertain: integer().notNull(),
    changes: integer().notNull(),
    confidence: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.span, t.bucket, t.clase, t.detailed] }),
    index('emotion_tallies_user_idx').on(t.userId, t.span, t.bucket).where(sql`${t.userId} is not null`),
  ],
)

/** What a user decides about the own history; null: as the server does. */
export const emotionSettings = pgTable(
  'emotion_settings',
  {
    userId: ref()
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    retentionDays: integer(),
    updatedAt: updatedAt(),
  },
  (t) => [check('emotion_settings_retention_check', sql`${t.retentionDays} between 1 and 3650`)],
)
