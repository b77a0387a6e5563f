import { createRandom } from '../../random.ts'
import { bodyDrum, metal, noiseBurst, wood } from './sounds.ts'

export type DrumName =
  | 'kick'
  | 'snare'
  | 'clap'
  | 'rim'
  | 'hat'
  | 'open'
  | 'ride'
  | 'crash'
  | 'tom'
  | 'floor'
  | 'shaker'
  | 'conga'
  | 'bongo'

/** How a kit differs from the plain one: every drum is made from these. */
type Kit = {
  kick: { from: number; to: number; bend: number; ring: number; click: number }
  snare: { tone: number; ring: number; noise: number; bright: number }
  hat: { bright: number; ring: number }
  /** The whole kit through a low-pass (Hz): dusty tapes. */
  dull: number
}

export const KITS = {
  acoustic: {
    kick: { from: 130, to: 58, bend: 0.03, ring: 0.28, click: 0.25 },
    snare: { tone: 196, ring: 0.2, noise: 0.75, bright: 1500 },
    hat: { bright: 7000, ring: 0.05 },
    dull: 14000,
  },
  heavy: {
    kick: { from: 190, to: 55, bend: 0.022, ring: 0.22, click: 0.7 },
    snare: { tone: 185, ring: 0.24, noise: 0.95, bright: 1200 },
    hat: { bright: 6500, ring: 0.06 },
    dull: 15000,
  },
  dusty: {
    kick: { from: 115, to: 52, bend: 0.035, ring: 0.3, click: 0.1 },
    snare: { tone: 175, ring: 0.16, noise: 0.55, bright: 1100 },
    hat: { bright: 5200, ring: 0.04 },
    dull: 5200,
  },
  club: {
    kick: { from: 260, to: 47, bend: 0.035, ring: 0.34, click: 0.35 },
    snare: { tone: 210, ring: 0.17, noise: 0.85, bright: 1700 },
    hat: { bright: 8000, ring: 0.045 },
    dull: 16000,
  },
  chip: {
    kick: { from: 320, to: 60, bend: 0.05, ring: 0.16, click: 0 },
    snare: { tone: 300, ring: 0.11, noise: 0.9, bright: 900 },
    hat: { bright: 6000, ring: 0.025 },
    dull: 12000,
  },
} as const satisfies Record<string, Kit>

export type KitName = keyof typeof KITS

const PANS: Partial<Record<DrumName, number>> = {
  hat: 0.28,
  open: 0.28,
  ride: -0.4,
  crash: -0.3,
  tom: -0.25,
  floor: 0.35,
  shaker: -0.45,
  conga: 0.4,
  bongo: -0.35,
  rim: 0.12,
}

export const panOf = (drum: DrumName): number => PANS[drum] ?? 0

/** One hit of a drum, mono, at full strength. */
export function renderDrum(kit: Kit, drum: DrumName, sampleRate: number): Float32Array {
  const random = createRandom(drum.length * 7919 + drum.charCodeAt(0))
  const at = { sampleRate, random, dull: kit.dull }
  const { kick, snare, hat } = kit
  const makers: Record<DrumName, () => Float32Array> = {
    kick: () => bodyDrum(at, { ...kick, noise: 0, bright: 1000, gain: 0.95 }),
    snare: () => bodyDrum(at, { ...snare, from: snare.tone * 1.5, to: snare.tone, bend: 0.01, click: 0.3, gain: 0.5 }),
    clap: () => noiseBurst(at, { low: 900, high: 4200, ring: 0.18, gain: 0.75, bursts: 3 }),
    rim: () => wood(at, { tone: 1720, ring: 0.05, gain: 0.35 }),
    hat: () => metal(at, { low: hat.bright, ring: hat.ring, gain: 0.34 }),
    open: () => metal(at, { low: hat.bright * 0.9, ring: hat.ring * 7, gain: 0.3 }),
    ride: () => metal(at, { low: hat.bright * 0.75, ring: 0.7, gain: 0.2 }),
    crash: () => metal(at, { low: hat.bright * 0.5, ring: 1.7, gain: 0.36 }),
    tom: () =>
      bodyDrum(at, { from: 210, to: 128, bend: 0.06, ring: 0.35, click: 0.2, noise: 0.08, bright: 900, gain: 0.7 }),
    floor: () =>
      bodyDrum(at, { from: 150, to: 84, bend: 0.07, ring: 0.45, click: 0.2, noise: 0.06, bright: 700, gain: 0.8 }),
    shaker: () => noiseBurst(at, { low: 4500, high: 10000, ring: 0.06, gain: 0.3, bursts: 1 }),
    conga: () =>
      bodyDrum(at, { from: 225, to: 196, bend: 0.02, ring: 0.24, click: 0.25, noise: 0.04, bright: 1500, gain: 0.5 }),
    bongo: () =>
      bodyDrum(at, { from: 420, to: 370, bend: 0.02, ring: 0.14, click: 0.3, noise: 0.04, bright: 1900, gain: 0.42 }),
  }
  return makers[drum]()
}
