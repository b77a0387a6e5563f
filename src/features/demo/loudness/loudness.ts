const ABSOLUTE_GATE = -70
const RELATIVE_GATE = -10
/** LUFS to which ReplayGain 2.0 brings music. */
const REPLAYGAIN_REFERENCE = -18

/** A second-order filter, coefficients normalised to a0 = 1. */
type Biquad = { b0: number; b1: number; b2: number; a1: number; a2: number }

/** Mean squares of the K-weighted sound in 400 ms blocks, one every 100 ms: all that gating needs to know. */
export type Blocks = readonly number[]

/**
 * K-weighted block energies of all channels together, ITU-R BS.1770-4. The two filters are given there for 48 kHz;
 * their analogue prototypes (as published with libebur128) make them for any rate.
 */
export function loudnessBlocks(channels: readonly Float32Array[], sampleRate: number): Blocks {
  const hop = Math.round(sampleRate / 10)
  const filters = [shelf(sampleRate), highPass(sampleRate)] as const
  const steps = new Float64Array(Math.floor((channels[0]?.length ?? 0) / hop))
  for (const channel of channels) addEnergies(steps, hop, channel, filters)
  return Array.from({ length: Math.max(0, steps.length - 3) }, (_, i) => {
    return steps.subarray(i, i + 4).reduce((a, b) => a + b, 0) / (4 * hop)
  })
}

/** Both filters (direct form 2 transposed) and the sums in one pass: this runs over every sample several times a track. */
function addEnergies(steps: Float64Array, hop: number, channel: Float32Array, [f, g]: readonly [Biquad, Biquad]): void {
  let [f1, f2, g1, g2] = [0, 0, 0, 0]
  for (let step = 0; step < steps.length; step++) {
    let sum = 0
    for (let i = step * hop; i < (step + 1) * hop; i++) {
      const x = channel[i] ?? 0
      const y = f.b0 * x + f1
      f1 = f.b1 * x - f.a1 * y + f2
      f2 = f.b2 * x - f.a2 * y
      const z = g.b0 * y + g1
      g1 = g.b1 * y - g.a1 * z + g2
      g2 = g.b2 * y - g.a2 * z
      sum += z * z
    }
    steps[step] = (steps[step] ?? 0) + sum
  }
}

/** Integrated loudness in LUFS; `-Infinity` for silence. Blocks of several tracks together give an album's. */
export function integratedLoudness(blocks: Blocks): number {
  const audible = blocks.filter((block) => lufs(block) > ABSOLUTE_GATE)
  const gate = lufs(mean(audible)) + RELATIVE_GATE
  return lufs(mean(audible.filter((block) => lufs(block) > gate)))
}

/** Gain in dB that brings a loudness to the ReplayGain 2.0 reference; silence is left alone. */
export function replayGainOf(loudness: number): number {
  return Number.isFinite(loudness) ? REPLAYGAIN_REFERENCE - loudness : 0
}

const lufs = (meanSquare: number) => -0.691 + 10 * Math.log10(meanSquare)

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length
}

function shelf(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRate)
  const q = 0.7071752369554196
  const high = 10 ** (3.999843853973347 / 20)
  const band = high ** 0.4996667741545416
  const a0 = 1 + k / q + k * k
  return {
    b0: (high + (band * k) / q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (band * k) / q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / q + k * k) / a0,
  }
}

function highPass(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRate)
  const q = 0.5003270373238773
  const a0 = 1 + k / q + k * k
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 }
}
