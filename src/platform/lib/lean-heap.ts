import { setFlagsFromString } from 'node:v8'

/** How much the old generation may grow, in percent of what is alive, before it is collected. */
const LEAN = 40
const DEFAULT = 0
let users = 0

/**
 * Runs long background work that makes much garbage, collecting it sooner than V8 would by itself: on a large machine
 * it lets the heap grow to four times of what is alive. Not for always, because each streamed buffer counts as growth
 * and streaming would pay for it. The flag is read at each collection and holds for the whole process.
 */
export async function withLeanHeap<T>(work: () => Promise<T>): Promise<T> {
  if (users++ === 0) setFlagsFromString(`--heap-growing-percent=${LEAN}`)
  try {
    return await work()
  } finally {
    if (--users === 0) setFlagsFromString(`--heap-growing-percent=${DEFAULT}`)
  }
}
