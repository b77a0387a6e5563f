import { createRandom } from '../random.ts'
import type { Bar } from './form.ts'
import { composeMelody, type Tone } from './melody.ts'
import { readBar } from './pattern.ts'
import type { Note } from './score.ts'
import type { Layer, Style } from './styles/style.ts'
import { chordSteps, type Key, midiOf, modulo, near, voiceChord } from './theory.ts'

export type Piece = { style: Style; key: Key; bars: readonly Bar[]; seed: number; melody: readonly Tone[] }

/** The melody of the first layer that has one; harmonies lean on it. */
export function composeTune(style: Style, key: Key, bars: readonly Bar[], seed: number): Tone[] {
  const layer = style.layers.find((candidate) => candidate.role === 'melody')
  if (!layer) return []
  const random = createRandom(seed)
  // Two or three rhythms of the style's make one piece's vocabulary.
  const patterns = [random.pick(layer.patterns), random.pick(layer.patterns)]
  return composeMelody(bars, { style, key, patterns, centre: layer.centre, seed })
}

/** All notes of one layer, in the bars of its sections. */
export function composeLayer(layer: Layer, piece: Piece, seed: number): Note[] {
  const random = createRandom(seed)
  const pattern = random.pick(layer.patterns)
  const notes = notesOf(layer, piece, pattern)
  const { loose } = piece.style
  return notes.map((note) => ({
    ...note,
    start: Math.max(0, note.start + random.between(-loose, loose)),
    velocity: note.velocity * random.between(0.9, 1.06),
  }))
}

function notesOf(layer: Layer, piece: Piece, pattern: string): Note[] {
  if (layer.role === 'melody') return tuneNotes(layer, piece, 0)
  if (layer.role === 'harmony') return tuneNotes(layer, piece, -2)
  if (layer.role === 'bass') return bassNotes(layer, piece, pattern)
  return chordNotes(layer, piece, pattern)
}

function tuneNotes(layer: Layer, { melody, key, bars, style }: Piece, shift: number): Note[] {
  const lead = style.layers.find((candidate) => candidate.role === 'melody') ?? layer
  const octaves = 12 * Math.round((layer.centre - lead.centre) / 12)
  return melody.flatMap(({ start, length, step, velocity }) => {
    const bar = bars[Math.floor(start / style.beatsPerBar + 1e-6)]
    if (!bar || !plays(layer, bar)) return []
    return [{ start, length, midi: midiOf(step + shift, key) + octaves, velocity }]
  })
}

function chordNotes(layer: Layer, { style, key, bars }: Piece, pattern: string): Note[] {
  let voicing: number[] = []
  return bars.flatMap((bar) => {
    const size = layer.size ?? style.chordSize
    voicing = voiceChord(chordSteps(bar.degree, size), layer.centre, key, voicing)
    if (!plays(layer, bar)) return []
    const start = bar.index * style.beatsPerBar
    if (bar.isFinal)
      return chordAt(layer, voicing, { start, length: style.beatsPerBar, velocity: 0.85 }, voicing.length)
    return readBar(pattern, bar.inSection, style.beatsPerBar).flatMap(({ at, length, symbol, accent }) => {
      const when = { start: start + at, length: length * 0.97, velocity: symbol === 'o' ? 0.5 : accent }
      if (layer.role === 'chords') return chordAt(layer, voicing, when, voicing.length)
      return [{ ...when, midi: arpTone(voicing, Number(symbol)) }]
    })
  })
}

/** A chord's notes share its loudness. */
function chordAt(layer: Layer, voicing: readonly number[], when: Omit<Note, 'midi'>, size: number): Note[] {
  const strum = layer.strum ?? 0
  return voicing.map((midi, i) => ({
    start: when.start + i * strum,
    length: Math.max(0.05, when.length - i * strum),
    midi,
    velocity: when.velocity / Math.sqrt(size),
  }))
}

function arpTone(voicing: readonly number[], index: number): number {
  return (voicing[index % voicing.length] ?? 60) + 12 * Math.floor(index / voicing.length)
}

function bassNotes(layer: Layer, { style, key, bars }: Piece, pattern: string): Note[] {
  return bars.flatMap((bar) => {
    if (!plays(layer, bar)) return []
    const root = rootNear(bar.degree, layer.centre, key)
    const start = bar.index * style.beatsPerBar
    if (bar.isFinal) return [{ start, length: style.beatsPerBar, midi: root, velocity: 0.9 }]
    return readBar(pattern, bar.inSection, style.beatsPerBar).map(({ at, length, symbol, accent }) => ({
      start: start + at,
      length: length * 0.94,
      midi: bassTone(symbol, root, bar, layer, key),
      velocity: accent,
    }))
  })
}

function bassTone(symbol: string, root: number, bar: Bar, layer: Layer, key: Key): number {
  const fromRoot = (steps: number) => root + midiOf(bar.degree - 1 + steps, key) - midiOf(bar.degree - 1, key)
  if (symbol === 'o') return root + 12
  if (symbol === 'f') return fromRoot(4)
  if (symbol === 't') return fromRoot(2)
  if (symbol === 's') return fromRoot(6)
  if (symbol === 'a') {
    const target = rootNear(bar.nextDegree, layer.centre, key)
    return target + (target > root ? -2 : target < root ? 2 : -5)
  }
  return root
}

const rootNear = (degree: number, centre: number, key: Key) => near(modulo(midiOf(degree - 1, key), 12), centre)

const plays = (layer: Layer, bar: Bar) => layer.sections.includes(bar.section)
