import { type AudioEvent, type AudioLike, HAVE_METADATA } from './audio-like.ts'

type EngineEvents = {
  time: (position: number, duration: number) => void
  playing: () => void
  paused: () => void
  waiting: () => void
  ended: () => void
  /** The sound cannot be loaded or decoded. */
  failed: (url: string) => void
  /** The browser wants a click before it makes a sound. */
  blocked: () => void
}

type Deck = { audio: AudioLike; url: string | null; startAt: number }

const known = (duration: number) => (Number.isFinite(duration) && duration > 0 ? duration : 0)

/**
 * Two decks: one is heard, the other already loads what comes next, so that the next track starts at once. It knows
 * addresses and seconds, nothing of queues.
 */
export class Engine {
  #heard: Deck
  #spare: Deck
  readonly #events: EngineEvents
  #volume = 1
  #muted = false

  constructor(makeAudio: () => AudioLike, events: EngineEvents) {
    this.#events = events
    this.#heard = this.#deck(makeAudio())
    this.#spare = this.#deck(makeAudio())
  }

  /** Loads an address, from `at` seconds on; plays when `play`. Takes the preloaded deck when it holds the address. */
  load(url: string, { at = 0, play }: { at?: number; play: boolean }): void {
    const before = this.#heard
    if (this.#spare.url === url) {
      ;[this.#heard, this.#spare] = [this.#spare, this.#heard]
      this.#empty(before)
      this.#place(this.#heard, at)
    } else this.#fill(this.#heard, url, play ? 'auto' : 'metadata', at)
    this.#apply()
    if (play) this.play()
  }

  /** Readies what is likely to come next; null gives the memory back. */
  preload(url: string | null): void {
    if (this.#spare.url === url) return
    if (url === null) this.#empty(this.#spare)
    else this.#fill(this.#spare, url, 'auto', 0)
  }

  play(): void {
    const deck = this.#heard
    if (deck.url === null) return
    deck.audio.play().catch((error: unknown) => {
      if (deck !== this.#heard) return
      if (error instanceof Error && error.name === 'NotAllowedError') this.#events.blocked()
      // AbortError: a newer load took over. Everything else also arrives as the element's error event.
    })
  }

  pause(): void {
    this.#heard.audio.pause()
  }

  seek(seconds: number): void {
    this.#place(this.#heard, Math.max(0, seconds))
    this.#tell(this.#heard)
  }

  /** Volume of the element, 0 to 1, gain included. */
  setVolume(volume: number, muted: boolean): void {
    this.#volume = volume
    this.#muted = muted
    this.#apply()
  }

  /** Silence, and nothing loaded. */
  unload(): void {
    this.#empty(this.#heard)
    this.#empty(this.#spare)
  }

  get position(): number {
    return this.#heard.audio.currentTime
  }

  #apply(): void {
    this.#heard.audio.volume = this.#volume
    this.#heard.audio.muted = this.#muted
  }

  #deck(audio: AudioLike): Deck {
    const deck: Deck = { audio, url: null, startAt: 0 }
    const on = (type: AudioEvent, run: () => void) =>
      audio.addEventListener(type, () => deck === this.#heard && deck.url !== null && run())
    audio.addEventListener('loadedmetadata', () => {
      if (deck.startAt > 0) audio.currentTime = deck.startAt
      deck.startAt = 0
    })
    on('timeupdate', () => this.#tell(deck))
    on('durationchange', () => this.#tell(deck))
    on('playing', () => this.#events.playing())
    on('pause', () => this.#events.paused())
    on('waiting', () => this.#events.waiting())
    on('ended', () => this.#events.ended())
    audio.addEventListener('error', () => {
      if (deck === this.#heard && deck.url !== null) this.#events.failed(deck.url)
      // What fails to preload is loaded afresh when its turn comes, and fails aloud then.
      else if (deck.url !== null) this.#empty(deck)
    })
    return deck
  }

  #tell(deck: Deck): void {
    this.#events.time(deck.startAt > 0 ? deck.startAt : deck.audio.currentTime, known(deck.audio.duration))
  }

  #place(deck: Deck, seconds: number): void {
    if (deck.audio.readyState >= HAVE_METADATA) deck.audio.currentTime = seconds
    else deck.startAt = seconds
  }

  #fill(deck: Deck, url: string, preload: string, at: number): void {
    deck.url = url
    deck.startAt = at
    deck.audio.preload = preload
    deck.audio.src = url
    deck.audio.load()
  }

  #empty(deck: Deck): void {
    deck.url = null
    deck.startAt = 0
    deck.audio.pause()
    deck.audio.removeAttribute('src')
    deck.audio.load()
  }
}
