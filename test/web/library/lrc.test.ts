import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineAt, parseLyrics } from '../../../web/features/library/albums/lyrics/lrc.ts'

describe('reading lyrics', () => {
  it('reads time stamps in their spellings and leaves the tags of the file out', () => {
    const { synced, lines } = parseLyrics('[ar:Nina]\n[00:01.50]one\n[01:02.250] two\r\n[00:30]three\n[00:40:07]four')
    expect(synced).toBe(true)
    expect(lines).toEqual([
      { at: 1.5, text: 'one' },
      { at: 30, text: 'three' },
      { at: 40.07, text: 'four' },
      { at: 62.25, text: 'two' },
    ])
  })

  it('repeats a line for each of its stamps and takes word stamps out', () => {
    const { lines } = parseLyrics('[00:20.00][00:05.00]Chorus\n[00:10.00]<00:10.00>I <00:10.50>sing')
    expect(lines.map(({ at, text }) => [at, text])).toEqual([
      [5, 'Chorus'],
      [10, 'I sing'],
      [20, 'Chorus'],
    ])
  })

  it('moves everything by the offset of the file, never before the beginning', () => {
    expect(parseLyrics('[offset:+500]\n[00:02.00]a\n[00:00.20]b').lines).toEqual([
      { at: 0, text: 'b' },
      { at: 1.5, text: 'a' },
    ])
    expect(parseLyrics('[offset:-1000]\n[00:02.00]a').lines[0]?.at).toBe(3)
    expect(parseLyrics('[offset:soon]\n[00:02.00]a').lines[0]?.at).toBe(2)
  })

  it('takes text without stamps as it is, brackets and markup included', () => {
    const { synced, lines } = parseLyrics('\n\n[Verse 1]\n<b>bold</b>\n\nlast\n')
    expect(synced).toBe(false)
    expect(lines.map((line) => line.text)).toEqual(['[Verse 1]', '<b>bold</b>', '', 'last'])
  })

  it('has nothing to say about nothing', () => {
    expect(parseLyrics(' \n \n')).toEqual({ synced: false, lines: [] })
  })

  it('sorts whatever it is given and never fails', () => {
    const stamped = fc.tuple(fc.nat(99), fc.nat(59), fc.string()).map(([m, s, text]) => `[${m}:${s}]${text}`)
    fc.assert(
      fc.property(fc.array(fc.oneof(stamped, fc.string()), { maxLength: 60 }), (source) => {
        const { synced, lines } = parseLyrics(source.join('\n'))
        const times = lines.map((line) => line.at)
        expect(times).toEqual(synced ? [...times].sort((a, b) => Number(a) - Number(b)) : times.map(() => null))
      }),
    )
  })
})

describe('the line that is sung', () => {
  const lines = [2, 5, 5, 9].map((at) => ({ at, text: String(at) }))

  it('is the last one that has begun', () => {
    expect([0, 2, 4.99, 5, 8, 9, 500].map((position) => lineAt(lines, position))).toEqual([-1, 0, 0, 2, 2, 3, 3])
    expect(lineAt([], 3)).toBe(-1)
  })
})
