import type { Budget } from './limits.ts'
import type { WaitingFrame } from './messages.ts'

/** Room for one waiting frame: a newer one takes the place of an older, which is counted. */
export function createSlot(budget: Budget) {
  let waiting: WaitingFrame | null = null
  let replaced = 0

  function empty(): WaitingFrame | null {
    const frame = waiting
    waiting = null
    if (frame) budget.free(frame.bytes)
    return frame
  }

  return {
    /** False: the server has no memory left for another waiting frame. */
    put(frame: WaitingFrame): boolean {
      if (empty()) replaced++
      if (!budget.add(frame.bytes)) return false
      waiting = frame
      return true
    },
    kind: () => waiting?.kind ?? null,
    take: empty,
    clear: () => void empty(),
    /** Throws the frame away and counts it as replaced: there is nobody to answer to. */
    drop(): void {
      if (empty()) replaced++
    },
    /** How many frames were not read since the last time this was asked. */
    replaced(): number {
      const count = replaced
      replaced = 0
      return count
    },
  }
}

const WINDOW_MS = 2_000

/** Results a second over the last two seconds; `tick` counts one and answers. */
export function createRate(now: () => number) {
  let times: number[] = []
  return {
    tick(): number {
      const at = now()
      times = [...times.filter((time) => at - time < WINDOW_MS), at]
      const span = at - (times[0] ?? at)
      return span > 0 ? ((times.length - 1) * 1000) / span : 0
    },
  }
}
