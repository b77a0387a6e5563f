import { describe, expect, it } from 'vitest'
import { foldArtists, rankArtists } from '../../../../src/features/discography/collect/fold-artists.ts'
import type { FoundArtist } from '../../../../src/providers/ports.ts'

const artist = (more: Partial<FoundArtist> = {}): FoundArtist => ({
  ...{ name: 'Night Ferry', ids: {}, disambiguation: '', genres: [], picture: null, popularity: null },
  ...{ followers: null, aliases: [], score: 1 },
  ...more,
})
const from = (source: string, ...value: FoundArtist[]) => ({ source, value })

describe('one artist of several answers', () => {
  it('by an id, whatever the name', () => {
    const folded = foldArtists([
      from('spotify', artist({ ids: { spotify: 's' }, followers: 10 })),
      from(
        'musicbrainz',
        artist({ name: 'Nightferry', ids: { musicbrainz: 'm', spotify: 's' }, disambiguation: 'band' }),
      ),
    ])
    expect(folded).toMatchObject([
      { name: 'Night Ferry', ids: { spotify: 's', musicbrainz: 'm' }, disambiguation: 'band', followers: 10 },
    ])
    expect(folded[0]?.sources).toEqual(['spotify', 'musicbrainz'])
  })

  it('by the name, without accents and case', () => {
    const folded = foldArtists([
      from('deezer', artist({ name: 'Björn Ñu', ids: { deezer: '1' }, genres: ['pop'] })),
      from('musicbrainz', artist({ name: 'bjorn nu', ids: { musicbrainz: 'm' }, genres: ['pop', 'folk'] })),
    ])
    expect(folded).toHaveLength(1)
    expect(folded[0]?.genres).toEqual(['pop', 'folk'])
  })

  it('two of one name at one service stay two, and another service joins the better placed', () => {
    const folded = foldArtists([
      from(
        'musicbrainz',
        artist({ ids: { musicbrainz: 'a' }, disambiguation: 'band' }),
        artist({ ids: { musicbrainz: 'b' }, disambiguation: 'DJ' }),
      ),
      from('deezer', artist({ ids: { deezer: '1' } })),
    ])
    expect(folded.map(({ ids }) => ids)).toEqual([{ musicbrainz: 'a', deezer: '1' }, { musicbrainz: 'b' }])
  })
})

it('ranks the very name first, then an alias, then what is known best', () => {
  const ranked = rankArtists(
    [
      { ...artist({ name: 'Night Ferry Tribute', followers: 9_000_000 }), sources: ['deezer'] },
      { ...artist({ name: 'NF', aliases: ['Night Ferry'] }), sources: ['musicbrainz'] },
      { ...artist({ followers: 5 }), sources: ['deezer'] },
      { ...artist({ followers: 50 }), sources: ['deezer', 'musicbrainz'] },
    ],
    'night ferry',
  )
  expect(ranked.map(({ name, followers }) => [name, followers])).toEqual([
    ['Night Ferry', 50],
    ['Night Ferry', 5],
    ['NF', null],
    ['Night Ferry Tribute', 9_000_000],
  ])
})
