import type { Shape } from '../wavetable.ts'

/** Seconds, and a level between 0 and 1. */
export type Adsr = { attack: number; decay: number; sustain: number; release: number }

/** Wavetables through a resonant low-pass filter: pads, basses, leads, strings, brass, organs, flutes. */
export type WavePatch = {
  kind: 'wave'
  shape: Shape
  /** Detuned copies spread over the stereo field, and how far apart the outer ones are in cents. */
  unison: number
  detune: number
  /** A sine an octave below. */
  sub: number
  /** Breath or bow noise. */
  noise: number
  amp: Adsr
  /** Filter: base in Hz, how much it follows the key (0-1), the envelope's lift in octaves and its fall in seconds. */
  filter: { cutoff: number; follow: number; lift: number; fall: number; q: number }
  /** Cents, Hz, and seconds before it starts. */
  vibrato: { depth: number; rate: number; delay: number }
}

/** Two-operator FM with a decaying index: electric pianos, bells, basses. */
export type FmPatch = {
  kind: 'fm'
  ratio: number
  index: number
  /** Seconds until the index has fallen to a third. */
  indexDecay: number
  /** A quiet second pair for the "tine". */
  tine: number
  tineRatio: number
  amp: Adsr
}

/** Karplus-Strong string. */
export type PluckPatch = {
  kind: 'pluck'
  /** Seconds until -60 dB at A3; lower strings ring longer. */
  ring: number
  /** 0 dull to 1 bright. */
  bright: number
  /** Where the string is plucked, as a part of its length. */
  position: number
  release: number
}

/** A sum of decaying partials: piano, marimba, vibraphone, kalimba, harp-like bells. */
export type StruckPatch = {
  kind: 'struck'
  /** Frequency ratio, gain, and decay relative to the first partial. */
  partials: readonly (readonly [ratio: number, gain: number, decay: number])[]
  /** Seconds until -60 dB at A3, and how quickly that falls with the key (octaves to half). */
  ring: number
  keyFall: number
  /** Two slightly detuned strings, in cents. */
  detune: number
  hammer: number
  release: number
}

export type Patch = WavePatch | FmPatch | PluckPatch | StruckPatch
