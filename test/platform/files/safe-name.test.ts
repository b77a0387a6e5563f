import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeName } from '../../../src/platform/files/safe-name.ts'

// Whole code points, lone surrogates and the troublesome signs, mixed.
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(...'./\\: *?"<>|\0\n\u202e\ud800', 'ñ', 'n\u0303', '星', '🎵', 'CON', 'nul', 'lpt1', ' '),
    maxLength: 90,
  }),
)

describe('safeName', () => {
  it('never leaves anything that a path or a Windows disk would stumble over', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const name = safeName(text)
        expect(name).not.toBe('')
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cs}]/u)
        expect(name).not.toMatch(/^[. ]|[. ]$/)
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120)
        expect(name).toBe(name.normalize('NFC'))
        expect(Buffer.from(name).toString()).toBe(name)
      }),
      { numRuns: 500 },
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(nasty, (text) => safeName(safeName(text)) === safeName(text)),
      { numRuns: 500 },
    )
  })

  it.each([
    ['AC/DC', 'AC_DC'],
    ['..', '_'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['', '_'],
    ['Con', '_Con'],
    ['nul.txt', '_nul.txt'],
    ['Constant', 'Constant'],
    ['What?  Now...', 'What_ Now'],
    ['A\u202egpj.exe', 'A gpj.exe'],
    ['n\u0303', 'ñ'],
    ['星の郵便局', '星の郵便局'],
    ['👩‍🚀 Radio', '👩‍🚀 Radio'],
  ])('makes %j into %j', (text, expected) => {
    expect(safeName(text)).toBe(expected)
  })

  it('cuts long text between code points', () => {
    expect(safeName('星'.repeat(100))).toBe('星'.repeat(40))
    expect(safeName(`a${'🎵'.repeat(100)}`)).toBe(`a${'🎵'.repeat(29)}`)
  })
})
