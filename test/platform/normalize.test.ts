import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeName, searchWords, sortName } from '../../src/platform/lib/normalize.ts'

describe('normalizeName', () => {
  it.each([
    ['Björk', 'bjork'],
    ['Dødheimsgard', 'dodheimsgard'],
    ['Sigur Rós', 'sigur ros'],
    ['AC/DC', 'ac dc'],
    ['R.E.M.', 'r e m'],
    ["Guns N' Roses", 'guns n roses'],
    ['Simon & Garfunkel', 'simon and garfunkel'],
    ['  Nadia   Vale ', 'nadia vale'],
    ['宇多田ヒカル', '宇多田ヒカル'],
    ['Мумий Тролль', 'мумии тролль'],
    ['!!!', '!!!'],
    ['', ''],
  ])('%s', (name, expected) => {
    expect(normalizeName(name)).toBe(expected)
  })

  it('is stable, and never empty for a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        const once = normalizeName(name)
        expect(normalizeName(once)).toBe(once)
        if (name.trim()) expect(once).not.toBe('')
      }),
    )
  })

  it('gives words that are safe in a LIKE pattern', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => searchWords(query).length <= 8))
    expect(searchWords('50% off_ or\\')).toEqual(['50', 'off', 'or'])
  })

  it('sorts without the English article, and keeps a name that is only one', () => {
    expect(sortName('The Beatles')).toBe('beatles')
    expect(sortName('The The')).toBe('the')
    expect(sortName('A')).toBe('a')
  })
})
