import { describe, expect, it } from 'vitest'
import { sniff } from '../../../src/vision/picture/sniff.ts'

const ascii = (text: string) => new TextEncoder().encode(text)

describe('sniff', () => {
  it('knows the three formats by their first bytes', () => {
    expect(sniff(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('jpeg')
    expect(sniff(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe('png')
    expect(sniff(ascii('RIFF\0\0\0\0WEBPVP8 '))).toBe('webp')
  })

  it.each(['', 'GIF89a', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'RIFF\0\0\0\0WAVE', 'just text', '\u00ff\u00d8'])(
    'refuses %j',
    (text) => {
      expect(sniff(ascii(text))).toBeNull()
    },
  )

  it('refuses a cut signature', () => {
    expect(sniff(Uint8Array.of(0xff, 0xd8))).toBeNull()
    expect(sniff(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toBeNull()
  })
})
