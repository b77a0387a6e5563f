import { type Db, isRefusal } from '../../../db/client.ts'
import { groupBy } from '../../../platform/lib/group-by.ts'
import type { Reading } from '../history/fold.ts'
import { append } from '../history/store/append.ts'

type Log = { warn(fields: object, text: string): void }
type Options = Readonly<{ db: Db; log: Log; most?: number }>

const BATCH = 500

/**
 * Readings on their way to the database. While it fails they stay, up to `most` of them; beyond that the oldest are
 * lost, with a warning. What the database refuses for itself is not tried again, and takes nothing of other sessions
 * with it.
 */
export function createBuffer({ db, log, most = 20_000 }: Options) {
  let waiting: Reading[] = []
  let running: Promise<void> | null = null
  let failing = false
  let lost = 0

  function bound(): void {
    const over = waiting.length - most
    if (over <= 0) return
    waiting.splice(0, over)
    if (lost === 0) log.warn({ most }, 'the database does not take detections: the oldest are being dropped')
    lost += over
  }

  async function drain(): Promise<void> {
    let parts: Reading[][] = []
    while (parts.length > 0 || waiting.length > 0) {
      const batch = parts.shift() ?? waiting.splice(0, BATCH)
      try {
        await append(db, batch)
        if (lost > 0) log.warn({ lost }, 'detections are written again; some were lost')
        ;[failing, lost] = [false, 0]
      } catch (error) {
        if (!isRefusal(error)) return keep([batch, ...parts].flat(), error)
        parts = [...apart(batch, error), ...parts]
      }
    }
  }

  /** One refused reading fails everything beside it: each session is tried alone, and what fails alone is dropped. */
  function apart(batch: Reading[], error: unknown): Reading[][] {
    const sessions = [...groupBy(batch, ({ sessionId }) => sessionId).values()]
    if (sessions.length > 1) return sessions
    log.warn({ err: error, detections: batch.length }, 'the database refuses detections: they are dropped')
    return []
  }

  function keep(readings: Reading[], error: unknown): void {
    if (!failing) log.warn({ err: error }, 'detections cannot be written: they wait')
    failing = true
    waiting = [...readings, ...waiting]
    bound()
  }

  return {
    size: () => waiting.length,
    add(reading: Reading): void {
      waiting.push(reading)
      bound()
    },
    /** Tries to write everything that is here now. Never rejects: what fails stays. */
    async flush(): Promise<void> {
      // A run in progress may have passed the place of the newest.
      if (running) await running
      running ??= drain().finally(() => {
        running = null
      })
      await running
    },
    /** Forgets what waits of a session. */
    drop(sessionId: number): void {
      waiting = waiting.filter((reading) => reading.sessionId !== sessionId)
    },
  }
}
