import { describe, expect, it } from 'vitest'
import type { Tags } from '../../../src/features/library/files/tags.ts'
import { describeAlbum } from '../../../src/features/library/identity/describe.ts'
import { albumTitleKey, groupAlbums, trackKey } from '../../../src/features/library/identity/group.ts'

const NONE: Tags = {
  ...{
    title: 'Song',
    artists: [],
    artistLine: '',
    albumArtists: [],
    album: 'Album',
    disc: null,
    discTotal: null,
    track: null,
    trackTotal: null,
  },
  ...{ date: null, genres: [], compilation: false, releaseType: null, label: null, isrc: null, bpm: null },
  musicbrainz: { recording: null, track: null, release: null, releaseGroup: null, artists: [], albumArtists: [] },
}
const by = (artist: string, more: Partial<Tags> = {}): Tags => ({
  ...NONE,
  artists: [artist],
  artistLine: artist,
  ...more,
})
const keys = (files: { albumDir: string; tags: Tags }[]) => {
  const albums = groupAlbums(files.map((file, id) => ({ id, ...file })))
  return files.map((_, id) => albums.get(id)?.key)
}
const distinct = (files: { albumDir: string; tags: Tags }[]) => new Set(keys(files)).size
const rg = (releaseGroup: string) => ({ musicbrainz: { ...NONE.musicbrainz, releaseGroup } })

describe('what is one album', () => {
  it('guests do not split it', () => {
    expect(
      distinct([
        { albumDir: 'a', tags: by('Vale') },
        { albumDir: 'a', tags: by('Vale feat. Reyl') },
        { albumDir: 'a', tags: by('Vale', { title: 'X (ft. Reyl)' }) },
      ]),
    ).toBe(1)
  })

  it('dates and formats do not split it', () => {
    const tags = by('Vale', { albumArtists: ['Vale'] })
    expect(
      distinct([
        { albumDir: 'mp3', tags: { ...tags, date: '1999' } },
        { albumDir: 'flac', tags: { ...tags, date: '2011-05-01' } },
      ]),
    ).toBe(1)
  })

  it('a directory of many performers without album artist is a compilation', () => {
    const files = [
      { albumDir: 'hits', tags: by('A') },
      { albumDir: 'hits', tags: by('B') },
      { albumDir: 'hits', tags: by('C') },
    ]
    expect(distinct(files)).toBe(1)
    const album = describeAlbum(files.map(({ tags }, at) => ({ relPath: String(at), tags, durationMs: 1 })))
    expect(album?.compilation).toBe(true)
    expect(album?.credits[0]?.name).toBe('Various Artists')
  })

  it('two compilations of one title in two places stay two', () => {
    expect(
      distinct([
        { albumDir: 'x', tags: by('A') },
        { albumDir: 'x', tags: by('B') },
        { albumDir: 'y', tags: by('C') },
        { albumDir: 'y', tags: by('D') },
      ]),
    ).toBe(2)
  })

  it('spellings of "Various Artists" and of accents are one', () => {
    const tags = (name: string, album = 'Canción') => by('A', { albumArtists: [name], album })
    expect(
      distinct([
        { albumDir: 'a', tags: tags('Various Artists') },
        { albumDir: 'b', tags: tags('VA') },
        { albumDir: 'c', tags: tags('Varios', 'Cancion') },
      ]),
    ).toBe(1)
  })

  it('a compilation flag without album artist makes it a compilation', () => {
    const album = describeAlbum([{ relPath: 'a', tags: by('A', { compilation: true }), durationMs: 1 }])
    expect(album?.credits[0]?.name).toBe('Various Artists')
  })

  it('a MusicBrainz release group decides, and files of its directory that lack it join', () => {
    expect(
      distinct([
        { albumDir: 'a', tags: by('Vale', rg('1')) },
        { albumDir: 'b', tags: by('Vale', rg('1')) },
      ]),
    ).toBe(1)
    expect(
      distinct([
        { albumDir: 'a', tags: by('Vale', rg('1')) },
        { albumDir: 'a', tags: by('Vale') },
      ]),
    ).toBe(1)
    expect(
      distinct([
        { albumDir: 'a', tags: by('Vale', rg('1')) },
        { albumDir: 'b', tags: by('Vale', rg('2')) },
      ]),
    ).toBe(2)
  })

  it('a file that only has album artist and title joins the release group of the same', () => {
    const vale = { albumArtists: ['Vale'] }
    const other = { albumDir: 'a', tags: by('Reyl', { albumArtists: ['Reyl'] }) }
    const files = [
      { albumDir: 'a', tags: by('Vale', { ...rg('1'), ...vale }) },
      { albumDir: 'a', tags: by('Vale', vale) },
      other,
    ]
    expect(keys(files)).toEqual(['mb:1', 'mb:1', 't:reyl|album'])
  })

  it('a file without album artist joins the album artist of its directory', () => {
    expect(
      distinct([
        { albumDir: 'a', tags: by('Vale', { albumArtists: ['Vale'] }) },
        { albumDir: 'a', tags: by('Reyl') },
      ]),
    ).toBe(1)
  })

  it('different titles and different artists stay apart', () => {
    expect(
      distinct([
        { albumDir: 'a', tags: by('Vale') },
        { albumDir: 'a', tags: by('Vale', { album: 'Other' }) },
      ]),
    ).toBe(2)
    expect(
      distinct([
        { albumDir: 'a', tags: by('Vale') },
        { albumDir: 'b', tags: by('Reyl') },
      ]),
    ).toBe(2)
  })

  it('the disc in a title does not count', () => {
    for (const title of ['Blue Hour (CD 2)', 'Blue Hour [Disc 1]', 'Blue Hour - Disc 2', 'Blue Hour CD1'])
      expect(albumTitleKey(title)).toBe('blue hour')
    expect(albumTitleKey('Disc 1')).toBe('disc 1')
    expect(albumTitleKey('Blue Hour (Deluxe Edition)')).toBe('blue hour deluxe edition')
  })

  it('a song without album title belongs to none', () => {
    expect(keys([{ albumDir: 'a', tags: by('Vale', { album: null }) }])).toEqual([undefined])
  })

  it('the order in which files are met does not matter', () => {
    const files = [
      { id: 1, albumDir: 'a', tags: by('A') },
      { id: 2, albumDir: 'a', tags: by('B', { albumArtists: ['B'] }) },
      { id: 3, albumDir: 'a', tags: by('C', rg('9')) },
      { id: 4, albumDir: 'b', tags: by('A') },
    ]
    const forth = groupAlbums(files)
    const back = groupAlbums([...files].reverse())
    for (const { id } of files) expect(back.get(id)).toEqual(forth.get(id))
  })
})

it('an album is described alike whatever the order of its files', () => {
  const witness = (relPath: string, artists: string[]) => ({
    relPath,
    durationMs: 1,
    tags: by(artists[0] ?? '', { artists }),
  })
  const files = [witness('b', ['Vale', 'Reyl']), witness('a', ['Vale', 'Ærø']), witness('c', ['Vale'])]
  expect(describeAlbum([...files].reverse())).toEqual(describeAlbum(files))
  expect(describeAlbum(files).credits.map(({ name }) => name)).toEqual(['Vale', 'Ærø'])
})

describe('what is one track', () => {
  it('is its place and title', () => {
    expect(trackKey(by('A', { track: 3, disc: 2, title: 'Night  Ferry!' }), true)).toBe('2.3|night ferry')
    expect(trackKey(by('A', { title: 'Night Ferry' }), true)).toBe('|night ferry')
    expect(trackKey(by('A feat. B', { title: 'Night Ferry' }), false)).toBe('s:a|night ferry')
  })
})
