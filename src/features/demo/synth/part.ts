import type { Note, Part, Score } from '../compose/score.ts'
import { secondsAt } from '../compose/score.ts'
import { panGains, type Stereo } from './stereo.ts'
import { renderFm } from './voices/fm.ts'
import type { Patch, PluckPatch, StruckPatch } from './voices/patch.ts'
import { PATCHES } from './voices/patches.ts'
import { renderPluck } from './voices/pluck.ts'
import { renderStruck } from './voices/struck.ts'
import { renderWave } from './voices/wave.ts'

type Voice = { sound: Stereo; end: number }

/** Adds all notes of one part, panned. Equal notes are made once. */
export function addPart(out: Stereo, part: Part, score: Score, sampleRate: number): void {
  const patch: Patch = PATCHES[part.patch]
  const [panLeft, panRight] = panGains(part.pan)
  const made = new Map<string, Stereo>()
  for (const note of part.notes) {
    const start = secondsAt(note.start, score)
    const held = Math.max(0.02, secondsAt(note.start + note.length, score) - start)
    const voice = voiceFor(patch, note, held, sampleRate, made)
    const gain = note.velocity
    addNote(out, voice, Math.round(start * sampleRate), { left: gain * panLeft, right: gain * panRight }, sampleRate)
  }
}

/** `end`: samples after which the note is let go and fades by itself; infinite when the sound carries its release. */
function voiceFor(patch: Patch, note: Note, held: number, sampleRate: number, made: Map<string, Stereo>): Voice {
  const rings = patch.kind === 'pluck' || patch.kind === 'struck'
  const key = rings ? `${note.midi}` : `${note.midi}/${held.toFixed(3)}`
  const sound = made.get(key) ?? renderVoice(patch, note.midi, held, sampleRate)
  made.set(key, sound)
  return { sound, end: rings ? held + patch.release : Number.POSITIVE_INFINITY }
}

function renderVoice(patch: Patch, midi: number, held: number, sampleRate: number): Stereo {
  const seed = midi * 131 + 17
  if (patch.kind === 'wave') return renderWave(patch, midi, held, sampleRate, seed)
  if (patch.kind === 'fm') return both(renderFm(patch, midi, held, sampleRate))
  return both(renderRinging(patch, midi, sampleRate, seed))
}

function renderRinging(patch: PluckPatch | StruckPatch, midi: number, sampleRate: number, seed: number): Float32Array {
  return patch.kind === 'pluck'
    ? renderPluck(patch, midi, sampleRate, seed)
    : renderStruck(patch, midi, sampleRate, seed)
}

const both = (mono: Float32Array): Stereo => ({ left: mono, right: mono })

type Gains = { left: number; right: number }

function addNote(out: Stereo, { sound, end }: Voice, at: number, gains: Gains, sampleRate: number): void {
  const stop = Math.min(sound.left.length, out.left.length - at)
  const release = Math.round(0.09 * sampleRate)
  const letGo = Number.isFinite(end) ? Math.round(end * sampleRate) - release : stop
  const last = Math.min(stop, Number.isFinite(end) ? letGo + release : stop)
  for (let i = 0; i < last; i++) {
    const level = i <= letGo ? 1 : 1 - (i - letGo) / release
    out.left[at + i] = (out.left[at + i] ?? 0) + (sound.left[i] ?? 0) * gains.left * level
    out.right[at + i] = (out.right[at + i] ?? 0) + (sound.right[i] ?? 0) * gains.right * level
  }
}
