import type { FmPatch, Patch, PluckPatch, StruckPatch, WavePatch } from './patch.ts'

const wave = (patch: Partial<WavePatch>): WavePatch => ({
  kind: 'wave',
  shape: 'saw',
  unison: 1,
  detune: 0,
  sub: 0,
  noise: 0,
  amp: { attack: 0.01, decay: 0.2, sustain: 0.8, release: 0.15 },
  filter: { cutoff: 2000, follow: 0.5, lift: 0, fall: 0.3, q: 0.7 },
  vibrato: { depth: 0, rate: 5, delay: 0.3 },
  ...patch,
})
const fm = (patch: Omit<FmPatch, 'kind'>): FmPatch => ({ kind: 'fm', ...patch })
const pluck = (ring: number, bright: number, position: number, release = 0.12): PluckPatch => ({
  kind: 'pluck',
  ring,
  bright,
  position,
  release,
})
const struck = (patch: Omit<StruckPatch, 'kind'>): StruckPatch => ({ kind: 'struck', ...patch })

/** Ten partials of a stiff string: each a little sharper, softer and shorter than the one before. */
const pianoPartials = (brightness: number) =>
  Array.from({ length: 10 }, (_, i) => {
    const n = i + 1
    const gain = (0.5 / n ** (2.1 - brightness)) * (n === 7 ? 0.3 : 1)
    return [n * Math.sqrt(1 + 0.0004 * n * n), gain, 1 / (1 + 0.45 * i)] as const
  })

export const PATCHES = {
  warmPad: wave({
    unison: 4,
    detune: 16,
    amp: { attack: 0.9, decay: 1, sustain: 0.8, release: 1.6 },
    filter: { cutoff: 700, follow: 0.4, lift: 0.8, fall: 1.5, q: 0.7 },
  }),
  glassPad: wave({
    shape: 'triangle',
    unison: 3,
    detune: 11,
    noise: 0.02,
    amp: { attack: 1.4, decay: 1, sustain: 0.9, release: 2.2 },
    filter: { cutoff: 2400, follow: 0.3, lift: 0, fall: 1, q: 0.7 },
  }),
  choir: wave({
    shape: 'choir',
    unison: 3,
    detune: 14,
    noise: 0.03,
    amp: { attack: 0.35, decay: 0.5, sustain: 0.85, release: 0.8 },
    filter: { cutoff: 1500, follow: 0.3, lift: 0, fall: 1, q: 0.8 },
    vibrato: { depth: 14, rate: 4.8, delay: 0.4 },
  }),
  strings: wave({
    unison: 4,
    detune: 15,
    noise: 0.02,
    amp: { attack: 0.18, decay: 0.4, sustain: 0.85, release: 0.4 },
    filter: { cutoff: 1900, follow: 0.5, lift: 0.3, fall: 0.6, q: 0.7 },
    vibrato: { depth: 12, rate: 5.2, delay: 0.3 },
  }),
  lowStrings: wave({
    unison: 3,
    detune: 12,
    amp: { attack: 0.06, decay: 0.3, sustain: 0.7, release: 0.25 },
    filter: { cutoff: 1100, follow: 0.4, lift: 0.6, fall: 0.2, q: 0.8 },
  }),
  supersaw: wave({
    unison: 5,
    detune: 24,
    amp: { attack: 0.005, decay: 0.25, sustain: 0.55, release: 0.18 },
    filter: { cutoff: 2600, follow: 0.3, lift: 1.2, fall: 0.18, q: 0.8 },
  }),
  brass: wave({
    unison: 3,
    detune: 10,
    amp: { attack: 0.03, decay: 0.15, sustain: 0.75, release: 0.1 },
    filter: { cutoff: 900, follow: 0.5, lift: 1.6, fall: 0.16, q: 0.9 },
    vibrato: { depth: 8, rate: 5.4, delay: 0.35 },
  }),
  organ: wave({
    shape: 'organ',
    unison: 2,
    detune: 5,
    amp: { attack: 0.008, decay: 0.1, sustain: 1, release: 0.06 },
    filter: { cutoff: 3200, follow: 0.2, lift: 0, fall: 1, q: 0.7 },
    vibrato: { depth: 9, rate: 6.3, delay: 0 },
  }),
  flute: wave({
    shape: 'flute',
    noise: 0.1,
    amp: { attack: 0.06, decay: 0.1, sustain: 0.9, release: 0.12 },
    filter: { cutoff: 3500, follow: 0.4, lift: 0.3, fall: 0.1, q: 0.7 },
    vibrato: { depth: 13, rate: 5, delay: 0.25 },
  }),
  reed: wave({
    shape: 'reed',
    unison: 2,
    detune: 7,
    noise: 0.02,
    amp: { attack: 0.045, decay: 0.15, sustain: 0.85, release: 0.1 },
    filter: { cutoff: 2100, follow: 0.4, lift: 0.3, fall: 0.2, q: 0.8 },
    vibrato: { depth: 10, rate: 5.3, delay: 0.3 },
  }),
  fiddle: wave({
    shape: 'saw',
    unison: 2,
    detune: 4,
    noise: 0.05,
    amp: { attack: 0.05, decay: 0.2, sustain: 0.85, release: 0.12 },
    filter: { cutoff: 2500, follow: 0.4, lift: 0.3, fall: 0.2, q: 1.1 },
    vibrato: { depth: 17, rate: 5.7, delay: 0.18 },
  }),
  synthLead: wave({
    shape: 'pulse',
    unison: 2,
    detune: 9,
    amp: { attack: 0.01, decay: 0.2, sustain: 0.75, release: 0.15 },
    filter: { cutoff: 2200, follow: 0.5, lift: 0.9, fall: 0.25, q: 1.2 },
    vibrato: { depth: 12, rate: 5.5, delay: 0.25 },
  }),
  chipLead: wave({
    shape: 'square',
    amp: { attack: 0.002, decay: 0.08, sustain: 0.6, release: 0.03 },
    filter: { cutoff: 9000, follow: 0.2, lift: 0, fall: 1, q: 0.7 },
    vibrato: { depth: 14, rate: 6.5, delay: 0.15 },
  }),
  chipArp: wave({
    shape: 'pulse',
    amp: { attack: 0.002, decay: 0.06, sustain: 0.35, release: 0.02 },
    filter: { cutoff: 7000, follow: 0.2, lift: 0, fall: 1, q: 0.7 },
  }),
  chipBass: wave({
    shape: 'triangle',
    amp: { attack: 0.002, decay: 0.1, sustain: 0.9, release: 0.02 },
    filter: { cutoff: 3000, follow: 0.2, lift: 0, fall: 1, q: 0.7 },
  }),
  synthPluck: wave({
    unison: 2,
    detune: 10,
    amp: { attack: 0.003, decay: 0.22, sustain: 0.1, release: 0.14 },
    filter: { cutoff: 700, follow: 0.5, lift: 2.4, fall: 0.09, q: 1.4 },
  }),
  synthBass: wave({
    sub: 0.5,
    amp: { attack: 0.004, decay: 0.2, sustain: 0.7, release: 0.06 },
    filter: { cutoff: 420, follow: 0.3, lift: 1.7, fall: 0.12, q: 1.3 },
  }),
  subBass: wave({
    shape: 'triangle',
    sub: 0.2,
    amp: { attack: 0.008, decay: 0.3, sustain: 0.85, release: 0.08 },
    filter: { cutoff: 500, follow: 0.3, lift: 0.5, fall: 0.1, q: 0.7 },
  }),
  reeseBass: wave({
    unison: 3,
    detune: 28,
    sub: 0.7,
    amp: { attack: 0.01, decay: 0.3, sustain: 0.85, release: 0.08 },
    filter: { cutoff: 520, follow: 0.2, lift: 0.8, fall: 0.3, q: 1.2 },
  }),
  roundBass: wave({
    shape: 'triangle',
    sub: 0.25,
    amp: { attack: 0.006, decay: 0.35, sustain: 0.55, release: 0.08 },
    filter: { cutoff: 650, follow: 0.3, lift: 1, fall: 0.08, q: 0.8 },
  }),
  fmBass: fm({
    ratio: 1,
    index: 1.6,
    indexDecay: 0.09,
    tine: 0,
    tineRatio: 1,
    amp: { attack: 0.003, decay: 0.3, sustain: 0.6, release: 0.06 },
  }),
  ePiano: fm({
    ratio: 1,
    index: 1.1,
    indexDecay: 0.5,
    tine: 0.22,
    tineRatio: 14,
    amp: { attack: 0.004, decay: 1.6, sustain: 0.12, release: 0.25 },
  }),
  bell: fm({
    ratio: 3.5,
    index: 1.4,
    indexDecay: 0.7,
    tine: 0,
    tineRatio: 1,
    amp: { attack: 0.003, decay: 1.8, sustain: 0, release: 0.9 },
  }),
  nylon: pluck(2.6, 0.45, 0.28),
  steel: pluck(3.4, 0.8, 0.18),
  muted: pluck(0.5, 0.5, 0.3, 0.05),
  electric: pluck(4.5, 0.85, 0.22, 0.08),
  harp: pluck(3.2, 0.62, 0.4, 0.6),
  pickBass: pluck(3, 0.55, 0.15, 0.07),
  piano: struck({ partials: pianoPartials(0.5), ring: 6, keyFall: 1.7, detune: 1.6, hammer: 0.25, release: 0.22 }),
  feltPiano: struck({ partials: pianoPartials(0), ring: 4.5, keyFall: 1.7, detune: 2.2, hammer: 0.5, release: 0.3 }),
  marimba: struck({
    partials: [
      [1, 0.8, 1],
      [3.93, 0.25, 0.3],
      [9.2, 0.08, 0.12],
    ],
    ring: 1.3,
    keyFall: 1.4,
    detune: 0,
    hammer: 0.2,
    release: 0.3,
  }),
  vibes: struck({
    partials: [
      [1, 0.7, 1],
      [4, 0.18, 0.5],
      [10, 0.03, 0.2],
    ],
    ring: 4.5,
    keyFall: 2,
    detune: 3,
    hammer: 0.05,
    release: 0.4,
  }),
} as const satisfies Record<string, Patch>

export type PatchName = keyof typeof PATCHES
