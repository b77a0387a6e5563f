import { createRandom, type Random } from '../../random.ts'
import { createStereo, panGains, type Stereo } from '../stereo.ts'
import { frequencyOf, SINE, TABLE_SIZE, wavetable } from '../wavetable.ts'
import { renderEnvelope } from './envelope.ts'
import type { WavePatch } from './patch.ts'

const CONTROL = 32

/** One note of a wavetable patch, length given in seconds of key press. */
export function renderWave(patch: WavePatch, midi: number, held: number, sampleRate: number, seed: number): Stereo {
  const random = createRandom(seed)
  const envelope = renderEnvelope(patch.amp, held, sampleRate)
  const sound = createStereo(envelope.length)
  const frequency = frequencyOf(midi)
  const voices = voicesOf(patch, random)
  for (const voice of voices) addOscillator(sound, patch, frequency * 2 ** (voice.cents / 1200), voice, sampleRate)
  if (patch.noise > 0) addNoise(sound, patch.noise, random)
  filterStereo(sound, patch, frequency, sampleRate)
  if (patch.sub > 0) addSub(sound, patch.sub, frequency / 2, sampleRate)
  for (let i = 0; i < envelope.length; i++) {
    const level = envelope[i] ?? 0
    sound.left[i] = (sound.left[i] ?? 0) * level
    sound.right[i] = (sound.right[i] ?? 0) * level
  }
  return sound
}

type Voice = { cents: number; left: number; right: number; phase: number }

function voicesOf({ unison, detune }: WavePatch, random: Random): Voice[] {
  return Array.from({ length: unison }, (_, i) => {
    const place = unison === 1 ? 0 : (2 * i) / (unison - 1) - 1
    const [left, right] = panGains(place * 0.7)
    const gain = 1 / Math.sqrt(unison)
    return { cents: (place * detune) / 2, left: left * gain, right: right * gain, phase: random.next() * TABLE_SIZE }
  })
}

function addOscillator(sound: Stereo, patch: WavePatch, frequency: number, voice: Voice, sampleRate: number): void {
  const table = wavetable(patch.shape, frequency, sampleRate)
  const { left, right } = sound
  const { depth, rate, delay } = patch.vibrato
  const base = (frequency * TABLE_SIZE) / sampleRate
  let phase = voice.phase
  let step = base
  for (let i = 0; i < left.length; i++) {
    if (depth > 0 && i % CONTROL === 0) {
      const time = i / sampleRate
      const amount = Math.min(1, Math.max(0, (time - delay) * 3))
      step = base * (1 + (amount * depth * Math.sin(2 * Math.PI * rate * time)) / 1731)
    }
    const whole = phase | 0
    const a = table[whole] ?? 0
    const value = a + ((table[whole + 1] ?? 0) - a) * (phase - whole)
    left[i] = (left[i] ?? 0) + value * voice.left
    right[i] = (right[i] ?? 0) + value * voice.right
    phase += step
    if (phase >= TABLE_SIZE) phase -= TABLE_SIZE
  }
}

function addSub(sound: Stereo, gain: number, frequency: number, sampleRate: number): void {
  const step = (frequency * TABLE_SIZE) / sampleRate
  let phase = 0
  for (let i = 0; i < sound.left.length; i++) {
    const value = gain * (SINE[phase | 0] ?? 0)
    sound.left[i] = (sound.left[i] ?? 0) + value
    sound.right[i] = (sound.right[i] ?? 0) + value
    phase += step
    if (phase >= TABLE_SIZE) phase -= TABLE_SIZE
  }
}

function addNoise({ left, right }: Stereo, gain: number, random: Random): void {
  for (let i = 0; i < left.length; i++) {
    const value = (random.next() - 0.5) * gain
    left[i] = (left[i] ?? 0) + value
    right[i] = (right[i] ?? 0) + value
  }
}

/** The same moving low-pass on both sides. */
function filterStereo(sound: Stereo, patch: WavePatch, frequency: number, sampleRate: number): void {
  const { cutoff, follow, lift, fall, q } = patch.filter
  const base = cutoff * (frequency / 261.6) ** follow
  const fallStep = Math.exp(-CONTROL / Math.max(1, fall * sampleRate))
  let octaves = lift
  const channels = [sound.left, sound.right]
  const states = channels.map(() => ({ low: 0, band: 0 }))
  for (let start = 0; start < sound.left.length; start += CONTROL) {
    const g = Math.tan((Math.PI * Math.min(base * 2 ** octaves, sampleRate * 0.42)) / sampleRate)
    const a1 = 1 / (1 + g * (g + 1 / q))
    for (const [index, channel] of channels.entries()) {
      const state = states[index]
      if (state) filterBlock(channel, start, Math.min(start + CONTROL, channel.length), state, a1, g)
    }
    octaves *= fallStep
  }
}

/** Trapezoidal state variable filter (A. Simper): stable while its frequency moves. */
function filterBlock(
  channel: Float32Array,
  from: number,
  to: number,
  state: { low: number; band: number },
  a1: number,
  g: number,
): void {
  let { low, band } = state
  for (let i = from; i < to; i++) {
    const v3 = (channel[i] ?? 0) - low
    const v1 = a1 * band + g * a1 * v3
    const v2 = low + g * a1 * band + g * g * a1 * v3
    band = 2 * v1 - band
    low = 2 * v2 - low
    channel[i] = v2
  }
  state.low = low
  state.band = band
}
