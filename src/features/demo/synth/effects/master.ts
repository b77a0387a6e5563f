import { integratedLoudness, loudnessBlocks } from '../../loudness/loudness.ts'
import type { Stereo } from '../stereo.ts'
import { scale } from './level.ts'

// Room for what lies between the samples and for what Opus adds.
const CEILING = 10 ** (-2.5 / 20)
const BLOCK = 128

/** Brings a mix to a loudness (LUFS) below a ceiling of -2.5 dBFS, without offset, with quiet ends; in place. */
export function master(mix: Stereo, target: number, fades: { in: number; out: number }, sampleRate: number): void {
  const channels = [mix.left, mix.right]
  for (const channel of channels) removeOffset(channel, sampleRate)
  fade(mix, fades, sampleRate)
  // Limiting loud peaks costs some loudness, so it is measured and made up once more.
  for (let pass = 0; pass < 2; pass++) {
    const loudness = integratedLoudness(loudnessBlocks(channels, sampleRate))
    if (!Number.isFinite(loudness)) return
    const gain = 10 ** ((target - loudness) / 20)
    for (const channel of channels) scale(channel, gain)
    if (!limit(mix, sampleRate)) return
  }
}

/** A high-pass at 22 Hz. */
function removeOffset(channel: Float32Array, sampleRate: number): void {
  const step = 1 - Math.exp((-2 * Math.PI * 22) / sampleRate)
  let low = 0
  for (let i = 0; i < channel.length; i++) {
    const value = channel[i] ?? 0
    low += step * (value - low)
    channel[i] = value - low
  }
}

function fade({ left, right }: Stereo, fades: { in: number; out: number }, sampleRate: number): void {
  const fadeIn = Math.max(1, Math.round(fades.in * sampleRate))
  const fadeOut = Math.max(1, Math.round(fades.out * sampleRate))
  for (const channel of [left, right]) {
    const last = channel.length - 1
    for (let i = 0; i < fadeIn && i <= last; i++) channel[i] = ((channel[i] ?? 0) * i) / fadeIn
    for (let i = 0; i < fadeOut && i <= last; i++) {
      const level = (1 - Math.cos((Math.PI * i) / fadeOut)) / 2
      channel[last - i] = (channel[last - i] ?? 0) * level
    }
  }
}

/**
 * A look-ahead limiter: each block of 128 samples gets the gain its neighbourhood needs, gains recover slowly, and
 * between blocks they move in a straight line, so that the ceiling holds and nothing clicks. Tells whether it had to.
 */
function limit({ left, right }: Stereo, sampleRate: number): boolean {
  const peaks = blockPeaks(left, right)
  if (peaks.every((peak) => peak <= CEILING)) return false
  const recover = Math.exp(-BLOCK / (0.12 * sampleRate))
  const gains = new Float64Array(peaks.length + 1)
  let gain = 1
  for (let b = 0; b < gains.length; b++) {
    const around = Math.max(peaks[b - 1] ?? 0, peaks[b] ?? 0, peaks[b + 1] ?? 0)
    gain = Math.min(CEILING / Math.max(around, CEILING), 1 - (1 - gain) * recover)
    gains[b] = gain
  }
  for (let i = 0; i < left.length; i++) {
    const b = Math.floor(i / BLOCK)
    const from = gains[b] ?? 1
    const level = from + ((gains[b + 1] ?? from) - from) * ((i % BLOCK) / BLOCK)
    left[i] = (left[i] ?? 0) * level
    right[i] = (right[i] ?? 0) * level
  }
  return true
}

function blockPeaks(left: Float32Array, right: Float32Array): Float32Array {
  const peaks = new Float32Array(Math.ceil(left.length / BLOCK))
  for (let b = 0; b < peaks.length; b++) {
    const end = Math.min(left.length, (b + 1) * BLOCK)
    let peak = 0
    for (let i = b * BLOCK; i < end; i++) peak = Math.max(peak, Math.abs(left[i] ?? 0), Math.abs(right[i] ?? 0))
    peaks[b] = peak
  }
  return peaks
}
