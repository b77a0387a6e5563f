import { createStore } from 'zustand/vanilla'
import type { GainMode } from '../engine/gain.ts'
import { EMPTY, type Queue, type Repeat } from '../queue/queue.ts'

/** `paused` with a current track also covers "not started yet" after a reload or a blocked start. */
type Status = 'idle' | 'loading' | 'playing' | 'paused'

export type PlayerState = {
  queue: Queue
  status: Status
  /** Seconds. */
  position: number
  duration: number
  /** 0 to 100. */
  volume: number
  muted: boolean
  shuffle: boolean
  repeat: Repeat
  gainMode: GainMode
  /** Where the queue came from, written to the play history: `album:12`, `mood:feliz`. */
  source: string | null
}

export const START: PlayerState = {
  queue: EMPTY,
  status: 'idle',
  position: 0,
  duration: 0,
  volume: 70,
  muted: false,
  shuffle: false,
  repeat: 'off',
  gainMode: 'auto',
  source: null,
}

/** What the player is doing. Only the controller changes it. */
export const createPlayerStore = (restored: Partial<PlayerState> = {}) =>
  createStore<PlayerState>(() => ({ ...START, ...restored }))

export type PlayerStore = ReturnType<typeof createPlayerStore>
