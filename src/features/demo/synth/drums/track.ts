import { type Score, secondsAt } from '../../compose/score.ts'
import { panGains, type Stereo } from '../stereo.ts'
import { type DrumName, KITS, panOf, renderDrum } from './kit.ts'

/** Adds all drum hits of a score; every drum is made once. */
export function addDrums(out: Stereo, score: Score, sampleRate: number): void {
  const made = new Map<DrumName, Float32Array>()
  for (const { drum, start, velocity } of score.hits) {
    const sound = made.get(drum) ?? renderDrum(KITS[score.kit], drum, sampleRate)
    made.set(drum, sound)
    const [left, right] = panGains(panOf(drum))
    addHit(out, sound, Math.round(secondsAt(start, score) * sampleRate), velocity * left, velocity * right)
  }
}

function addHit(out: Stereo, sound: Float32Array, at: number, left: number, right: number): void {
  const end = Math.min(sound.length, out.left.length - at)
  for (let i = 0; i < end; i++) {
    const value = sound[i] ?? 0
    out.left[at + i] = (out.left[at + i] ?? 0) + value * left
    out.right[at + i] = (out.right[at + i] ?? 0) + value * right
  }
}
