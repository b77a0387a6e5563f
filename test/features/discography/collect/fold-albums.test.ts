import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldAlbums, groupTitle, sameAlbum } from '../../../../src/features/discography/collect/fold-albums.ts'
import type { FoundAlbum } from '../../../../src/providers/ports.ts'

const album = (more: Partial<FoundAlbum> = {}): FoundAlbum => ({
  ...{ title: 'Harbour Lights', ids: {}, type: 'album', date: '2019-03-01', credits: [], genres: [], upc: null },
  ...{ trackCount: null, cover: null, disambiguation: '' },
  ...more,
})
const from = (source: string, ...value: FoundAlbum[]) => ({ source, value })

describe('titles of one album', () => {
  it.each([
    'Harbour Lights (Deluxe Edition)',
    'Harbour Lights [Remastered 2011]',
    'Harbour Lights - 10th Anniversary Edition',
    'Harbour Lights EP',
    'Harbour Lights - Single',
    'HARBOUR  LIGHTS',
  ])('%s', (title) => expect(groupTitle(title)).toBe('harbour lights'))

  it('a title that is nothing but such words stays', () => {
    expect(groupTitle('Single')).toBe('single')
    expect(groupTitle('(Deluxe)')).not.toBe('')
  })
  it('somebody’s version is another recording', () =>
    expect(groupTitle('Harbour Lights (Ferry’s Version)')).not.toBe('harbour lights'))
  it('live and studio keep apart', () => expect(groupTitle('Harbour Lights (Live)')).not.toBe('harbour lights'))
})

describe('how sure two are one', () => {
  it.each<[string, number, Partial<FoundAlbum>, Partial<FoundAlbum>]>([
    ['a shared id', 1, { ids: { spotify: 'a' }, title: 'X' }, { ids: { spotify: 'a' }, title: 'Y' }],
    ['a shared barcode', 1, { upc: '1' }, { upc: '1', title: 'Other' }],
    ['title and year', 0.95, {}, { date: '2019-11-01' }],
    ['title, year and count', 0.99, { trackCount: 11 }, { trackCount: 11 }],
    ['an unknown year', 0.8, {}, { date: '' }],
    ['a year more', 0.8, {}, { date: '2020' }],
    ['a reissue', 0.65, {}, { date: '2024-01-01' }],
    ['older elsewhere', 0, {}, { date: '2009-01-01' }],
    ['another kind', 0, {}, { type: 'live', date: '2019-03-01' }],
    ['different ids of one service', 0, { ids: { deezer: '1' } }, { ids: { deezer: '2' } }],
    ['another title', 0, {}, { title: 'Slow Water' }],
  ])('%s: %d', (_name, score, a, b) => expect(sameAlbum(album(a), album(b))).toBeCloseTo(score, 5))

  it('a service without release groups calls an EP a single', () => {
    expect(sameAlbum(album({ type: 'ep' }), album({ type: 'single' }))).toBeGreaterThan(0.9)
  })
})

describe('one discography of several', () => {
  const group = (id: string, more: Partial<FoundAlbum> = {}) => album({ ids: { musicbrainz: id }, ...more })

  it('joins what is one and keeps what is new', () => {
    const folded = foldAlbums([
      from('musicbrainz', group('a'), group('b', { title: 'Slow Water', date: '' })),
      from('deezer', album({ ids: { deezer: '1' }, upc: '99' }), album({ ids: { deezer: '2' }, title: 'New One' })),
    ])
    expect(folded.map((one) => [one.album.title, one.album.ids, one.sources, one.score])).toEqual([
      ['Harbour Lights', { musicbrainz: 'a', deezer: '1' }, ['musicbrainz', 'deezer'], 0.95],
      ['Slow Water', { musicbrainz: 'b' }, ['musicbrainz'], null],
      ['New One', { deezer: '2' }, ['deezer'], null],
    ])
    expect(folded[0]?.album.upc).toBe('99')
  })

  it('keeps two self-titled albums of one service apart, each with its year', () => {
    const folded = foldAlbums([
      from('musicbrainz', group('a', { date: '1994' }), group('b', { date: '2001' })),
      from(
        'deezer',
        album({ ids: { deezer: '1' }, date: '2001-05-05' }),
        album({ ids: { deezer: '2' }, date: '1994-01-01' }),
      ),
    ])
    expect(folded.map(({ album: { ids } }) => ids)).toEqual([
      { musicbrainz: 'a', deezer: '2' },
      { musicbrainz: 'b', deezer: '1' },
    ])
  })

  it('folds editions that one service lists apart', () => {
    const folded = foldAlbums([
      from(
        'deezer',
        album({ ids: { deezer: '1' } }),
        album({ ids: { deezer: '2' }, title: 'Harbour Lights (Deluxe)' }),
      ),
    ])
    expect(folded).toHaveLength(1)
  })

  it('takes the longer of two dates that agree', () => {
    const [one] = foldAlbums([
      from('musicbrainz', group('a', { date: '2019' })),
      from('deezer', album({ ids: { deezer: '1' } })),
    ])
    expect(one?.album.date).toBe('2019-03-01')
  })

  it('loses no album of the spine and invents none', () => {
    const any = fc.record({
      title: fc.constantFrom('A', 'B', 'A (Deluxe)', 'C - Single'),
      date: fc.constantFrom('', '2001', '2001-02', '2007-01-01'),
      type: fc.constantFrom('album', 'single', 'live', 'ep'),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), fc.array(any, { maxLength: 8 }), (first, second) => {
        const spine = first.map((one, at) => group(String(at), one as Partial<FoundAlbum>))
        const other = second.map((one, at) => album({ ...(one as Partial<FoundAlbum>), ids: { deezer: String(at) } }))
        const folded = foldAlbums([from('musicbrainz', ...spine), from('deezer', ...other)])
        const ids = folded.flatMap((one) => one.album.ids.musicbrainz ?? [])
        expect(ids.sort()).toEqual(spine.map((one) => one.ids.musicbrainz).sort())
        expect(folded.length).toBeLessThanOrEqual(spine.length + other.length)
      }),
    )
  })
})
