import type { Stereo } from '../stereo.ts'

/** A guitar amplifier: tight lows, saturation, and the dull roll-off of a loudspeaker; in place. `gain` comes before it. */
export function drive(sound: Stereo, input: { amount: number; gain: number }, sampleRate: number): void {
  for (const channel of [sound.left, sound.right]) driveChannel(channel, input, sampleRate)
}

function driveChannel(channel: Float32Array, input: { amount: number; gain: number }, sampleRate: number): void {
  const tight = coefficient(110, sampleRate)
  const speaker = coefficient(3600, sampleRate)
  const gain = (1.5 + input.amount * 14) * input.gain
  const makeUp = 0.55 / Math.sqrt(1 + input.amount * 2)
  let low = 0
  let first = 0
  let second = 0
  let third = 0
  for (let i = 0; i < channel.length; i++) {
    const x = channel[i] ?? 0
    low += tight * (x - low)
    const hot = Math.tanh((x - low) * gain)
    first += speaker * (hot - first)
    second += speaker * (first - second)
    third += speaker * (second - third)
    channel[i] = (second + 0.5 * third) * makeUp
  }
}

const coefficient = (frequency: number, sampleRate: number) => 1 - Math.exp((-2 * Math.PI * frequency) / sampleRate)
