import { describe, expect, it } from 'vitest'
import { creditLine, trackCredits } from '../../../src/features/library/identity/credits.ts'

const brief = (artists: string[], line: string, title = '', mbids: string[] = []) =>
  trackCredits(artists, line, title, mbids).map(({ name, role }) => `${name}:${role}`)

describe('credits of a track', () => {
  it('takes multi-valued artists as they are and keeps the written join', () => {
    const credits = trackCredits(['Nadia Vale', 'Tomas Reyl'], 'Nadia Vale & Tomas Reyl', 'Ferry', [])
    expect(credits.map(({ role }) => role)).toEqual(['main', 'main'])
    expect(creditLine(credits)).toBe('Nadia Vale & Tomas Reyl')
  })

  it.each([
    ['Nadia Vale feat. Tomas Reyl'],
    ['Nadia Vale ft. Tomas Reyl'],
    ['Nadia Vale (feat. Tomas Reyl)'],
    ['Nadia Vale featuring Tomas Reyl'],
    ['Nadia Vale [Ft Tomas Reyl]'],
  ])('finds the guest in "%s"', (line) => {
    expect(brief([line], line)).toEqual(['Nadia Vale:main', 'Tomas Reyl:featured'])
  })

  it('does not take bands apart', () => {
    expect(brief(['Earth, Wind & Fire'], 'Earth, Wind & Fire')).toEqual(['Earth, Wind & Fire:main'])
    expect(brief(['Simon & Garfunkel'], 'Simon & Garfunkel')).toEqual(['Simon & Garfunkel:main'])
    expect(brief(['AC/DC'], 'AC/DC')).toEqual(['AC/DC:main'])
    expect(brief(['Little Feat'], 'Little Feat')).toEqual(['Little Feat:main'])
    expect(brief(['Daft Punk'], 'Daft Punk')).toEqual(['Daft Punk:main'])
  })

  it('finds the guest of the title and names nobody twice', () => {
    expect(brief(['Nadia Vale'], 'Nadia Vale', 'Ferry (feat. Tomas Reyl)')).toEqual([
      'Nadia Vale:main',
      'Tomas Reyl:featured',
    ])
    expect(brief(['Nadia Vale', 'Tomas Reyl'], 'Nadia Vale', 'Ferry (feat. Tomas Reyl)')).toEqual([
      'Nadia Vale:main',
      'Tomas Reyl:featured',
    ])
  })

  it('gives MusicBrainz ids only when there is one for each artist', () => {
    expect(trackCredits(['A', 'B'], 'A & B', '', ['1', '2']).map(({ mbid }) => mbid)).toEqual(['1', '2'])
    expect(trackCredits(['A', 'B'], 'A & B', '', ['1']).map(({ mbid }) => mbid)).toEqual([null, null])
  })

  it('knows nobody where nothing is said', () => {
    expect(trackCredits([], '', 'Untitled', [])).toEqual([])
  })
})
