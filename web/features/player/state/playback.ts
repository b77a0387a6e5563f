import type { AudioLike } from '../engine/audio-like.ts'
import { Engine } from '../engine/engine.ts'
import { elementVolume, type GainMode, gainFactor } from '../engine/gain.ts'
import { type Listening, listenTo } from '../engine/listening.ts'
import * as q from '../queue/queue.ts'
import type { PlayerTrack } from '../queue/track.ts'
import type { PlayerStore } from './store.ts'

export type Trouble = 'gone' | 'offline' | 'signed-out'
type PlaybackDeps = {
  makeAudio: () => AudioLike
  /** Tells the server that a track was heard. */
  reportPlay: (track: PlayerTrack, seconds: number, source: string | null) => void
  /** A track begins to sound; once each time it is loaded. */
  reportStart: (track: PlayerTrack) => void
  /** Why an address could not be played. */
  probe: (url: string) => Promise<Trouble>
  /** Tells the listener; null: nothing in the queue can be played. */
  tell: (trouble: Trouble, track: PlayerTrack | null) => void
}

const RESTARTS_AFTER_S = 3

/** The sound of the current item: what each transport button and each event of the engine does. */
export class Playback {
  readonly #store: PlayerStore
  readonly #deps: PlaybackDeps
  readonly #engine: Engine
  #listening: Listening = listenTo()
  /** Tracks in a row that could not be played. */
  #failures = 0
  /** The key of the item in the engine; -1: none. */
  #loaded = -1
  /** Whether the start of what is loaded was reported. */
  #started = false

  constructor(store: PlayerStore, deps: PlaybackDeps) {
    this.#store = store
    this.#deps = deps
    this.#engine = new Engine(deps.makeAudio, {
      time: (position, duration) => this.#onTime(position, duration),
      playing: () => this.#onPlaying(),
      paused: () => this.#store.setState(({ status }) => ({ status: status === 'idle' ? status : 'paused' })),
      waiting: () => this.#store.setState({ status: 'loading' }),
      ended: () => this.#onEnded(),
      failed: (url) => void this.#onFailed(url),
      blocked: () => this.#store.setState({ status: 'paused' }),
    })
    this.refresh()
  }

  play(): void {
    const current = q.currentItem(this.#state.queue)
    if (!current) return
    if (this.#loaded !== current.key) {
      this.load(true, this.#state.position)
      return
    }
    // The wish counts at once, not when the element has obeyed: two quick presses are two presses.
    if (!this.wantsSound) this.#store.setState({ status: 'loading' })
    this.#engine.play()
  }

  pause(): void {
    if (this.#state.status !== 'idle') this.#store.setState({ status: 'paused' })
    this.#engine.pause()
  }

  toggle(): void {
    if (this.wantsSound) this.pause()
    else this.play()
  }

  /** Silence and back to the beginning of the track; the queue stays. */
  stop(): void {
    this.pause()
    this.seek(0)
  }

  /** Past the end the queue is ready to begin again, as when it ends by itself. */
  next(): void {
    const { queue, repeat } = this.#state
    const target = q.step(queue, 1, repeat, true)
    if (queue.items.length > 0) this.goTo(target ?? 0, target !== null && this.wantsSound)
  }

  previous(): void {
    const target = q.step(this.#state.queue, -1, this.#state.repeat, true)
    if (this.#state.position > RESTARTS_AFTER_S || target === null) this.seek(0)
    else this.goTo(target, this.wantsSound)
  }

  seek(seconds: number): void {
    const { queue, duration } = this.#state
    if (!q.currentItem(queue)) return
    const target = Math.max(0, duration > 0 ? Math.min(seconds, duration - 0.1) : seconds)
    this.#listening.jump(target)
    this.#store.setState({ position: target })
    if (this.#loaded >= 0) this.#engine.seek(target)
  }

  seekBy(seconds: number): void {
    this.seek(this.#state.position + seconds)
  }

  setVolume(volume: number): void {
    this.#store.setState({ volume: Math.round(Math.max(0, Math.min(100, volume))), muted: false })
    this.#applyVolume()
  }

  toggleMute(): void {
    this.#store.setState(({ muted }) => ({ muted: !muted }))
    this.#applyVolume()
  }

  setGainMode(gainMode: GainMode): void {
    this.#store.setState({ gainMode })
    this.#applyVolume()
  }

  /** A deed of the listener's own: earlier failures do not count against it. */
  goTo(index: number, play: boolean): void {
    this.#failures = 0
    this.#moveTo(index, play)
  }

  /** Loads the current item, from `at` seconds on. */
  load(play: boolean, at = 0): void {
    const item = q.currentItem(this.#state.queue)
    if (!item) {
      this.silence()
      return
    }
    this.#loaded = item.key
    this.#started = false
    this.#listening = listenTo()
    this.#listening.jump(at)
    this.#store.setState({ position: at, duration: item.track.durationMs / 1000, status: play ? 'loading' : 'paused' })
    this.#applyVolume()
    if (item.track.streamUrl !== null) this.#engine.load(item.track.streamUrl, { at, play })
    else if (play) this.#skip('gone')
  }

  silence(): void {
    this.#loaded = -1
    this.#engine.unload()
    this.#store.setState({ queue: q.EMPTY, status: 'idle', position: 0, duration: 0, source: null })
  }

  /** After the queue or a mode has changed: readies what is next now, and its loudness. */
  refresh(): void {
    const { queue, repeat } = this.#state
    const next = q.step(queue, 1, repeat, false)
    const track = next === null || next === queue.index ? undefined : queue.items[next]?.track
    this.#engine.preload(this.#loaded >= 0 ? (track?.streamUrl ?? null) : null)
    this.#applyVolume()
  }

  get wantsSound(): boolean {
    return this.#state.status === 'playing' || this.#state.status === 'loading'
  }

  get #state() {
    return this.#store.getState()
  }

  #moveTo(index: number, play: boolean): void {
    this.#store.setState(({ queue }) => ({ queue: { ...queue, index } }))
    this.load(play)
  }

  #applyVolume(): void {
    const { queue, volume, muted, gainMode } = this.#state
    const gain = q.currentItem(queue)?.track.replayGain ?? null
    this.#engine.setVolume(elementVolume(volume, gainFactor(gain, gainMode, q.playsAlbumInOrder(queue))), muted)
  }

  #onTime(position: number, duration: number): void {
    const item = q.currentItem(this.#state.queue)
    if (!item || item.key !== this.#loaded) return
    const length = duration > 0 ? duration : this.#state.duration
    this.#store.setState({ position, duration: length })
    const heard = this.#state.status === 'playing' ? this.#listening.tick(position, length) : null
    if (heard !== null) this.#deps.reportPlay(item.track, heard, this.#state.source)
  }

  #onPlaying(): void {
    this.#failures = 0
    this.#store.setState({ status: 'playing' })
    this.#reportStart()
    this.refresh()
  }

  #reportStart(): void {
    const item = q.currentItem(this.#state.queue)
    if (this.#started || !item || item.key !== this.#loaded) return
    this.#started = true
    this.#deps.reportStart(item.track)
  }

  /** The end of the queue leaves it ready to be played again. */
  #onEnded(): void {
    const target = q.step(this.#state.queue, 1, this.#state.repeat, false)
    this.#moveTo(target ?? 0, target !== null)
  }

  async #onFailed(url: string): Promise<void> {
    const item = q.currentItem(this.#state.queue)
    const wanted = this.wantsSound
    if (!item || item.track.streamUrl !== url) return
    const trouble = await this.#deps.probe(url)
    if (q.currentItem(this.#state.queue)?.key !== item.key) return
    this.#loaded = -1
    if (trouble === 'gone' && wanted) return this.#skip(trouble)
    // Without a line the next track would fail too: wait where we are, the button tries again.
    this.#store.setState({ status: 'paused' })
    if (wanted) this.#deps.tell(trouble, item.track)
  }

  /** Says that the current track cannot be played and goes on, until the whole queue has failed. */
  #skip(trouble: Trouble): void {
    const { queue, repeat } = this.#state
    const track = q.currentItem(queue)?.track ?? null
    this.#failures += 1
    const target = q.step(queue, 1, repeat === 'one' ? 'all' : repeat, true)
    const exhausted = this.#failures >= queue.items.length
    this.#loaded = -1
    this.#deps.tell(trouble, exhausted && queue.items.length > 1 ? null : track)
    if (exhausted || target === null) this.#store.setState({ status: 'paused', position: 0 })
    else this.#moveTo(target, true)
  }
}
