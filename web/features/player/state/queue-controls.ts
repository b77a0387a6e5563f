import * as q from '../queue/queue.ts'
import type { PlayerTrack } from '../queue/track.ts'
import type { Playback } from './playback.ts'
import type { PlayerStore } from './store.ts'

type StartOptions = {
  /** true: mixed, from a random track on. Left out: as the shuffle button says. */
  shuffle?: boolean
  /** Where the tracks come from, for the play history: `album:12`, `mood:feliz`. */
  source?: string
}

/** What the listener can do to the queue. The sound follows through `playback`. */
export class QueueControls {
  readonly #store: PlayerStore
  readonly #playback: Playback
  readonly #random: () => number

  constructor(store: PlayerStore, playback: Playback, random: () => number) {
    this.#store = store
    this.#playback = playback
    this.#random = random
  }

  /** Plays these tracks from the given one on; they become the queue. */
  start(tracks: readonly PlayerTrack[], index = 0, { shuffle, source }: StartOptions = {}): void {
    if (tracks.length === 0) return
    const mixed = shuffle ?? this.#state.shuffle
    const first = shuffle ? Math.floor(this.#random() * tracks.length) : index
    const queue = q.startQueue(tracks, first, mixed ? this.#random : null)
    this.#store.setState({ queue, shuffle: mixed, source: source ?? null })
    this.#playback.goTo(queue.index, true)
  }

  /** Behind the track that plays. */
  playNext(tracks: readonly PlayerTrack[]): void {
    this.#insert(tracks, 'next')
  }

  /** At the end of the queue. */
  add(tracks: readonly PlayerTrack[]): void {
    this.#insert(tracks, 'end')
  }

  jump(index: number): void {
    if (this.#state.queue.items[index]) this.#playback.goTo(index, true)
  }

  remove(key: number): void {
    const wasCurrent = q.currentItem(this.#state.queue)?.key === key
    const queue = q.remove(this.#state.queue, key)
    this.#store.setState({ queue })
    if (queue.items.length === 0) this.#playback.silence()
    else if (wasCurrent) this.#playback.load(this.#playback.wantsSound)
    else this.#playback.refresh()
  }

  move(from: number, to: number): void {
    this.#change(q.move(this.#state.queue, from, to))
  }

  /** Empties the queue but for what plays. */
  clear(): void {
    this.#change(q.clearUpcoming(this.#state.queue))
  }

  /** Puts a queue back as it was: the undo of `remove` and `clear`. */
  restore(queue: q.Queue): void {
    const before = q.currentItem(this.#state.queue)?.key
    this.#store.setState({ queue })
    if (q.currentItem(queue)?.key === before) this.#playback.refresh()
    else this.#playback.load(false)
  }

  toggleShuffle(): void {
    const { shuffle, queue } = this.#state
    this.#store.setState({ shuffle: !shuffle })
    this.#change(shuffle ? q.unshuffle(queue) : q.shuffle(queue, this.#random))
  }

  /** A new order for the whole queue, played from its beginning. */
  shuffleNow(): void {
    if (this.#state.queue.items.length === 0) return
    this.#store.setState({ shuffle: true, queue: q.reshuffle(this.#state.queue, this.#random) })
    this.#playback.goTo(0, true)
  }

  cycleRepeat(): void {
    const next = (q.REPEATS.indexOf(this.#state.repeat) + 1) % q.REPEATS.length
    this.#store.setState({ repeat: q.REPEATS[next] ?? 'off' })
    this.#playback.refresh()
  }

  /** Hearts that were pressed since the queue was made; kept, so that a reload shows them. */
  markFavorites(favoriteOf: (trackId: number) => boolean | undefined): void {
    this.#store.setState(({ queue }) => ({ queue: q.withFavorites(queue, favoriteOf) }))
  }

  get #state() {
    return this.#store.getState()
  }

  #change(queue: q.Queue): void {
    this.#store.setState({ queue })
    this.#playback.refresh()
  }

  #insert(tracks: readonly PlayerTrack[], where: 'next' | 'end'): void {
    const wasEmpty = this.#state.queue.items.length === 0
    this.#store.setState({ queue: q.insert(this.#state.queue, tracks, where) })
    if (wasEmpty) this.#playback.load(false)
    else this.#playback.refresh()
  }
}
