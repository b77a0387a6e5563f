import type { DrumName, KitName } from '../synth/drums/kit.ts'
import type { Room } from '../synth/effects/reverb.ts'
import type { PatchName } from '../synth/voices/patches.ts'

/** Times and lengths in beats (quarter notes) from the start, before swing. */
export type Note = { start: number; length: number; midi: number; velocity: number }
export type Hit = { start: number; drum: DrumName; velocity: number }

export type Part = {
  patch: PatchName
  notes: readonly Note[]
  gain: number
  pan: number
  /** How much is sent into the room and into the echo. */
  reverb: number
  echo: number
  /** Guitar amplifier, 0 for none. */
  drive: number
  /** Ducked by the kick, as dance music does. */
  ducked: boolean
}

/** A whole piece, ready to be rendered at any rate. */
export type Score = {
  bpm: number
  beats: number
  swing: Swing
  parts: readonly Part[]
  kit: KitName
  hits: readonly Hit[]
  drumGain: number
  drumRoom: number
  room: Room
  /** Length of the echo in beats, and how much of it comes back. */
  echo: { beats: number; feedback: number }
  /** LUFS. */
  loudness: number
  /** Seconds that ring out after the last beat, and the fade over the end. */
  tail: number
  fadeOut: number
  /** Beats at which a sung line could begin: the bars with a tune. */
  lines: readonly number[]
}

/** The second of each pair of `unit` beats comes late by `amount` of a unit. */
export type Swing = { unit: number; amount: number }

/** Seconds from the start for a place in beats. */
export function secondsAt(beat: number, score: { bpm: number; swing: Swing }): number {
  const { unit, amount } = score.swing
  const pair = Math.floor(beat / (2 * unit)) * 2 * unit
  const within = (beat - pair) / unit
  const late = within <= 1 ? within * (1 + amount) : 1 + amount + (within - 1) * (1 - amount)
  return ((pair + late * unit) * 60) / score.bpm
}
