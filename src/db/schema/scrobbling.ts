import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { createdAt, id, ref, time, updatedAt } from '../columns.ts'
import { users } from './auth.ts'
import { plays } from './library.ts'

/** Accounts of users at services that collect listenings. */
export const scrobbleAccounts = pgTable(
  'scrobble_accounts',
  {
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    service: text().notNull(),
    account: text().notNull(),
    /** Encrypted with the server's secret. */
    token: text().notNull(),
    /** refused: the service does not take the token any more; listenings wait until the user signs in again. */
    state: text({ enum: ['active', 'refused'] })
      .notNull()
      .default('active'),
    note: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.service] })],
)

/** Listenings on their way to a service. */
export const scrobbles = pgTable(
  'scrobbles',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    service: text().notNull(),
    playId: ref().references(() => plays.id, { onDelete: 'set null' }),
    /** As it was when it was heard: artist, track, album ... */
    listening: jsonb().$type<Record<string, unknown>>().notNull(),
    startedAt: time().notNull(),
    attempts: integer().notNull().default(0),
    nextAt: time().notNull().defaultNow(),
    note: text(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('scrobbles_play_key').on(t.service, t.playId),
    index('scrobbles_due_idx').on(t.service, t.nextAt, t.id),
    index('scrobbles_user_idx').on(t.userId, t.service, sql`${t.startedAt} desc`),
  ],
)
