/** After this long without an answer a second frame may go out. */
const PATIENCE_MS = 1000
/** After this long an answer is not expected any more. */
const LOST_MS = 5000
/** One in work, and one more at most. */
const MOST_OUT = 2

/**
 * Says when the next frame may be taken: not sooner than the chosen rate, and only once the frame before it has been
 * answered or has kept us waiting for a second. A newer answer stands for all older frames, because the server
 * leaves out those that were replaced.
 */
export class Pacer {
  #every: number
  #last = Number.NEGATIVE_INFINITY
  #out: { number: number; at: number }[] = []

  constructor(fps: number) {
    this.#every = 1000 / fps
  }

  set fps(fps: number) {
    this.#every = 1000 / fps
  }

  /** Milliseconds until a frame may be taken; 0 is now. */
  wait(now: number): number {
    this.#out = this.#out.filter(({ at }) => now - at < LOST_MS)
    const rate = this.#last + this.#every - now
    return Math.max(0, rate, this.#freeIn(now))
  }

  sent(number: number, now: number): void {
    this.#last = now
    this.#out.push({ number, at: now })
  }

  answered(number: number): void {
    this.#out = this.#out.filter((frame) => frame.number > number)
  }

  /** Forgets what is out: its socket is gone. */
  clear(): void {
    this.#out = []
  }

  #freeIn(now: number): number {
    const [oldest] = this.#out
    const newest = this.#out.at(-1)
    if (!oldest || !newest) return 0
    return this.#out.length >= MOST_OUT ? oldest.at + LOST_MS - now : newest.at + PATIENCE_MS - now
  }
}
