import { bigint, timestamp } from 'drizzle-orm/pg-core'

/** Local ids: 64-bit identities that stay within the safe integers of JavaScript. */
export const id = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity()
export const ref = () => bigint({ mode: 'number' })
/** Milliseconds, as JavaScript has them: a cursor made from a time must find it again. */
export const time = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' })
export const createdAt = () => time().notNull().defaultNow()
export const updatedAt = () => time().notNull().defaultNow()
