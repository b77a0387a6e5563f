import type { Fault } from '../call/fault.ts'
import type { Knowledge, StoredState, UnableFamily, UpstreamStore } from '../store.ts'

const READ_EVERY_MS = 1000
const NOTE_EVERY_MS = 10_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A service may ask for a day, the longest quota that one documents; a wait beyond that is taken for a mistake. */
export const LONGEST_BLOCK_MS = DAY_MS
/** What is closed to us is tried again after so long. */
export const RETRY_CLOSED_MS = 7 * DAY_MS

/** An end that is further away than any we write was written while a clock was wrong: it counts as over. */
const isAhead = (end: Date, now: number, longest: number) =>
  end.getTime() > now && end.getTime() <= now + longest + HOUR_MS
export const isBlocked = ({ blockedUntil }: StoredState, now: number): boolean =>
  blockedUntil !== null && isAhead(blockedUntil, now, LONGEST_BLOCK_MS)
export const isClosed = ({ retryAt }: UnableFamily, now: number): boolean => isAhead(retryAt, now, RETRY_CLOSED_MS)

type Options = Readonly<{ name: string; store: UpstreamStore; now(): number; elapsed(): number }>
export type Known = ReturnType<typeof createKnown>

/** What is known of one service: read at most once a second, told to the other processes as it changes. */
export function createKnown({ name, store, now, elapsed }: Options) {
  let read: { at: number; knowledge: Promise<Knowledge> } | undefined
  let noted = { success: Number.NEGATIVE_INFINITY, error: Number.NEGATIVE_INFINITY, message: '' }

  const forget = () => {
    read = undefined
  }
  async function recent(): Promise<Knowledge> {
    if (read && elapsed() - read.at < READ_EVERY_MS) return read.knowledge
    const mine = { at: elapsed(), knowledge: store.read(name) }
    read = mine
    mine.knowledge.catch(() => {
      if (read === mine) forget()
    })
    return mine.knowledge
  }

  return {
    recent,
    async block(until: Date, reason: string): Promise<void> {
      await store.patch(name, { blockedUntil: until, blockedReason: reason })
      forget()
    },
    async unblock(): Promise<void> {
      await store.patch(name, { blockedUntil: null, blockedReason: null })
      forget()
    },
    async close(family: string, reason: string, retryAt: Date): Promise<void> {
      await store.setUnable(name, family, reason, retryAt)
      forget()
    },
    /** What was closed has answered. */
    async open(family: string): Promise<void> {
      const { unable } = await recent()
      if (!unable.some((one) => one.family === family)) return
      await store.clearUnable(name, family)
      forget()
    },
    /** Noted now and then: nobody needs the exact second. */
    async succeeded(): Promise<void> {
      if (elapsed() - noted.success < NOTE_EVERY_MS) return
      noted = { ...noted, success: elapsed() }
      await store.patch(name, { lastSuccessAt: new Date(now()) })
    },
    async failed({ message }: Fault): Promise<void> {
      if (message === noted.message && elapsed() - noted.error < READ_EVERY_MS) return
      noted = { ...noted, error: elapsed(), message }
      await store.patch(name, { lastError: message, lastErrorAt: new Date(now()) })
    },
  }
}
