import { describe, expect, it } from 'vitest'
import { integratedLoudness, loudnessBlocks, replayGainOf } from '../../../src/features/demo/loudness/loudness.ts'

const tone = (seconds: number, decibels: number, rate: number) =>
  Float32Array.from(
    { length: seconds * rate },
    (_, i) => 10 ** (decibels / 20) * Math.sin((2 * Math.PI * 1000 * i) / rate),
  )
const measure = (channels: Float32Array[], rate: number) => integratedLoudness(loudnessBlocks(channels, rate))

describe('loudness', () => {
  // EBU Tech 3341, cases 1 and 2: a stereo 1 kHz sine of -23 dBFS measures -23 LUFS.
  it.each([44100, 48000])('measures the EBU reference tones at %i Hz', (rate) => {
    for (const level of [-23, -33])
      expect(measure([tone(5, level, rate), tone(5, level, rate)], rate)).toBeCloseTo(level, 1)
  })

  // Tech 3341, case 3: -36 dBFS, -23 dBFS, -36 dBFS: the gate leaves the quiet parts out.
  it('does not count passages far below the rest', () => {
    const parts = [tone(2, -36, 48000), tone(30, -23, 48000), tone(2, -36, 48000)]
    const joined = Float32Array.from(parts.flatMap((part) => [...part]))
    expect(measure([joined, joined], 48000)).toBeCloseTo(-23, 1)
  })

  it('leaves silence alone and brings everything else to -18 LUFS', () => {
    expect(replayGainOf(measure([new Float32Array(48000)], 48000))).toBe(0)
    expect(replayGainOf(-23)).toBe(5)
  })
})
