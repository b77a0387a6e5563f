import type { Adsr } from './patch.ts'

/**
 * Samples of an envelope with curved decay and release. `held` is the length of the key press; the release follows.
 * The very start and end are always ramps, so that no voice can click.
 */
export function renderEnvelope({ attack, decay, sustain, release }: Adsr, held: number, sampleRate: number) {
  const heldSamples = Math.max(1, Math.round(held * sampleRate))
  const releaseSamples = Math.max(64, Math.round(release * sampleRate))
  const attackSamples = Math.max(32, Math.round(attack * sampleRate))
  const envelope = new Float32Array(heldSamples + releaseSamples)
  const fall = Math.exp(-4 / Math.max(1, decay * sampleRate))
  let level = 0
  let over = 1 - sustain
  for (let i = 0; i < heldSamples; i++) {
    if (i < attackSamples) level = (i + 1) / attackSamples
    else {
      over *= fall
      level = sustain + over
    }
    envelope[i] = level
  }
  for (let i = 0; i < releaseSamples; i++) {
    const left = 1 - i / releaseSamples
    envelope[heldSamples + i] = level * left * left
  }
  return envelope
}
