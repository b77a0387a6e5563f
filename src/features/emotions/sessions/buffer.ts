import { type Db, isRefusal } from '../../../db/client.ts'
import type { Reading } from '../history/fold.ts'
import { append } from '../history/store/append.ts'

type Log = { warn(fields: object, text: string): void; error(fields: object, text: string): void }
type Options = Readonly<{ db: Db; log: Log; most?: number }>

const BATCH = 500

/**
 * Readings on their way to the database. While it fails they stay, up to `most` of them; beyond that the oldest are
 * lost, with a warning. What the database refuses for itself is not tried again.
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
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH)
      try {
        await append(db, batch)
        if (lost > 0) log.warn({ lost }, 'detections are written again; some were lost')
        ;[failing, lost] = [false, 0]
      } catch (error) {
        if (keep(batch, error)) return
      }
    }
  }

  /** Is it worth trying again later? */
  function keep(batch: Reading[], error: unknown): boolean {
    if (isRefusal(error)) {
      log.error({ err: error, detections: batch.length }, 'the database refuses detections')
      return false
    }
    if (!failing) log.warn({ err: error }, 'detections cannot be written: they wait')
    failing = true
    waiting = [...batch, ...waiting]
    bound()
    return true
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
