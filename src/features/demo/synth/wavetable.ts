/** One cycle of a wave, power-of-two long plus one sample so that interpolation needs no wrap. */
type Wavetable = Float32Array
export const TABLE_SIZE = 2048

export type Shape = 'sine' | 'triangle' | 'saw' | 'square' | 'pulse' | 'organ' | 'choir' | 'reed' | 'flute'

/** Amplitude of the n-th harmonic. */
const SPECTRA: Record<Shape, (n: number) => number> = {
  sine: (n) => (n === 1 ? 1 : 0),
  triangle: (n) => (n % 2 === 0 ? 0 : (n % 4 === 1 ? 0.81 : -0.81) / (n * n)),
  saw: (n) => 0.6 / n,
  square: (n) => (n % 2 === 0 ? 0 : 0.9 / n),
  pulse: (n) => (0.9 / n) * Math.sin(Math.PI * n * 0.22),
  organ: (n) => ({ 1: 0.5, 2: 0.42, 3: 0.3, 4: 0.24, 6: 0.14, 8: 0.12 })[n] ?? 0,
  choir: (n) => (0.5 / n ** 1.1) * (1 + 1.6 * bump(n, 3, 1.2) + 0.9 * bump(n, 9, 2)),
  reed: (n) => (0.55 / n ** 0.9) * (n % 2 === 0 ? 0.55 : 1) * (1 + bump(n, 5, 2)),
  flute: (n) => ({ 1: 0.8, 2: 0.22, 3: 0.12, 4: 0.03 })[n] ?? 0,
}
const bump = (n: number, centre: number, width: number) => Math.exp(-(((n - centre) / width) ** 2))

const cache = new Map<string, Wavetable>()

/** A table with only the harmonics that stay below half the sample rate at this pitch; one per octave is kept. */
export function wavetable(shape: Shape, frequency: number, sampleRate: number): Wavetable {
  const octave = Math.max(0, Math.ceil(Math.log2(frequency / 27.5)))
  const harmonics = Math.max(1, Math.min(256, Math.floor((0.45 * sampleRate) / (27.5 * 2 ** octave))))
  const key = `${shape}/${harmonics}`
  const known = cache.get(key)
  if (known) return known
  const made = buildTable(SPECTRA[shape], harmonics)
  cache.set(key, made)
  return made
}

function buildTable(spectrum: (n: number) => number, harmonics: number): Wavetable {
  const table = new Float32Array(TABLE_SIZE + 1)
  for (let n = 1; n <= harmonics; n++) {
    const gain = spectrum(n)
    if (gain === 0) continue
    for (let i = 0; i < TABLE_SIZE; i++) table[i] = (table[i] ?? 0) + gain * (SINE[(i * n) & (TABLE_SIZE - 1)] ?? 0)
  }
  table[TABLE_SIZE] = table[0] ?? 0
  return table
}

export const SINE = Float32Array.from({ length: TABLE_SIZE + 1 }, (_, i) => Math.sin((2 * Math.PI * i) / TABLE_SIZE))

export const frequencyOf = (midi: number) => 440 * 2 ** ((midi - 69) / 12)
