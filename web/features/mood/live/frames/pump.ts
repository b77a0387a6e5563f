import { Pacer } from './pacer.ts'

type Deps = {
  fps: number
  now: () => number
  later: (ms: number, run: () => void) => () => void
  /** Takes one frame and sends it; false when there was nothing to take or no room to send it. */
  take: (number: number) => Promise<boolean>
  onError: (error: unknown) => void
}

/** A video that has no picture yet, or a line that is full, is asked again after this. */
const AGAIN_MS = 80

/** Takes frames one after the other at the pace that the pacer allows, until it is stopped. */
export class Pump {
  readonly #deps: Deps
  readonly #pacer: Pacer
  #number = 0
  #running = false
  #taking = false
  #cancel: () => void = () => undefined

  constructor(deps: Deps) {
    this.#deps = deps
    this.#pacer = new Pacer(deps.fps)
  }

  set fps(fps: number) {
    this.#pacer.fps = fps
    this.#plan()
  }

  start(): void {
    if (this.#running) return
    this.#running = true
    this.#pacer.clear()
    this.#plan()
  }

  stop(): void {
    this.#running = false
    this.#cancel()
  }

  answered(number: number): void {
    this.#pacer.answered(number)
    this.#plan()
  }

  #plan(atLeast = 0): void {
    this.#cancel()
    if (!this.#running || this.#taking) return
    const wait = Math.max(atLeast, this.#pacer.wait(this.#deps.now()))
    this.#cancel = this.#deps.later(wait, () => void this.#take())
  }

  async #take(): Promise<void> {
    this.#taking = true
    const number = this.#number + 1
    const taken = await this.#deps.take(number).catch((error: unknown) => {
      this.#deps.onError(error)
      return false
    })
    this.#taking = false
    if (taken) {
      this.#number = number
      this.#pacer.sent(number, this.#deps.now())
    }
    this.#plan(taken ? 0 : AGAIN_MS)
  }
}
