import { createRandom } from '../../random.ts'
import { frequencyOf } from '../wavetable.ts'
import type { PluckPatch } from './patch.ts'

/**
 * One plucked string, mono, ringing out by itself: Karplus-Strong with a fractional delay (all-pass), a loop low-pass
 * set by `bright`, and a comb for the place of plucking.
 */
export function renderPluck(patch: PluckPatch, midi: number, sampleRate: number, seed: number): Float32Array {
  const frequency = frequencyOf(midi)
  const ring = Math.min(6, patch.ring * 2 ** ((57 - midi) / 24))
  const length = Math.round(ring * sampleRate)
  const blend = 0.5 + 0.49 * patch.bright
  // The loop filter delays by (1 - blend) samples at low frequencies; the rest is delay line and all-pass.
  const period = sampleRate / frequency - (1 - blend)
  const size = Math.floor(period - 0.3)
  const fraction = period - size
  const allpass = (1 - fraction) / (1 + fraction)
  const loss = 10 ** (-3 / (ring * frequency))
  const line = excite(size, patch, seed)
  const sound = new Float32Array(length)
  let at = 0
  let previous = 0
  let passIn = 0
  let passOut = 0
  for (let i = 0; i < length; i++) {
    const out = line[at] ?? 0
    const filtered = loss * (blend * out + (1 - blend) * previous)
    previous = out
    passOut = allpass * (filtered - passOut) + passIn
    passIn = filtered
    line[at] = passOut
    at = at + 1 === size ? 0 : at + 1
    sound[i] = out
  }
  return fadeEnds(sound, sampleRate)
}

/** Noise, smoothed by how dull the pick is, minus itself a little later (the place of plucking), without offset. */
function excite(size: number, patch: PluckPatch, seed: number): Float32Array {
  const random = createRandom(seed)
  const smooth = 0.15 + 0.8 * patch.bright
  let held = 0
  const noise = Float32Array.from({ length: size }, () => {
    held += smooth * (random.between(-1, 1) - held)
    return held
  })
  const shift = Math.max(1, Math.round(size * patch.position))
  const combed = noise.map((value, i) => value - (noise[(i + size - shift) % size] ?? 0))
  const mean = combed.reduce((a, b) => a + b, 0) / size
  const power = Math.sqrt(combed.reduce((a, b) => a + (b - mean) ** 2, 0) / size) || 1
  return combed.map((value) => ((value - mean) / power) * 0.35)
}

/** 1 ms in, 30 ms out: no click at either end. */
export function fadeEnds(sound: Float32Array, sampleRate: number): Float32Array {
  const fadeIn = Math.round(sampleRate / 1000)
  const fadeOut = Math.min(sound.length, Math.round(sampleRate * 0.03))
  for (let i = 0; i < fadeIn && i < sound.length; i++) sound[i] = ((sound[i] ?? 0) * i) / fadeIn
  for (let i = 0; i < fadeOut; i++) {
    const at = sound.length - 1 - i
    sound[at] = ((sound[at] ?? 0) * i) / fadeOut
  }
  return sound
}
