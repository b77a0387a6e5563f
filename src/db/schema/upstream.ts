import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { time } from '../columns.ts'

/** Answers of services on the internet, as they were received; who reads one checks it anew. */
export const upstreamAnswers = pgTable(
  'upstream_answers',
  {
    provider: text().notNull(),
    /** A hash of the request. */
    key: text().notNull(),
    /** null: there was nothing. */
    body: jsonb(),
    fetchedAt: time().notNull(),
    /** Until then it is not asked for again; later it still serves when the service cannot be asked. */
    freshUntil: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.key] }), index('upstream_answers_age_idx').on(t.freshUntil)],
)

/** When each service may be asked next, for all processes. */
export const upstreamGates = pgTable('upstream_gates', {
  provider: text().primaryKey(),
  nextAt: time().notNull(),
})

/** What is known of a service, for all processes. */
export const upstreamStates = pgTable('upstream_states', {
  provider: text().primaryKey(),
  blockedUntil: time(),
  blockedReason: text(),
  lastError: text(),
  lastErrorAt: time(),
  lastSuccessAt: time(),
})

/** Endpoints that are closed to us. */
export const upstreamUnable = pgTable(
  'upstream_unable',
  {
    provider: text().notNull(),
    family: text().notNull(),
    reason: text().notNull(),
    since: time().notNull().defaultNow(),
    /** Asked again then: what is closed today may be open next month. */
    retryAt: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.family] })],
)

/** Calls by hour. */
export const upstreamUsage = pgTable(
  'upstream_usage',
  {
    provider: text().notNull(),
    family: text().notNull(),
    hour: time().notNull(),
    calls: integer().notNull().default(0),
    failures: integer().notNull().default(0),
    milliseconds: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.provider, t.family, t.hour] })],
)
