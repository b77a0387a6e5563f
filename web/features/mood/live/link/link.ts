import type { ServerMessage } from '../wire/messages.ts'
import { parseMessage } from '../wire/parse.ts'
import { backoff } from './backoff.ts'
import { afterClose, type End } from './ends.ts'
import type { OpenWire, Wire } from './open-wire.ts'

export type LinkState =
  | { is: 'off' }
  | { is: 'connecting'; attempt: number }
  | { is: 'open' }
  | { is: 'waiting'; why: 'lost' | 'busy'; until: number }
  | { is: 'offline' }
  | { is: 'over'; why: End }

type Deps = {
  open: OpenWire
  address: () => string
  now: () => number
  /** Runs later; returns what cancels it. */
  later: (ms: number, run: () => void) => () => void
  random: () => number
  online: () => boolean
  /** Whether a lost line is to be mended: not while the person has paused or looks elsewhere. */
  wanted: () => boolean
  onState: (state: LinkState) => void
  onMessage: (message: ServerMessage) => void
}

const DIAL_MS = 10_000
/** More than this waiting to leave means a line that cannot keep up. */
const FULL_BYTES = 512 * 1024
/** An end by the person's own will, as the socket says it. */
const LEFT = 1000

/** One connection that mends itself: it waits longer after each failure and stops where trying again is pointless. */
export class Link {
  readonly #deps: Deps
  #wire: Wire | null = null
  #state: LinkState = { is: 'off' }
  #attempt = 0
  #lastError: string | null = null
  /** Each dial is a turn; what an older socket still says is not heard. */
  #turn = 0
  #cancel: () => void = () => undefined

  constructor(deps: Deps) {
    this.#deps = deps
  }

  get isOpen(): boolean {
    return this.#state.is === 'open'
  }

  /** Connects, at once even while it waits for another try. */
  connect(): void {
    if (this.#state.is === 'open' || this.#state.is === 'connecting') return
    this.#dial()
  }

  /** Closes an open connection and opens another, for example with other options. */
  renew(): void {
    this.#drop('renewed')
    this.#attempt = 0
    this.#dial()
  }

  /** Ends for good; nothing is tried again. */
  leave(): void {
    this.#drop('left')
    this.#attempt = 0
    this.#become({ is: 'off' })
  }

  /** The network is back. */
  cameOnline(): void {
    if (this.#state.is === 'offline' || this.#state.is === 'waiting') this.#dial()
  }

  /** Sends if there is a line with room; says whether it did. */
  send(data: string | ArrayBuffer): boolean {
    if (this.#state.is !== 'open' || this.#wire === null) return false
    if (typeof data !== 'string' && this.#wire.unsent() > FULL_BYTES) return false
    return this.#wire.send(data)
  }

  #become(state: LinkState): void {
    this.#state = state
    this.#deps.onState(state)
  }

  #drop(reason: string): void {
    this.#turn += 1
    this.#cancel()
    this.#wire?.close(LEFT, reason)
    this.#wire = null
  }

  #dial(): void {
    this.#cancel()
    const mine = ++this.#turn
    this.#lastError = null
    this.#become({ is: 'connecting', attempt: this.#attempt })
    const heard =
      <A extends unknown[]>(run: (...args: A) => void) =>
      (...args: A) => {
        if (mine === this.#turn) run(...args)
      }
    this.#wire = this.#deps.open(this.#deps.address(), {
      open: heard(() => {
        this.#cancel()
        this.#become({ is: 'open' })
      }),
      message: heard((text) => this.#hear(text)),
      closed: heard((code, reason) => this.#closed(code, reason)),
    })
    this.#cancel = this.#deps.later(DIAL_MS, () => {
      this.#drop('no answer')
      this.#closed(1006, '')
    })
  }

  #hear(text: string): void {
    const message = parseMessage(text)
    if (message === null) return
    if (message.type === 'error') this.#lastError = message.error.code
    else {
      this.#attempt = 0
      this.#lastError = null
    }
    this.#deps.onMessage(message)
  }

  #closed(code: number, reason: string): void {
    this.#cancel()
    this.#wire = null
    const after = afterClose(code, reason, this.#lastError)
    if (!this.#deps.wanted()) this.#become({ is: 'off' })
    else if (!after.again) this.#become({ is: 'over', why: after.why })
    else if (!this.#deps.online()) this.#become({ is: 'offline' })
    else this.#wait(after.why)
  }

  #wait(why: 'lost' | 'busy'): void {
    const wait = backoff(this.#attempt, why === 'busy', this.#deps.random())
    this.#attempt += 1
    this.#become({ is: 'waiting', why, until: this.#deps.now() + wait })
    this.#cancel = this.#deps.later(wait, () => this.#dial())
  }
}
