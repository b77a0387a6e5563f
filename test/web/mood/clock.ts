/** A clock that stands until it is moved; what is due runs in order. */
export function makeClock() {
  let now = 1_000_000
  let plans: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    later(ms: number, run: () => void): () => void {
      const plan = { at: now + ms, run }
      plans.push(plan)
      return () => {
        plans = plans.filter((other) => other !== plan)
      }
    },
    /** Moves on and runs what falls due on the way. */
    pass(ms: number): void {
      const end = now + ms
      for (;;) {
        const [next] = plans.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
        if (!next) break
        plans = plans.filter((other) => other !== next)
        now = Math.max(now, next.at)
        next.run()
      }
      now = end
    },
    waiting: () => plans.length,
  }
}
