import { createRandom } from '../../random.ts'
import { frequencyOf } from '../wavetable.ts'
import type { StruckPatch } from './patch.ts'
import { fadeEnds } from './pluck.ts'

const SILENT = 0.0008

/** One struck bar or string pair, mono, ringing out by itself. */
export function renderStruck(patch: StruckPatch, midi: number, sampleRate: number, seed: number): Float32Array {
  const ring = Math.min(7, patch.ring * 2 ** ((57 - midi) / (12 * patch.keyFall)))
  const sound = new Float32Array(Math.round(ring * sampleRate))
  const frequency = frequencyOf(midi)
  const strings = patch.detune > 0 ? [-patch.detune / 2, patch.detune / 2] : [0]
  for (const cents of strings) {
    for (const [ratio, gain, decay] of patch.partials) {
      const pitch = frequency * ratio * 2 ** (cents / 1200)
      if (pitch < sampleRate * 0.45) addPartial(sound, pitch, gain / strings.length, ring * decay, sampleRate)
    }
  }
  if (patch.hammer > 0) addHammer(sound, patch.hammer, sampleRate, seed)
  return fadeEnds(sound, sampleRate)
}

/** A decaying sine by rotation: one multiply-add pair a sample instead of a call of `Math.sin`. */
function addPartial(sound: Float32Array, frequency: number, gain: number, ring: number, sampleRate: number): void {
  const angle = (2 * Math.PI * frequency) / sampleRate
  const decay = 10 ** (-3 / (ring * sampleRate))
  const cos = decay * Math.cos(angle)
  const sin = decay * Math.sin(angle)
  const end = Math.min(sound.length, Math.ceil(Math.log(SILENT / gain) / Math.log(decay)))
  let x = gain
  let y = 0
  for (let i = 0; i < end; i++) {
    sound[i] = (sound[i] ?? 0) + y
    const next = cos * x - sin * y
    y = sin * x + cos * y
    x = next
  }
}

/** The felt's knock: 20 ms of dull noise. */
function addHammer(sound: Float32Array, gain: number, sampleRate: number, seed: number): void {
  const random = createRandom(seed)
  const length = Math.min(sound.length, Math.round(sampleRate * 0.02))
  let held = 0
  for (let i = 0; i < length; i++) {
    held += 0.25 * (random.between(-1, 1) - held)
    sound[i] = (sound[i] ?? 0) + held * gain * (1 - i / length) ** 2
  }
}
