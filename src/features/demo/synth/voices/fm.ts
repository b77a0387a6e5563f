import { frequencyOf, SINE, TABLE_SIZE } from '../wavetable.ts'
import { renderEnvelope } from './envelope.ts'
import type { FmPatch } from './patch.ts'

/** One note of two-operator FM, mono. Higher keys get less index, as real tines do. */
export function renderFm(patch: FmPatch, midi: number, held: number, sampleRate: number): Float32Array {
  const envelope = renderEnvelope(patch.amp, held, sampleRate)
  const step = (frequencyOf(midi) * TABLE_SIZE) / sampleRate
  const fall = Math.exp(-1 / (patch.indexDecay * sampleRate))
  const tineFall = Math.exp(-1 / (0.12 * sampleRate))
  let index = patch.index * 2 ** ((60 - midi) / 24)
  let tine = patch.tine
  let carrier = 0
  for (let i = 0; i < envelope.length; i++) {
    const modulator = index * sine(carrier * patch.ratio)
    const body = sine(carrier + (modulator * TABLE_SIZE) / (2 * Math.PI))
    envelope[i] = (envelope[i] ?? 0) * (body + tine * sine(carrier * patch.tineRatio))
    index *= fall
    tine *= tineFall
    carrier += step
  }
  return envelope
}

function sine(phase: number): number {
  return SINE[Math.floor(phase) & (TABLE_SIZE - 1)] ?? 0
}
