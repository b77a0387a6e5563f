import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { halfToNumber, readWeights } from '../../../tools/models/weights.ts'

let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'weights-'))
})
afterAll(() => rm(dir, { recursive: true }))

describe('half floats', () => {
  it.each([
    [0x3c00, 1],
    [0xc000, -2],
    [0x3555, 0.333251953125],
    [0x0001, 2 ** -24],
    [0x7bff, 65504],
    [0x7c00, Number.POSITIVE_INFINITY],
    [0x8000, -0],
  ])('%i', (bits, expected) => {
    expect(halfToNumber(bits)).toBe(expected)
  })
})

describe('weight files', () => {
  it('reads every kind of tensor across shards', async () => {
    const floats = Buffer.alloc(8)
    floats.writeFloatLE(1.5, 0)
    floats.writeFloatLE(-2, 4)
    const rest = Buffer.from([0, 10, 255, 0x00, 0x3c, 0xfe, 0xff, 0xff, 0xff])
    await writeFile(path.join(dir, 'a.bin'), Buffer.concat([floats, rest.subarray(0, 1)]))
    await writeFile(path.join(dir, 'b.bin'), rest.subarray(1))
    const weights = await readWeights(
      [
        {
          paths: ['a.bin', 'b.bin'],
          weights: [
            { name: 'plain', shape: [2], dtype: 'float32' },
            { name: 'bytes', shape: [3], dtype: 'float32', quantization: { dtype: 'uint8', scale: 0.5, min: -1 } },
            { name: 'half', shape: [1], dtype: 'float32', quantization: { dtype: 'float16' } },
            { name: 'shape', shape: [], dtype: 'int32' },
          ],
        },
      ],
      dir,
    )
    const values = (name: string) => Array.from(weights.get(name)!.data)
    expect(values('plain')).toEqual([1.5, -2])
    expect(values('bytes')).toEqual([-1, 4, 126.5])
    expect(values('half')).toEqual([1])
    expect(values('shape')).toEqual([-2])
  })

  it('refuses a manifest that promises more than the file holds', async () => {
    await writeFile(path.join(dir, 'short.bin'), Buffer.alloc(7))
    const group = { paths: ['short.bin'], weights: [{ name: 'w', shape: [2], dtype: 'float32' as const }] }
    await expect(readWeights([group], dir)).rejects.toThrow('weight w lies beyond the end')
  })
})
