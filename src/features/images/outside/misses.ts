/** A picture that could not be had is not tried again for so long. */
const MISS_MS = 3_600_000
const MOST_REMEMBERED = 5000

/** What could not be had a short while ago; by a clock that is never set. */
export function createMisses() {
  const until = new Map<string, number>()
  return {
    add(key: string): void {
      if (until.size >= MOST_REMEMBERED) until.clear()
      until.set(key, performance.now() + MISS_MS)
    },
    has: (key: string): boolean => (until.get(key) ?? 0) > performance.now(),
  }
}
