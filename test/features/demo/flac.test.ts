import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { parseBuffer } from 'music-metadata'
import { describe, expect, it } from 'vitest'
import { crc8, crc16 } from '../../../src/features/demo/encode/flac/crc.ts'
import { encodeFlac } from '../../../src/features/demo/encode/flac/flac.ts'
import { interleave } from '../../../src/features/demo/encode/pcm.ts'
import { vorbisComment } from '../../../src/features/demo/tags/vorbis.ts'
import { decodeFlac } from './flac-decoder.ts'

const comment = vorbisComment({ title: 'T', artists: ['A'] })
const sample = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -300, max: 300 }) },
  { weight: 1, arbitrary: fc.integer({ min: -32768, max: 32767 }) },
  { weight: 1, arbitrary: fc.constantFrom(-32768, 32767, 0) },
)
const channel = (size: number) => fc.array(sample, { minLength: size, maxLength: size }).map((a) => Int16Array.from(a))

describe('the FLAC encoder', () => {
  it('gives every sample back, whatever they are', () => {
    const sound = fc
      .record({ size: fc.constantFrom(1, 2, 5, 16, 17, 192, 4096, 4100), count: fc.constantFrom(1, 2) })
      .chain(({ size, count }) => fc.array(channel(size), { minLength: count, maxLength: count }))
    fc.assert(
      fc.property(sound, (channels) => {
        const file = encodeFlac({ sampleRate: 44100, channels }, { vorbisComment: comment })
        expect(decodeFlac(file)).toEqual(channels.map((samples) => [...samples]))
      }),
      { numRuns: 25 },
    )
  })

  it('packs a tune over many frames, with the checksum of its samples in the header', () => {
    // More than 128 frames, so that a frame number takes two bytes.
    const tune = Int16Array.from({ length: 530_000 }, (_, i) => 9000 * Math.sin(i / 17) + 3000 * Math.sin(i / 5))
    const pcm = { sampleRate: 48000, channels: [tune] }
    const file = encodeFlac(pcm, { vorbisComment: comment })
    expect(file.subarray(8 + 18, 8 + 34)).toEqual(createHash('md5').update(interleave(pcm)).digest())
    expect(file.length).toBeLessThan(interleave(pcm).length * 0.6)
    const decoded = Int16Array.from(decodeFlac(file)[0]!)
    expect(Buffer.from(decoded.buffer).equals(interleave(pcm))).toBe(true)
  })

  it('tells readers rate, channels, depth and length', async () => {
    const channels = [new Int16Array(22050), new Int16Array(22050)]
    const { format } = await parseBuffer(encodeFlac({ sampleRate: 44100, channels }, { vorbisComment: comment }))
    expect(format).toMatchObject({ container: 'FLAC', sampleRate: 44100, numberOfChannels: 2, bitsPerSample: 16 })
    expect(format.duration).toBe(0.5)
  })

  it('uses the two CRCs of the format (check values of CRC-8/SMBUS and CRC-16/UMTS)', () => {
    const check = Buffer.from('123456789')
    expect(crc8(check)).toBe(0xf4)
    expect(crc16(check)).toBe(0xfee8)
  })
})
