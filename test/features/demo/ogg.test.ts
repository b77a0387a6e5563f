import fc from 'fast-check'
import { parseBuffer } from 'music-metadata'
import OpusScript from 'opusscript'
import { describe, expect, it } from 'vitest'
import { encodeOpusPackets, muxOpus } from '../../../src/features/demo/encode/ogg/opus.ts'
import { oggCrc, oggStream } from '../../../src/features/demo/encode/ogg/page.ts'
import { vorbisComment } from '../../../src/features/demo/tags/vorbis.ts'

type Page = { flags: number; granule: bigint; index: number; sizes: number[]; body: Buffer }

/** Reads pages back and checks magic, order and CRC of each. */
function readPages(stream: Buffer): Page[] {
  const pages: Page[] = []
  for (let at = 0; at < stream.length; ) {
    expect(stream.toString('latin1', at, at + 4)).toBe('OggS')
    const sizes = [...stream.subarray(at + 27, at + 27 + stream[at + 26]!)]
    const start = at + 27 + sizes.length
    const end = start + sizes.reduce((a, b) => a + b, 0)
    const whole = Buffer.from(stream.subarray(at, end))
    const crc = whole.readUInt32LE(22)
    whole.writeUInt32LE(0, 22)
    expect(oggCrc(whole)).toBe(crc)
    const granule = stream.readBigUInt64LE(at + 6)
    pages.push({
      flags: stream[at + 5]!,
      granule,
      index: stream.readUInt32LE(at + 18),
      sizes,
      body: whole.subarray(27 + sizes.length),
    })
    at = end
  }
  return pages
}

function packetsOf(pages: Page[]): Buffer[] {
  const packets: Buffer[] = []
  const open: Buffer[] = []
  for (const { sizes, body } of pages) {
    let at = 0
    for (const size of sizes) {
      open.push(body.subarray(at, at + size))
      at += size
      if (size < 255) packets.push(Buffer.concat(open.splice(0)))
    }
  }
  expect(open).toEqual([])
  return packets
}

describe('Ogg pages', () => {
  it('carry any packets, of any size, over correctly checked and numbered pages', () => {
    const packet = fc.oneof(
      fc.uint8Array({ maxLength: 600 }),
      fc.constantFrom(255, 510, 65_025, 70_000).map((n) => new Uint8Array(n).fill(7)),
    )
    const groups = fc.array(fc.array(packet, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(groups, (packets) => {
        const pages = readPages(
          oggStream(
            99,
            packets.map((group, i) => ({ packets: group, granule: BigInt(i * 10) })),
          ),
        )
        const read = packetsOf(pages)
        expect(read).toHaveLength(packets.flat().length)
        expect(packets.flat().every((bytes, i) => read[i]!.equals(bytes))).toBe(true)
        expect(pages.map(({ index }) => index)).toEqual(pages.map((_, i) => i))
        expect(pages.map(({ flags }) => flags & 6)).toEqual(
          pages.map((_, i) => (i === 0 ? 2 : 0) | (i === pages.length - 1 ? 4 : 0)),
        )
        for (const [i, page] of pages.entries()) {
          expect(page.flags & 1).toBe(i > 0 && pages[i - 1]!.sizes.at(-1) === 255 ? 1 : 0)
          if (page.sizes.every((size) => size === 255)) expect(page.granule).toBe(0xffffffffffffffffn)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('uses the CRC of the format (check value of CRC-32 with polynomial 04c11db7, unreflected, from zero)', () => {
    expect(oggCrc(Buffer.from('123456789'))).toBe(0x89a1897f)
  })
})

describe('Ogg Opus', () => {
  const seconds = 1.25
  const tone = Int16Array.from({ length: 48000 * seconds }, (_, i) => 12000 * Math.sin((2 * Math.PI * 440 * i) / 48000))
  const pcm = { sampleRate: 48000, channels: [tone, tone] }

  it('ends at the very sample and sounds like what went in', async () => {
    const packets = encodeOpusPackets(pcm, { bitrate: 96000, complexity: 5 })
    const file = muxOpus(packets, pcm, vorbisComment({ title: 'T', artists: ['A'] }), 5)
    expect(readPages(file).at(-1)!.granule).toBe(BigInt(tone.length + 312))
    const { format } = await parseBuffer(file, { mimeType: 'audio/ogg' }, { duration: true })
    expect(format).toMatchObject({ container: 'Ogg', codec: 'Opus', sampleRate: 48000, numberOfChannels: 2 })
    expect(format.duration).toBeCloseTo(seconds, 3)
    expect(errorOf(packetsOf(readPages(file)).slice(2), tone)).toBeLessThan(0.1)
  })

  it('refuses sound of another rate', () => {
    expect(() => encodeOpusPackets({ ...pcm, sampleRate: 44100 }, { bitrate: 96000, complexity: 5 })).toThrow(
      RangeError,
    )
  })
})

/** Relative error of the decoded left channel after the pre-skip. */
function errorOf(packets: Buffer[], original: Int16Array): number {
  const decoder = new OpusScript(48000, 2, OpusScript.Application.AUDIO)
  const decoded = Buffer.concat(packets.map((packet) => decoder.decode(packet)))
  decoder.delete()
  let error = 0
  let power = 0
  for (let i = 4800; i < original.length - 4800; i++) {
    error += (decoded.readInt16LE((i + 312) * 4) - original[i]!) ** 2
    power += original[i]! ** 2
  }
  return Math.sqrt(error / power)
}
