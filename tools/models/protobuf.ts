/**
 * The part of the protocol buffers wire format that an ONNX file needs: varints, 32-bit floats and
 * length-delimited fields. A message is the concatenation of its fields, in any order.
 */
const VARINT = 0
const DELIMITED = 2
const FIXED32 = 5

const encoder = new TextEncoder()

/** Joins encoded fields into one message body. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    out.set(part, offset)
    offset += part.length
  }
  return out
}

/** A base-128 integer; negative numbers take ten bytes as 64-bit two's complement. */
export function varint(value: number | bigint): Uint8Array {
  let rest = BigInt.asUintN(64, BigInt(value))
  const bytes: number[] = []
  while (rest >= 0x80n) {
    bytes.push(Number(rest & 0x7fn) | 0x80)
    rest >>= 7n
  }
  bytes.push(Number(rest))
  return Uint8Array.from(bytes)
}

const tag = (field: number, wireType: number) => varint((field << 3) | wireType)

export const int = (field: number, value: number | bigint) => concat([tag(field, VARINT), varint(value)])

export const bytes = (field: number, data: Uint8Array) => concat([tag(field, DELIMITED), varint(data.length), data])

export const text = (field: number, value: string) => bytes(field, encoder.encode(value))

export const message = (field: number, ...parts: Uint8Array[]) => bytes(field, concat(parts))

export const float = (field: number, value: number) =>
  concat([tag(field, FIXED32), new Uint8Array(Float32Array.of(value).buffer)])
