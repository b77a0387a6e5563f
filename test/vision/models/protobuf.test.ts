import { describe, expect, it } from 'vitest'
import { bytes, concat, float, int, message, text, varint } from '../../../tools/models/protobuf.ts'

const hex = (data: Uint8Array) => Buffer.from(data).toString('hex')

describe('protobuf writer', () => {
  it.each([
    [0, '00'],
    [1, '01'],
    [127, '7f'],
    [128, '8001'],
    [150, '9601'],
    [300, 'ac02'],
    [2 ** 31, '8080808008'],
    [-1, 'ffffffffffffffffff01'],
  ])('writes %d as a varint', (value, expected) => {
    expect(hex(varint(value))).toBe(expected)
  })

  it('writes the examples of the protocol buffers documentation', () => {
    expect(hex(int(1, 150))).toBe('089601')
    expect(hex(text(2, 'testing'))).toBe('120774657374696e67')
    expect(hex(message(3, int(1, 150)))).toBe('1a03089601')
  })

  it('writes floats as little-endian fixed32 and field numbers above 15 in two bytes', () => {
    expect(hex(float(2, 1))).toBe('150000803f')
    expect(hex(int(20, 7))).toBe('a00107')
  })

  it('counts bytes, not characters', () => {
    expect(hex(text(1, 'ñ'))).toBe('0a02c3b1')
    expect(hex(bytes(1, new Uint8Array(0)))).toBe('0a00')
    expect(concat([]).length).toBe(0)
  })
})
