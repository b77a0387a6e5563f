import { sql } from 'drizzle-orm'
import { boolean, check, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, ref, time, updatedAt } from '../columns.ts'

export const users = pgTable(
  'users',
  {
    id: id(),
    name: text().notNull(),
    username: text().notNull().unique(),
    email: text().notNull(),
    /** Argon2id in PHC form. */
    passwordHash: text().notNull(),
    role: text({ enum: ['admin', 'user'] })
      .notNull()
      .default('user'),
    isActive: boolean().notNull().default(true),
    lastLoginAt: time(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('users_email_key').on(sql`lower(${t.email})`),
    check('users_role_check', sql`${t.role} in ('admin', 'user')`),
  ],
)

/** One row a sign-in; a token whose row is gone or past its end is refused. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    userAgent: text(),
    createdAt: createdAt(),
    expiresAt: time().notNull(),
  },
  (t) => [index('sessions_user_idx').on(t.userId), index('sessions_expires_idx').on(t.expiresAt)],
)

/** Personal one-time recovery codes, kept as SHA-256 of 100 random bits. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    codeHash: text().notNull(),
    usedAt: time(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('recovery_codes_user_code_key').on(t.userId, t.codeHash)],
)

export const invites = pgTable('invites', {
  id: id(),
  codeHash: text().notNull().unique(),
  note: text(),
  role: text({ enum: ['admin', 'user'] })
    .notNull()
    .default('user'),
  createdBy: ref()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' }),
  createdAt: createdAt(),
  expiresAt: time().notNull(),
  usedAt: time(),
  usedBy: ref().references(() => users.id, { onDelete: 'set null' }),
})

/** One row a guarded attempt: the log that sliding-window limits count, shared by every process. */
export const authAttempts = pgTable('auth_attempts', { id: id(), key: text().notNull(), at: createdAt() }, (t) => [
  index('auth_attempts_key_at_idx').on(t.key, t.at),
  index('auth_attempts_at_idx').on(t.at),
])

/** Settings that an administrator changes while the server runs; the environment gives their defaults. */
export const settings = pgTable('settings', {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  updatedAt: updatedAt(),
})
