import type { AudioEvent, AudioLike } from '../../../web/features/player/engine/audio-like.ts'

/** An audio element without a browser: plays what it is told, fails what it is told. */
export class FakeAudio implements AudioLike {
  src = ''
  preload = ''
  currentTime = 0
  volume = 1
  muted = false
  duration = Number.NaN
  paused = true
  readyState = 0
  loads = 0
  /** What `play()` is answered with. */
  refusal: Error | null = null
  readonly #listeners = new Map<AudioEvent, (() => void)[]>()

  async play(): Promise<void> {
    if (this.refusal) throw this.refusal
    this.paused = false
    this.emit('playing')
  }
  pause(): void {
    if (this.paused) return
    this.paused = true
    this.emit('pause')
  }
  load(): void {
    this.loads += 1
    this.currentTime = 0
    this.readyState = 0
    this.paused = true
  }
  removeAttribute(): void {
    this.src = ''
  }
  addEventListener(type: AudioEvent, listener: () => void): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener])
  }
  emit(type: AudioEvent): void {
    for (const listener of this.#listeners.get(type) ?? []) listener()
  }

  /** The file's head has arrived. */
  arrive(duration = 100): void {
    this.duration = duration
    this.readyState = 1
    this.emit('loadedmetadata')
  }
  /** Time passes while it plays, in the steps of a real element. */
  hear(seconds: number): void {
    for (let left = seconds; left > 0; left -= 0.25) {
      this.currentTime += Math.min(0.25, left)
      this.emit('timeupdate')
    }
  }
  end(): void {
    this.paused = true
    this.emit('pause')
    this.emit('ended')
  }
}
