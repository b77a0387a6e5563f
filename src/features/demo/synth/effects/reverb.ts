import { createStereo, type Stereo } from '../stereo.ts'

// Mutually prime lengths at 44.1 kHz, 30 to 76 ms: dense, without a pitch of their own.
const LENGTHS = [1327, 1559, 1811, 2053, 2311, 2657, 2999, 3361]
const DIFFUSERS = [241, 557]
// Shorter than the shortest line, so that a whole block can be read before any of it is written.
const BLOCK = 512

export type Room = {
  /** Seconds until -60 dB. */
  time: number
  /** 0 bright to 1 dark. */
  damping: number
  /** Seconds before the room answers. */
  preDelay: number
}

type Line = {
  memory: Float32Array
  at: number
  gain: number
  held: number
  out: Float32Array
  left: number
  right: number
}

/**
 * A feedback delay network of eight lines mixed by a Householder matrix and added to
 * `mix`. It runs at half the rate: walls swallow what is lost, and it is the dearest part of a mix.
 */
export function addReverb(mix: Stereo, source: Float32Array, room: Room, sampleRate: number): void {
  const rate = sampleRate / 2
  const input = diffuse(halfRate(source, Math.round(room.preDelay * rate)), rate)
  const out = createStereo(input.length)
  const lines = LENGTHS.map((size, index) => createLine(Math.round((size * rate) / 44100), index, room, rate))
  const sum = new Float32Array(BLOCK)
  const bright = 1 - room.damping * 0.6
  for (let start = 0; start < input.length; start += BLOCK) {
    const size = Math.min(BLOCK, input.length - start)
    sum.fill(0)
    for (const line of lines) readLine(line, sum, size, bright)
    for (const line of lines) {
      writeLine(line, sum, input.subarray(start, start + size))
      mixLine(line, out, start, size)
    }
  }
  addDoubled(mix.left, out.left)
  addDoubled(mix.right, out.right)
}

/** Even lines are heard left, odd ones right, with alternating signs so that the sides differ. */
function createLine(length: number, index: number, room: Room, sampleRate: number): Line {
  const sign = index % 4 < 2 ? 0.5 : -0.5
  return {
    memory: new Float32Array(length),
    at: 0,
    gain: 10 ** ((-3 * length) / (room.time * sampleRate)),
    held: 0,
    out: new Float32Array(BLOCK),
    left: index % 2 === 0 ? sign : 0,
    right: index % 2 === 0 ? 0 : sign,
  }
}

function readLine(line: Line, sum: Float32Array, size: number, bright: number): void {
  const { memory, out } = line
  let { held, at } = line
  for (let i = 0; i < size; i++) {
    held += bright * ((memory[at] ?? 0) - held)
    out[i] = held
    sum[i] = (sum[i] ?? 0) + held
    at = at + 1 === memory.length ? 0 : at + 1
  }
  line.held = held
}

function writeLine(line: Line, sum: Float32Array, input: Float32Array): void {
  const { memory, out, gain } = line
  const share = 2 / LENGTHS.length
  let { at } = line
  for (let i = 0; i < input.length; i++) {
    memory[at] = (input[i] ?? 0) + gain * ((out[i] ?? 0) - share * (sum[i] ?? 0))
    at = at + 1 === memory.length ? 0 : at + 1
  }
  line.at = at
}

function mixLine({ out, left, right }: Line, target: Stereo, start: number, size: number): void {
  const channel = left === 0 ? target.right : target.left
  const gain = left + right
  for (let i = 0; i < size; i++) channel[start + i] = (channel[start + i] ?? 0) + gain * (out[i] ?? 0)
}

function halfRate(source: Float32Array, delay: number): Float32Array {
  const half = new Float32Array(Math.ceil(source.length / 2))
  for (let i = delay; i < half.length; i++) {
    const at = 2 * (i - delay)
    half[i] = ((source[at] ?? 0) + (source[at + 1] ?? 0)) * 0.5
  }
  return half
}

/** Adds at twice the rate; the samples between lie on straight lines. */
function addDoubled(target: Float32Array, half: Float32Array): void {
  for (let i = 0; i < half.length; i++) {
    const a = half[i] ?? 0
    target[2 * i] = (target[2 * i] ?? 0) + a
    target[2 * i + 1] = (target[2 * i + 1] ?? 0) + (a + (half[i + 1] ?? a)) / 2
  }
}

/** Two all-pass filters smear the attacks before the network repeats them. */
function diffuse(signal: Float32Array, sampleRate: number): Float32Array {
  for (const size of DIFFUSERS) {
    const line = new Float32Array(Math.round((size * sampleRate) / 44100))
    let at = 0
    for (let i = 0; i < signal.length; i++) {
      const delayed = line[at] ?? 0
      const value = (signal[i] ?? 0) - 0.6 * delayed
      line[at] = value
      signal[i] = delayed + 0.6 * value
      at = at + 1 === line.length ? 0 : at + 1
    }
  }
  return signal
}
