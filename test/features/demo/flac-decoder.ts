/** A small FLAC decoder for what our encoder writes (fixed and constant subframes), written from RFC 9639. */
export function decodeFlac(file: Buffer): number[][] {
  let at = 4
  let depth = 0
  let total = 0
  for (let last = false; !last; ) {
    const head = file.readUInt32BE(at)
    last = head >>> 31 === 1
    if (((head >>> 24) & 127) === 0) {
      depth = ((file.readUInt32BE(at + 4 + 10) >>> 4) & 31) + 1
      total = file.readUInt32BE(at + 4 + 14)
    }
    at += 4 + (head & 0xffffff)
  }
  const channels: number[][] = [[], []]
  let decoded = 0
  while (decoded < total) {
    const frame = decodeFrame(new Bits(file, at), depth)
    for (const [i, samples] of frame.channels.entries()) channels[i]!.push(...samples)
    decoded += frame.channels[0]!.length
    at = frame.end
  }
  return channels.filter((samples) => samples.length > 0)
}

class Bits {
  readonly file: Buffer
  bit: number
  constructor(file: Buffer, at: number) {
    this.file = file
    this.bit = at * 8
  }
  read(count: number): number {
    let value = 0
    for (let i = 0; i < count; i++, this.bit++) {
      value = value * 2 + ((this.file[this.bit >> 3]! >> (7 - (this.bit & 7))) & 1)
    }
    return value
  }
  signed(count: number): number {
    const value = this.read(count)
    return value >= 2 ** (count - 1) ? value - 2 ** count : value
  }
  rice(parameter: number): number {
    let high = 0
    while (this.read(1) === 0) high++
    const value = high * 2 ** parameter + this.read(parameter)
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }
}

function decodeFrame(bits: Bits, depth: number): { channels: number[][]; end: number } {
  if (bits.read(16) !== 0xfff8) throw new Error('no frame here')
  bits.read(8)
  const assignment = bits.read(4)
  bits.read(4)
  const first = bits.read(8)
  for (let extra = first < 0x80 ? 0 : first < 0xe0 ? 1 : 2; extra > 0; extra--) bits.read(8)
  const size = bits.read(16) + 1
  bits.read(8)
  const count = assignment < 8 ? assignment + 1 : 2
  const side = { 8: 1, 9: 0, 10: 1 }[assignment]
  const raw = Array.from({ length: count }, (_, i) => decodeSubframe(bits, size, depth + (i === side ? 1 : 0)))
  bits.bit = Math.ceil(bits.bit / 8) * 8 + 16
  return { channels: restore(raw, assignment), end: bits.bit / 8 }
}

function decodeSubframe(bits: Bits, size: number, depth: number): number[] {
  const type = bits.read(8) >> 1
  if (type === 0) return new Array<number>(size).fill(bits.signed(depth))
  const order = type & 7
  const samples = Array.from({ length: order }, () => bits.signed(depth))
  bits.read(2)
  const partitions = 1 << bits.read(4)
  for (let p = 0; p < partitions; p++) {
    const parameter = bits.read(4)
    const count = size / partitions - (p === 0 ? order : 0)
    for (let i = 0; i < count; i++) samples.push(bits.rice(parameter) + predicted(samples, order))
  }
  return samples
}

const WEIGHTS = [[], [1], [2, -1], [3, -3, 1], [4, -6, 4, -1]]
const predicted = (samples: number[], order: number) =>
  WEIGHTS[order]!.reduce((sum, weight, i) => sum + weight * samples[samples.length - 1 - i]!, 0)

function restore([a, b]: number[][], assignment: number): number[][] {
  if (!a || !b || assignment < 8) return [a, b].filter((samples) => samples !== undefined)
  if (assignment === 8) return [a, a.map((left, i) => left - b[i]!)]
  if (assignment === 9) return [b.map((right, i) => right + a[i]!), b]
  const left = a.map((mid, i) => (mid * 2 + (b[i]! & 1) + b[i]!) / 2)
  return [left, left.map((value, i) => value - b[i]!)]
}
