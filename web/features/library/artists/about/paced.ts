type Timers = { set: (run: () => void, ms: number) => number; clear: (timer: number) => void; now: () => number }

const browser: Timers = {
  set: (run, ms) => window.setTimeout(run, ms),
  clear: (timer) => window.clearTimeout(timer),
  now: () => performance.now(),
}

/** Does something at most once in `every` milliseconds, however often it is asked for; the last wish is not lost. */
export function paced(deed: () => void, every: number, timers: Timers = browser) {
  let last = Number.NEGATIVE_INFINITY
  let timer: number | null = null
  const run = () => {
    timer = null
    last = timers.now()
    deed()
  }
  return {
    ask: () => {
      if (timer !== null) return
      const wait = last + every - timers.now()
      if (wait <= 0) run()
      else timer = timers.set(run, wait)
    },
    stop: () => {
      if (timer !== null) timers.clear(timer)
      timer = null
    },
  }
}
