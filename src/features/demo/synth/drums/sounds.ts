import type { Random } from '../../random.ts'
import { fadeEnds } from '../voices/pluck.ts'

/** Where a drum is made: its rate, its noise, and how dull its kit is. */
type Studio = { sampleRate: number; random: Random; dull: number }

type Body = {
  /** The skin's pitch falls from `from` to `to` Hz, with `bend` seconds to a third. */
  from: number
  to: number
  bend: number
  ring: number
  click: number
  /** Wires or air: how much noise, and above which frequency. */
  noise: number
  bright: number
  gain: number
}

export function bodyDrum({ sampleRate, random, dull }: Studio, body: Body): Float32Array {
  const sound = new Float32Array(Math.round(sampleRate * body.ring * 1.6))
  const highPass = onePole(body.bright, sampleRate)
  const lowPass = onePole(dull, sampleRate)
  let phase = 0
  let low = 0
  let held = 0
  for (let i = 0; i < sound.length; i++) {
    const time = i / sampleRate
    phase += (2 * Math.PI * (body.to + (body.from - body.to) * Math.exp(-time / body.bend))) / sampleRate
    const noise = random.between(-1, 1)
    low += highPass * (noise - low)
    const skin = Math.sin(phase) * Math.exp((-5 * time) / body.ring)
    const wires = body.noise * (noise - low) * Math.exp((-6 * time) / body.ring)
    const click = body.click * noise * Math.exp(-time / 0.003)
    held += lowPass * (skin + wires + click - held)
    sound[i] = held * body.gain
  }
  return fadeEnds(sound, sampleRate)
}

type Burst = { low: number; high: number; ring: number; gain: number; bursts: number }

/** Band-passed noise; several quick bursts make hands clap. */
export function noiseBurst({ sampleRate, random, dull }: Studio, burst: Burst): Float32Array {
  const sound = new Float32Array(Math.round(sampleRate * (burst.ring * 1.8 + 0.03)))
  const low = onePole(burst.low, sampleRate)
  const high = onePole(Math.min(dull, burst.high), sampleRate)
  let a = 0
  let b = 0
  for (let i = 0; i < sound.length; i++) {
    const time = i / sampleRate
    const strike = Math.min(burst.bursts - 1, Math.floor(time / 0.011))
    const since = time - strike * 0.011
    const tail = strike === burst.bursts - 1 ? burst.ring / 5 : 0.005
    b += high * (random.between(-1, 1) - b)
    a += low * (b - a)
    sound[i] = (b - a) * Math.exp(-since / tail) * burst.gain
  }
  return fadeEnds(sound, sampleRate)
}

/** Cymbals: six square waves of no common pitch and noise, above a high-pass run twice. */
export function metal(studio: Studio, { low, ring, gain }: { low: number; ring: number; gain: number }): Float32Array {
  const { sampleRate, random, dull } = studio
  const sound = new Float32Array(Math.round(sampleRate * ring * 2))
  const steps = [2051, 3072, 3691, 4117, 5419, 6793].map((frequency) => frequency / sampleRate)
  const coefficient = onePole(low, sampleRate)
  const lowPass = onePole(Math.min(15000, dull * 1.6), sampleRate)
  let a = 0
  let b = 0
  let held = 0
  for (let i = 0; i < sound.length; i++) {
    let bright = random.between(-1.6, 1.6)
    for (const step of steps) bright += (i * step) % 1 < 0.5 ? 0.22 : -0.22
    a += coefficient * (bright - a)
    const once = bright - a
    b += coefficient * (once - b)
    held += lowPass * ((once - b) * Math.exp((-5 * i) / (ring * sampleRate)) - held)
    sound[i] = held * gain
  }
  return fadeEnds(sound, sampleRate)
}

/** A stick on wood. */
export function wood(studio: Studio, { tone, ring, gain }: { tone: number; ring: number; gain: number }): Float32Array {
  const { sampleRate } = studio
  const sound = Float32Array.from({ length: Math.round(sampleRate * ring * 1.6) }, (_, i) => {
    const time = i / sampleRate
    const fall = Math.exp((-5 * time) / ring)
    return gain * fall * (Math.sin(2 * Math.PI * tone * time) + 0.5 * Math.sin(2 * Math.PI * tone * 1.61 * time))
  })
  return fadeEnds(sound, sampleRate)
}

/** Coefficient of a one-pole low-pass. */
function onePole(frequency: number, sampleRate: number): number {
  return 1 - Math.exp((-2 * Math.PI * Math.min(frequency, sampleRate * 0.45)) / sampleRate)
}
