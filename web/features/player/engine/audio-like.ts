/** The part of an `HTMLAudioElement` that the engine uses, so that tests can stand in for the browser. */
export type AudioEvent =
  | 'timeupdate'
  | 'ended'
  | 'error'
  | 'playing'
  | 'pause'
  | 'waiting'
  | 'loadedmetadata'
  | 'durationchange'

export type AudioLike = {
  src: string
  preload: string
  currentTime: number
  volume: number
  muted: boolean
  readonly duration: number
  readonly paused: boolean
  readonly readyState: number
  play(): Promise<void>
  pause(): void
  load(): void
  removeAttribute(name: string): void
  addEventListener(type: AudioEvent, listener: () => void): void
}

/** `readyState` from which length and position of an element are known. */
export const HAVE_METADATA = 1
