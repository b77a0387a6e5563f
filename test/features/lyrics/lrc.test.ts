import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLrc } from '../../../src/features/lyrics/lrc.ts'

const lines = (text: string) => parseLrc(text).lines
const at = (text: string) => lines(text)?.map((line) => line.at_ms)

describe('LRC', () => {
  it('reads stamps with hundredths, thousandths, tenths, a colon, and without a fraction', () => {
    expect(lines('[00:17.12] First line\n[00:21.400]Second\n[01:02.5]Third\n[02:03:25]Fourth\n[100:00]Fifth')).toEqual([
      { at_ms: 17_120, text: 'First line' },
      { at_ms: 21_400, text: 'Second' },
      { at_ms: 62_500, text: 'Third' },
      { at_ms: 123_250, text: 'Fourth' },
      { at_ms: 6_000_000, text: 'Fifth' },
    ])
  })

  it('repeats a line that has several stamps, in the order of time', () => {
    expect(lines('[00:30.00][00:10.00] [01:00.00]Chorus\n[00:20.00]Verse')).toEqual([
      { at_ms: 10_000, text: 'Chorus' },
      { at_ms: 20_000, text: 'Verse' },
      { at_ms: 30_000, text: 'Chorus' },
      { at_ms: 60_000, text: 'Chorus' },
    ])
  })

  it('lets a positive offset bring the words forward, never before the start', () => {
    expect(at('[offset:+500]\n[00:00.20]a\n[00:02.00]b')).toEqual([0, 1500])
    expect(at('[00:02.00]b\n[offset: -250]')).toEqual([2250])
    for (const nonsense of ['abc', '1e400', 'NaN', '', '99999999999999999999'])
      expect(at(`[offset:${nonsense}]\n[00:02.00]b`), nonsense).toEqual([2000])
  })

  it('leaves out facts about the file and the stamps of words, and keeps pauses', () => {
    const text =
      '[ar:Night Ferry]\n[ti:Tide]\n[length: 03:20]\n[#:note]\n[00:01.00]<00:01.00>Low <00:01.50>tide\n[00:05.00]'
    expect(parseLrc(text)).toEqual({
      plain: 'Low tide',
      lines: [
        { at_ms: 1000, text: 'Low tide' },
        { at_ms: 5000, text: '' },
      ],
    })
  })

  it('takes text without stamps as plain, with its headings and verses', () => {
    expect(parseLrc('[Chorus: all]\r\nSing\r\n\r\n[00:99 bottles]\n  of beer ')).toEqual({
      plain: '[Chorus: all]\nSing\n\n[00:99 bottles]\nof beer',
      lines: null,
    })
  })

  it('finds no words in nothing, in facts and in bare stamps', () => {
    for (const text of ['', ' \n\t\n', '[ar:x]\n[ti:y]', '[00:01.00]\n[00:02.00] '])
      expect(parseLrc(text), JSON.stringify(text)).toEqual({ plain: null, lines: null })
  })

  it('reads no more than 5 000 lines and 256 K characters, whatever it is given', () => {
    expect(lines('[00:01.00]a\n'.repeat(9000))).toHaveLength(5000)
    expect(lines(`${'[00:01.00]'.repeat(20_000)}a\n`)).toHaveLength(5000)
    expect(parseLrc('x'.repeat(1_000_000)).plain).toHaveLength(256 * 1024)
    expect(parseLrc(`${'['.repeat(300_000)}`).lines).toBe(null)
  })
})

describe('LRC of any song', () => {
  const text = fc
    .stringMatching(/^[A-Za-z¡-ſ][A-Za-z¡-ſ ,.!?']{0,30}$/)
    .map((value) => value.replace(/ +/g, ' ').trim())
  const stamp = (ms: number) => {
    const two = (value: number) => String(value).padStart(2, '0')
    return `[${two(Math.floor(ms / 60_000))}:${two(Math.floor(ms / 1000) % 60)}.${two(Math.floor(ms / 10) % 100)}]`
  }
  const song = fc.array(fc.record({ at_ms: fc.integer({ min: 0, max: 5_999_99 }).map((n) => n * 10), text }), {
    minLength: 1,
    maxLength: 40,
  })

  it('comes back as it was written, sorted by time', () => {
    fc.assert(
      fc.property(song, (written) => {
        const file = written.map((line) => stamp(line.at_ms) + line.text).join('\n')
        expect(parseLrc(file).lines).toEqual([...written].sort((a, b) => a.at_ms - b.at_ms))
      }),
    )
  })

  it('moves as a whole with the offset', () => {
    fc.assert(
      fc.property(song, fc.integer({ min: -10_000, max: 10_000 }), (written, offset) => {
        const file = written.map((line) => stamp(line.at_ms) + line.text).join('\n')
        const moved = parseLrc(`[offset:${offset}]\n${file}`).lines
        expect(moved).toEqual(
          parseLrc(file).lines?.map((line) => ({ ...line, at_ms: Math.max(0, line.at_ms - offset) })),
        )
      }),
    )
  })

  it('is sorted, never negative and without line breaks, for any text at all', () => {
    const scrap = fc.oneof(
      fc.string(),
      fc.constantFrom('[00:01.00]', '[99:99.999]', '<00:01>', '[offset:9]', '\n', '\r', '[ar:'),
    )
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 60 }), (scraps) => {
        const { lines: found, plain } = parseLrc(scraps.join(''))
        for (const [index, line] of (found ?? []).entries()) {
          expect(line.at_ms).toBeGreaterThanOrEqual(found?.[index - 1]?.at_ms ?? 0)
          expect(line.text).not.toMatch(/[\r\n]/)
        }
        expect(plain === null || plain.trim() !== '').toBe(true)
        expect(found === null || found.some((line) => line.text !== '')).toBe(true)
      }),
    )
  })
})
