import { type Score, secondsAt } from '../../compose/score.ts'
import type { Stereo } from '../stereo.ts'

const DEPTH = 0.6
const SECONDS = 0.25
const ATTACK = 0.006

/** 1 everywhere, dipping at each kick and back within a quarter of a second: the pumping of dance music. */
export function duckingCurve(score: Score, length: number, sampleRate: number): Float32Array {
  const curve = new Float32Array(length).fill(1)
  const dip = Math.round(sampleRate * SECONDS)
  const attack = Math.round(sampleRate * ATTACK)
  for (const hit of score.hits.filter(({ drum }) => drum === 'kick')) {
    const at = Math.round(secondsAt(hit.start, score) * sampleRate)
    for (let i = Math.max(-attack, -at); i < dip && at + i < length; i++) {
      const depth = i < 0 ? 1 + i / attack : (1 - i / dip) ** 1.5
      curve[at + i] = Math.min(curve[at + i] ?? 1, 1 - DEPTH * depth)
    }
  }
  return curve
}

export function applyCurve({ left, right }: Stereo, curve: Float32Array): void {
  for (let i = 0; i < left.length; i++) {
    left[i] = (left[i] ?? 0) * (curve[i] ?? 1)
    right[i] = (right[i] ?? 0) * (curve[i] ?? 1)
  }
}
