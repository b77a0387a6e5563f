import { describe, expect, it } from 'vitest'
import { escapeLucene } from '../../../src/providers/musicbrainz/lucene.ts'
import { artistMbid, creditsOf, dateOf, genresOf, releaseType } from '../../../src/providers/musicbrainz/mapping.ts'
import { canonicalUrl, idsOf } from '../../../src/providers/musicbrainz/relations.ts'
import { chooseRelease } from '../../../src/providers/musicbrainz/releases/choose.ts'
import { createCollection } from '../../../src/providers/musicbrainz/releases/collect.ts'
import { type ReleaseShape, releaseShape } from '../../../src/providers/musicbrainz/shapes.ts'

type Given = {
  id: string
  tracks?: number
  date?: string
  format?: string
  title?: string
  status?: string | null
  group?: string
}
function release({
  id,
  tracks = 10,
  date = '',
  format = 'CD',
  title = 'A',
  status = 'Official',
  group = 'g',
}: Given): ReleaseShape {
  const list = Array.from({ length: tracks }, (_, at) => ({
    title: `${id} ${at}`,
    position: at + 1,
    recording: { id: `${id}-${at}`, title: 'x' },
  }))
  const media = [{ position: 1, format, 'track-count': tracks, tracks: list }]
  return releaseShape.parse({ id, title, status, date, media, 'release-group': { id: group, title: 'A' } })
}
const chosen = (...given: Given[]) => chooseRelease(given.map(release))?.id

describe('the release that stands for all', () => {
  it('is official, even when a promotional copy came first', () => {
    expect(chosen({ id: 'promo', status: 'Promotion', date: '2000' }, { id: 'shop', date: '2001' })).toBe('shop')
  })
  it('is no deluxe edition, even when it is the only CD', () => {
    expect(chosen({ id: 'lux', title: 'A (Deluxe Edition)', tracks: 14 }, { id: 'lp', format: '12" Vinyl' })).toBe('lp')
  })
  it('has as many tracks as most have', () => {
    expect(chosen({ id: 'jp', tracks: 12, date: '1999' }, { id: 'us', date: '2000' }, { id: 'uk', date: '2001' })).toBe(
      'us',
    )
  })
  it('has fewer tracks where two numbers are as frequent', () => {
    expect(chosen({ id: 'bonus', tracks: 12, date: '1999' }, { id: 'plain', date: '2000' })).toBe('plain')
  })
  it('is digital or a CD rather than vinyl, and of those the earliest', () => {
    expect(
      chosen(
        { id: 'lp', format: '12" Vinyl', date: '1980' },
        { id: 'b', date: '1991' },
        { id: 'a', format: 'Digital Media', date: '1990' },
      ),
    ).toBe('a')
  })
  it('has a date rather than none, and is the same whatever the order', () => {
    const given = [{ id: 'c' }, { id: 'b', date: '2000' }, { id: 'a', date: '2000' }]
    expect([chosen(...given), chosen(...given.toReversed())]).toEqual(['a', 'a'])
  })
  it('is none where no release has tracks', () => {
    expect(chosen({ id: 'empty', tracks: 0 })).toBeUndefined()
    expect(chosen()).toBeUndefined()
  })
})

describe('a collection of releases', () => {
  it('keeps tracks of the best releases only above its limit, and every edition', () => {
    const collection = createCollection(100)
    for (let at = 0; at < 40; at++)
      collection.add([release({ id: `r${at}`, group: `g${at % 4}`, date: `${1990 + at}` })])
    expect(collection.held).toBeLessThanOrEqual(120)
    const contents = collection.contents()
    expect(contents).toHaveLength(4)
    for (const one of contents) {
      expect(one.editions).toHaveLength(10)
      expect(one.editions.every(({ trackCount }) => trackCount === 10)).toBe(true)
      expect(one.tracks).toHaveLength(10)
    }
    expect(contents[0]?.tracks[0]?.title).toBe('r0 0')
  })
})

describe('words of musicbrainz', () => {
  it('give every sign of a query a backslash and operators small letters', () => {
    expect(escapeLucene('AC/DC: "Back" (in) [Black] AND NOT!')).toBe(
      'AC\\/DC\\: \\"Back\\" \\(in\\) \\[Black\\] and not\\!',
    )
    expect(escapeLucene('ANDROID')).toBe('ANDROID')
  })
  it('make one type of two', () => {
    const type = (primary: string | null, ...secondary: string[]) =>
      releaseType({ 'primary-type': primary, 'secondary-types': secondary })
    expect([type('Album'), type('EP'), type('Single'), type(null), type('Broadcast')]).toEqual([
      'album',
      'ep',
      'single',
      'other',
      'other',
    ])
    expect([type('Album', 'Compilation', 'Live'), type('Album', 'DJ-mix'), type('EP', 'Demo')]).toEqual([
      'live',
      'remix',
      'ep',
    ])
  })
  it('read dates and leave out what is none', () => {
    expect(['1999', '1999-04', '1999-04-30', '1999-??', '', null].map(dateOf)).toEqual([
      '1999',
      '1999-04',
      '1999-04-30',
      '',
      '',
      '',
    ])
  })
  it('weigh genres by the strongest', () => {
    expect(
      genresOf([
        { name: 'b', count: 1 },
        { name: 'a', count: 4 },
        { name: 'no', count: -1 },
      ]),
    ).toEqual([
      { name: 'a', weight: 1 },
      { name: 'b', weight: 0.25 },
    ])
  })
  it('know who is a guest', () => {
    const of = (name: string, joinphrase: string) => ({ name, joinphrase, artist: { id: name, name } })
    const roles = (...list: ReturnType<typeof of>[]) => creditsOf(list).map(({ role }) => role)
    expect(roles(of('A', ' & '), of('B', ' feat. '), of('C', ' & '), of('D', ''))).toEqual([
      'main',
      'main',
      'featured',
      'featured',
    ])
    expect(roles(of('A', ' fights '), of('B', ''))).toEqual(['main', 'main'])
  })
  it('know ids that stand for nobody', () => {
    expect(artistMbid('89AD4AC3-39F7-470E-963A-56509C546377')).toBe(null)
    expect(artistMbid('11111111-1111-4111-8111-111111111111')).not.toBe(null)
  })
  it('find ids of services in addresses', () => {
    const urls = [
      'https://open.spotify.com/artist/4Z8W4fKeB5YxbusRsdQVPb',
      'https://open.spotify.com/artist/0000000000000000000000',
      'https://www.deezer.com/en/artist/27',
      'https://www.discogs.com/artist/3840-Radio',
      'https://www.wikidata.org/wiki/Q44190',
      'https://music.apple.com/gb/artist/some-name/657515',
      'https://www.last.fm/music/Sigur+R%C3%B3s',
      'https://www.last.fm/music/100%',
      'https://evil.example/open.spotify.com/artist/1111111111111111111111',
      'not an address',
    ]
    expect(idsOf(urls.map((url) => ({ kind: 'x', url })))).toEqual({
      spotify: '4Z8W4fKeB5YxbusRsdQVPb',
      deezer: '27',
      discogs: '3840',
      wikidata: 'Q44190',
      itunes: '657515',
      lastfm: 'Sigur Rós',
    })
    expect(canonicalUrl('https://deezer.com/fr/artist/27/?utm=1')).toBe('https://www.deezer.com/artist/27')
    expect(canonicalUrl('https://band.example/')).toBe('https://band.example/')
  })
})
