import type { Log } from './answers.ts'

/** Trouble that comes and goes is told once in so long. */
const QUIET_MS = 600_000

/** `circuit`: left alone after faults; `blocked`: it asked for a long wait; `refused`: our key; `closed`: endpoints. */
export type Trouble = 'circuit' | 'blocked' | 'refused' | 'closed'

/**
 * Tells the log when a service becomes unwell and when it is well again, and nothing in between: whoever runs the
 * server sees an outage without a line for every call. Reasons carry no keys. `elapsed`: a clock that is never set.
 */
export function createHealth(upstream: string, log: Log, elapsed: () => number) {
  const told = new Map<string, { at: number; now: boolean; fields: object }>()
  // A key and an endpoint may be refused in one family of questions while the others are answered.
  const keyOf = (trouble: Trouble, family: string) =>
    trouble === 'refused' || trouble === 'closed' ? `${trouble} ${family}` : trouble

  return {
    unwell(trouble: Trouble, reason: string, family = ''): void {
      const key = keyOf(trouble, family)
      const before = told.get(key)
      if (before && (before.now || elapsed() - before.at < QUIET_MS)) return
      const fields = { upstream, trouble, ...(key !== trouble && { family }) }
      told.set(key, { at: elapsed(), now: true, fields })
      log.warn({ ...fields, reason }, 'a service is unwell')
    },

    /** It answered a question of this family. */
    well(family: string): void {
      for (const trouble of ['circuit', 'blocked', 'refused', 'closed'] as const) {
        const one = told.get(keyOf(trouble, family))
        if (!one?.now) continue
        one.now = false
        log.info(one.fields, 'a service is well again')
      }
    },
  }
}

export type Health = ReturnType<typeof createHealth>
