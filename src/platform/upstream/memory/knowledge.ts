import type { Fault } from '../call/fault.ts'
import type { Knowledge, UpstreamStore } from '../store.ts'

const READ_EVERY_MS = 1000
const NOTE_EVERY_MS = 10_000

export type Known = ReturnType<typeof createKnown>

/** What is known of one service: read at most once a second, told to the other processes as it changes. */
export function createKnown(name: string, store: UpstreamStore, now: () => number) {
  let read: { at: number; knowledge: Promise<Knowledge> } | undefined
  let noted = { success: Number.NEGATIVE_INFINITY, error: Number.NEGATIVE_INFINITY, message: '' }

  const forget = () => {
    read = undefined
  }
  async function recent(): Promise<Knowledge> {
    if (read && now() - read.at < READ_EVERY_MS) return read.knowledge
    const mine = { at: now(), knowledge: store.read(name) }
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
      if (now() - noted.success < NOTE_EVERY_MS) return
      noted = { ...noted, success: now() }
      await store.patch(name, { lastSuccessAt: new Date(now()) })
    },
    async failed({ message }: Fault): Promise<void> {
      if (message === noted.message && now() - noted.error < READ_EVERY_MS) return
      noted = { ...noted, error: now(), message }
      await store.patch(name, { lastError: message, lastErrorAt: new Date(now()) })
    },
  }
}
