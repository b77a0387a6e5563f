const COUNTED_AFTER_S = 240
/** Clock steps above this are jumps, not listening: background tabs report once a second. */
const LONGEST_STEP_S = 3

/** Counts what was really heard of one track, and says once when that makes it a play. */
export type Listening = {
  /** Tell the position while it plays; returns the seconds heard at the moment when it becomes a play, else null. */
  tick(position: number, duration: number): number | null
  /** The position jumps: nothing in between was heard. */
  jump(position: number): void
}

/** A play is 50 % of the track or four minutes, whichever comes first. */
export function listenTo(): Listening {
  let heard = 0
  let last = 0
  let counted = false
  return {
    tick(position, duration) {
      const delta = position - last
      last = position
      if (delta > 0 && delta <= LONGEST_STEP_S) heard += delta
      if (counted || !(duration > 0)) return null
      if (heard < Math.min(duration / 2, COUNTED_AFTER_S)) return null
      counted = true
      return Math.round(heard)
    },
    jump(position) {
      last = position
    },
  }
}
