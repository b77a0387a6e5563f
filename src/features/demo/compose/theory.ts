const MODES = {
  major: [0, 2, 4, 5, 7, 9, 11],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  phrygian: [0, 1, 3, 5, 7, 8, 10],
  lydian: [0, 2, 4, 6, 7, 9, 11],
  mixolydian: [0, 2, 4, 5, 7, 9, 10],
  minor: [0, 2, 3, 5, 7, 8, 10],
  harmonic: [0, 2, 3, 5, 7, 8, 11],
} as const

const TONICS = { C: 0, Db: 1, D: 2, Eb: 3, E: 4, F: 5, Gb: 6, G: 7, Ab: 8, A: 9, Bb: 10, B: 11 } as const

export type Mode = keyof typeof MODES
export type Tonic = keyof typeof TONICS
export type Key = { tonic: Tonic; mode: Mode }

/** MIDI number of a scale step; 0 is the tonic of the octave of middle C, 7 the one above. */
export function midiOf(step: number, { tonic, mode }: Key): number {
  const octave = Math.floor(step / 7)
  return 60 + TONICS[tonic] + 12 * octave + (MODES[mode][step - 7 * octave] ?? 0)
}

/** The scale step nearest to a MIDI number. */
export function stepNear(midi: number, key: Key): number {
  const guess = Math.round(((midi - 60 - TONICS[key.tonic]) * 7) / 12)
  return nearest([guess - 1, guess, guess + 1], (step) => Math.abs(midiOf(step, key) - midi))
}

/** Scale steps of the chord on a degree (1-7): thirds piled up, or root and fifth for `power`. */
export function chordSteps(degree: number, size: number | 'power'): number[] {
  const root = degree - 1
  return size === 'power' ? [root, root + 4] : Array.from({ length: size }, (_, i) => root + 2 * i)
}

/** The step nearest to `step` whose pitch class is in the chord. */
export function snapToChord(step: number, chord: readonly number[]): number {
  const classes = new Set(chord.map((tone) => modulo(tone, 7)))
  const near = [0, -1, 1, -2, 2, -3, 3].map((offset) => step + offset)
  return near.find((candidate) => classes.has(modulo(candidate, 7))) ?? step
}

/** The inversion that moves least from the chord before and stays near the centre; MIDI numbers, rising. */
export function voiceChord(steps: readonly number[], centre: number, key: Key, previous: readonly number[]): number[] {
  const classes = steps.map((step) => modulo(midiOf(step, key), 12))
  const candidates = classes.flatMap((_, turn) => {
    const order = [...classes.slice(turn), ...classes.slice(0, turn)]
    const low = near(order[0] ?? 0, centre - 5)
    return [stack(order, low), stack(order, low - 12)]
  })
  return nearest(candidates, (notes) => Math.abs(mean(notes) - centre) * 1.2 + movement(notes, previous))
}

/** The MIDI number of a pitch class that lies nearest to a centre. */
export function near(pitchClass: number, centre: number): number {
  return centre + modulo(pitchClass - centre + 6, 12) - 6
}

function stack(classes: readonly number[], low: number): number[] {
  let last = low - 1
  return classes.map((pitchClass) => {
    last = last + 1 + modulo(pitchClass - last - 1, 12)
    return last
  })
}

function movement(notes: readonly number[], previous: readonly number[]): number {
  if (previous.length === 0) return 0
  return mean(notes.map((note) => Math.min(...previous.map((before) => Math.abs(before - note)))))
}

export const modulo = (value: number, by: number) => ((value % by) + by) % by
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

function nearest<T>(items: readonly T[], cost: (item: T) => number): T {
  return items.reduce((best, item) => (cost(item) < cost(best) ? item : best))
}
