import type { Stereo } from '../stereo.ts'

const BLOCK = 2048
const QUIET = 0.001

/**
 * The gain that brings a part to an RMS of `target` where it plays: so the mix does not depend on how loud a patch is
 * made. 0 for silence.
 */
export function gainToLevel(sound: Stereo, target: number): number {
  const energies = blockEnergies(sound)
  const loudest = energies.reduce((a, b) => Math.max(a, b), 0)
  const playing = energies.filter((energy) => energy > loudest * QUIET)
  const mean = playing.reduce((a, b) => a + b, 0) / Math.max(1, playing.length)
  return mean === 0 ? 0 : target / Math.sqrt(mean)
}

/** Multiplies in place. */
export function scale(channel: Float32Array, gain: number): void {
  for (let i = 0; i < channel.length; i++) channel[i] = (channel[i] ?? 0) * gain
}

function blockEnergies({ left, right }: Stereo): number[] {
  const energies: number[] = []
  for (let start = 0; start < left.length; start += BLOCK) {
    const end = Math.min(left.length, start + BLOCK)
    let sum = 0
    for (let i = start; i < end; i++) {
      const l = left[i] ?? 0
      const r = right[i] ?? 0
      sum += l * l + r * r
    }
    energies.push(sum / (2 * BLOCK))
  }
  return energies
}
