import type { DrumName, KitName } from '../../synth/drums/kit.ts'
import type { Room } from '../../synth/effects/reverb.ts'
import type { PatchName } from '../../synth/voices/patches.ts'
import type { Swing } from '../score.ts'

/**
 * How a layer makes notes out of its pattern. `chords`: every start plays the whole chord. `bass`: r root, f fifth,
 * o octave, t third, a step towards the next root. `arp`: digits count up the chord. `melody`: only the rhythm is
 * taken, one pattern for each bar of the motif. `harmony`: a third below the melody.
 */
type Role = 'chords' | 'bass' | 'arp' | 'melody' | 'harmony'

export type Layer = {
  role: Role
  /** One is chosen for each piece. */
  patches: readonly PatchName[]
  patterns: readonly string[]
  /** Letters of the sections in which it plays: I intro, A verse, B chorus, E ending. */
  sections: string
  /** MIDI number around which it lies. */
  centre: number
  gain: number
  pan?: number
  reverb?: number
  echo?: number
  drive?: number
  ducked?: boolean
  /** Beats between the strings of a strummed chord. */
  strum?: number
  /** Chord size where it differs from the style's. */
  size?: number | 'power'
}

export type Beat = Partial<Record<DrumName, string>>

export type Style = {
  genres: readonly [string, ...string[]]
  beatsPerBar: 3 | 4
  swing: Swing
  chordSize: number | 'power'
  /** Melodies without the fourth and seventh (major) or second and sixth (minor) step. */
  pentatonic: boolean
  /** How far players stray from the grid, in beats. */
  loose: number
  layers: readonly Layer[]
  kit: KitName
  drumGain: number
  drumRoom: number
  /** Drums by section letter; a missing letter is silent. */
  beats: Partial<Record<string, Beat>>
  fills: boolean
  /** Section letters with their share of the piece. */
  form: readonly (readonly [string, number])[]
  room: Room
  echo: { beats: number; feedback: number }
  loudness: number
  tail: number
  fadeOut: number
}

const HALL: Room = { time: 1.6, damping: 0.45, preDelay: 0.015 }

/** A style from what is particular about it. */
export function style(own: Pick<Style, 'genres' | 'layers'> & Partial<Style>): Style {
  return {
    beatsPerBar: 4,
    swing: { unit: 0.5, amount: 0 },
    chordSize: 3,
    pentatonic: false,
    loose: 0.008,
    kit: 'acoustic',
    drumGain: 0.8,
    drumRoom: 0.08,
    beats: {},
    fills: true,
    form: [
      ['I', 2],
      ['A', 4],
      ['B', 4],
      ['A', 4],
      ['E', 2],
    ],
    room: HALL,
    echo: { beats: 0.75, feedback: 0.35 },
    loudness: -15,
    tail: 2.6,
    fadeOut: 2.2,
    ...own,
  }
}
