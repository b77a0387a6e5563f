import { BitWriter } from './bit-writer.ts'
import { crc8, crc16 } from './crc.ts'
import { bestFixed, residualOf, writeResidual } from './residual.ts'

export const BLOCK_SIZE = 4096

type Prediction = { samples: Int32Array; bits: number; order: number; cost: number }

/** One frame of one or two channels; `index` counts frames from 0 (fixed block size stream). */
export function encodeFrame(channels: readonly Int32Array[], index: number): Uint8Array {
  const size = channels[0]?.length ?? 0
  const { assignment, subframes } = decorrelate(channels)
  const out = new BitWriter(size * channels.length * 2 + 64)
  writeHeader(out, size, index, assignment)
  for (const subframe of subframes) writeSubframe(out, subframe, size)
  out.align()
  out.write(crc16(out.bytes()), 16)
  return out.bytes()
}

/** The cheapest of left/right, left/side, side/right and mid/side. The side channel needs one bit more. */
function decorrelate(channels: readonly Int32Array[]) {
  const [left, right] = channels
  if (!left || !right) return { assignment: 0, subframes: channels.map((channel) => predict(channel, 16)) }
  const { mid, side } = midSide(left, right)
  const [l, r, s, m] = [predict(left, 16), predict(right, 16), predict(side, 17), predict(mid, 16)]
  const choices = [
    { assignment: 1, subframes: [l, r] },
    { assignment: 8, subframes: [l, s] },
    { assignment: 9, subframes: [s, r] },
    { assignment: 10, subframes: [m, s] },
  ]
  const cost = (choice: { subframes: Prediction[] }) => choice.subframes.reduce((sum, p) => sum + p.cost, 0)
  return choices.reduce((best, choice) => (cost(choice) < cost(best) ? choice : best))
}

function midSide(left: Int32Array, right: Int32Array) {
  const mid = new Int32Array(left.length)
  const side = new Int32Array(left.length)
  for (let i = 0; i < left.length; i++) {
    const l = left[i] ?? 0
    const r = right[i] ?? 0
    mid[i] = (l + r) >> 1
    side[i] = l - r
  }
  return { mid, side }
}

const predict = (samples: Int32Array, bits: number): Prediction => ({ samples, bits, ...bestFixed(samples) })

function writeHeader(out: BitWriter, size: number, index: number, assignment: number): void {
  out.write(0xfff8, 16)
  // Block size from 16 bits at the end of the header, sample rate and depth from STREAMINFO (0 and 16 bit = 4).
  out.write(0x70, 8)
  out.write((assignment << 4) | (4 << 1), 8)
  for (const byte of utf8Number(index)) out.write(byte, 8)
  out.write(size - 1, 16)
  out.write(crc8(out.bytes()), 8)
}

/** FLAC numbers frames in the manner of UTF-8. */
function utf8Number(value: number): Uint8Array {
  if (value < 0x80) return Uint8Array.of(value)
  if (value < 0x800) return Uint8Array.of(0xc0 | (value >> 6), 0x80 | (value & 63))
  return Uint8Array.of(0xe0 | (value >> 12), 0x80 | ((value >> 6) & 63), 0x80 | (value & 63))
}

function writeSubframe(out: BitWriter, { samples, order, bits }: Prediction, size: number): void {
  const first = samples[0] ?? 0
  if (samples.every((sample) => sample === first)) {
    out.write(0, 8)
    out.write(first, bits)
    return
  }
  out.write((8 | order) << 1, 8)
  for (let i = 0; i < order; i++) out.write(samples[i] ?? 0, bits)
  writeResidual(out, residualOf(samples, order), size, order)
}
