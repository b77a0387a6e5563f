import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** TensorFlow.js weight files: one JSON manifest and binary shards that are read as one stream. */
type Quantization = { dtype: 'uint8' | 'float16'; scale?: number; min?: number }
type Entry = { name: string; shape: number[]; dtype: 'float32' | 'int32'; quantization?: Quantization }
export type WeightGroup = { paths: string[]; weights: Entry[] }
export type Weight = { readonly dims: readonly number[]; readonly data: Float32Array }
export type Weights = ReadonlyMap<string, Weight>

/** Reads every tensor of the manifest as 32-bit floats (integers are shapes and paddings, exact as floats). */
export async function readWeights(groups: readonly WeightGroup[], folder: string): Promise<Weights> {
  const all = new Map<string, Weight>()
  for (const group of groups) {
    const shards = await Promise.all(group.paths.map((file) => readFile(path.join(folder, file))))
    const stream = Buffer.concat(shards)
    let offset = 0
    for (const entry of group.weights) {
      const length = entry.shape.reduce((product, dim) => product * dim, 1)
      const end = offset + length * bytesPerItem(entry)
      if (end > stream.length) throw new Error(`weight ${entry.name} lies beyond the end of its file`)
      all.set(entry.name, { dims: entry.shape, data: decode(entry, stream.subarray(offset, end), length) })
      offset = end
    }
  }
  return all
}

function bytesPerItem({ quantization }: Entry): number {
  return quantization === undefined ? 4 : quantization.dtype === 'uint8' ? 1 : 2
}

function decode(entry: Entry, raw: Buffer, length: number): Float32Array {
  const { quantization } = entry
  if (quantization?.dtype === 'uint8') {
    const { scale = 1, min = 0 } = quantization
    return Float32Array.from(raw, (value) => value * scale + min)
  }
  if (quantization?.dtype === 'float16')
    return Float32Array.from({ length }, (_, index) => halfToNumber(raw.readUInt16LE(index * 2)))
  if (entry.dtype === 'int32') return Float32Array.from({ length }, (_, index) => raw.readInt32LE(index * 4))
  return Float32Array.from({ length }, (_, index) => raw.readFloatLE(index * 4))
}

/** An IEEE 754 half-precision number from its 16 bits. */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}
