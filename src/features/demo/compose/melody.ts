import { createRandom, type Random } from '../random.ts'
import type { Bar } from './form.ts'
import { readBar, type Step } from './pattern.ts'
import type { Style } from './styles/style.ts'
import { chordSteps, type Key, modulo, snapToChord, stepNear } from './theory.ts'

/** A note as a scale step, so that a second voice can be derived from it. */
export type Tone = { start: number; length: number; step: number; velocity: number }

/** A phrase is a pair of bars: an idea and its answer. */
type Motif = { bars: readonly (readonly Step[])[]; moves: readonly (readonly number[])[] }
type Context = { style: Style; key: Key; patterns: readonly string[]; centre: number; seed: number }

/**
 * A tune over the bars of the given sections. Each section letter has its own motif, so that verses come back as
 * themselves; within a section the motif is repeated, answered and closed, following the chords.
 */
export function composeMelody(bars: readonly Bar[], context: Context): Tone[] {
  const motifs = new Map<string, Motif>()
  let step = stepNear(context.centre, context.key)
  return bars.flatMap((bar) => {
    const motif = motifs.get(bar.section) ?? createMotif(context, bar.section)
    motifs.set(bar.section, motif)
    if (bar.inSection === 0) step = stepNear(context.centre + (bar.section === 'B' ? 4 : 0), context.key)
    const tones = bar.isFinal ? [finalTone(context)] : barTones(bar, motif, step, context)
    step = tones.at(-1)?.step ?? step
    return tones.map((tone) => ({ ...tone, start: tone.start + bar.index * context.style.beatsPerBar }))
  })
}

function createMotif({ patterns, seed, style }: Context, section: string): Motif {
  const random = createRandom(seed + section.charCodeAt(0) * 977)
  const bars = [random.pick(patterns), random.pick(patterns)].map((pattern) => readBar(pattern, 0, style.beatsPerBar))
  return { bars, moves: bars.map((bar) => bar.map(() => randomMove(random))) }
}

/** Mostly steps, some repeats and thirds, now and then a leap. */
function randomMove(random: Random): number {
  return random.pick([-1, -1, -1, 1, 1, 1, 0, 0, -2, 2, 2, random.pick([-3, 3, 4])])
}

function barTones(bar: Bar, motif: Motif, from: number, context: Context): Tone[] {
  const place = bar.inSection % 2
  const steps = motif.bars[place] ?? []
  const moves = motif.moves[place] ?? []
  const closes = bar.inSection % 4 === 3 || bar.isLastOfSection
  // The third bar answers the first upside down: the oldest way to make two bars into four.
  const turn = bar.inSection % 4 === 2 ? -1 : 1
  const chord = chordSteps(bar.degree, 3)
  let step = from
  const sung = closes ? closing(steps, context.style.beatsPerBar) : steps
  return sung.map((note, i) => {
    const last = closes && i === sung.length - 1
    step = keepInRange(step + turn * (moves[i] ?? 0), context)
    step = last || isStrong(note) ? snapToChord(step, chord) : softened(step, context)
    return { start: note.at, length: note.length * 0.95, step, velocity: note.accent * (last ? 0.9 : 1) }
  })
}

/** A phrase ends early, on a long note, to breathe. */
function closing(steps: readonly Step[], beatsPerBar: number): Step[] {
  const kept = steps.filter((step) => step.at <= beatsPerBar / 2)
  const last = kept.at(-1)
  return last ? [...kept.slice(0, -1), { ...last, length: Math.max(last.length, beatsPerBar * 0.8 - last.at) }] : []
}

const isStrong = (note: Step) => Number.isInteger(note.at / 2) || note.length >= 1.5

function keepInRange(step: number, { centre, key }: Context): number {
  const middle = stepNear(centre, key)
  if (step > middle + 7) return step - 4
  return step < middle - 5 ? step + 4 : step
}

function softened(step: number, { style, key }: Context): number {
  if (!style.pentatonic) return step
  const isMajor = ['major', 'lydian', 'mixolydian'].includes(key.mode)
  const avoided = isMajor ? [3, 6] : [1, 5]
  return avoided.includes(modulo(step, 7)) ? step - 1 : step
}

function finalTone({ centre, key, style }: Context): Tone {
  const step = snapToChord(stepNear(centre, key), [0])
  return { start: 0, length: style.beatsPerBar, step, velocity: 0.75 }
}
