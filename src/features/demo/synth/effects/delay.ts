import { createStereo, type Stereo } from '../stereo.ts'

/** Echoes that fall from side to side, a little darker each time; returns only the echoes. */
export function pingPong(source: Float32Array, seconds: number, feedback: number, sampleRate: number): Stereo {
  const length = source.length
  const out = createStereo(length)
  const shift = Math.round(seconds * sampleRate)
  let dullLeft = 0
  let dullRight = 0
  for (let i = shift; i < length; i++) {
    const from = i - shift
    const dry = source[from] ?? 0
    dullLeft += 0.35 * (dry + feedback * (out.right[from] ?? 0) - dullLeft)
    dullRight += 0.35 * ((out.left[from] ?? 0) - dullRight)
    out.left[i] = dullLeft
    out.right[i] = dullRight * feedback
  }
  return out
}
