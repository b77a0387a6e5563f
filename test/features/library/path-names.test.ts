import { describe, expect, it } from 'vitest'
import { albumPlace, nameFromPath } from '../../../src/features/library/files/path-names.ts'
import type { Tags } from '../../../src/features/library/files/tags.ts'

const EMPTY: Tags = {
  ...{
    title: '',
    artists: [],
    artistLine: '',
    albumArtists: [],
    album: null,
    disc: null,
    discTotal: null,
    track: null,
    trackTotal: null,
  },
  ...{ date: null, genres: [], compilation: false, releaseType: null, label: null, isrc: null, bpm: null },
  musicbrainz: { recording: null, track: null, release: null, releaseGroup: null, artists: [], albumArtists: [] },
}
const named = (path: string, tags: Partial<Tags> = {}) => {
  const { title, artists, album, track, disc } = nameFromPath({ ...EMPTY, ...tags }, path)
  return { title, artist: artists[0] ?? null, album, track, disc }
}

describe('files without tags are named from their path', () => {
  it.each([
    [
      'Nadia Vale/Blue Hour/03 - Night Ferry.mp3',
      { title: 'Night Ferry', artist: 'Nadia Vale', album: 'Blue Hour', track: 3, disc: null },
    ],
    [
      'Nadia Vale/Blue Hour/CD2/07. Night Ferry.flac',
      { title: 'Night Ferry', artist: 'Nadia Vale', album: 'Blue Hour', track: 7, disc: 2 },
    ],
    [
      'Nadia Vale/Blue Hour/2-07 Night Ferry.flac',
      { title: 'Night Ferry', artist: 'Nadia Vale', album: 'Blue Hour', track: 7, disc: 2 },
    ],
    [
      'Nadia Vale - Night Ferry.mp3',
      { title: 'Night Ferry', artist: 'Nadia Vale', album: null, track: null, disc: null },
    ],
    [
      'Mixed/Nadia_Vale - Night_Ferry.mp3',
      { title: 'Night Ferry', artist: 'Nadia Vale', album: null, track: null, disc: null },
    ],
    ['night_ferry.ogg', { title: 'night ferry', artist: null, album: null, track: null, disc: null }],
    ['1999.mp3', { title: '1999', artist: null, album: null, track: null, disc: null }],
    [
      'Nadia Vale/Blue Hour/99 Luftballons.mp3',
      { title: 'Luftballons', artist: 'Nadia Vale', album: 'Blue Hour', track: 99, disc: null },
    ],
  ])('%s', (path, expected) => {
    expect(named(path)).toEqual(expected)
  })

  it('leaves what tags say alone', () => {
    const tags = { title: 'Real', artists: ['Someone'], artistLine: 'Someone', album: 'Elsewhere', track: 9 }
    expect(named('Nadia Vale/Blue Hour/03 - Night Ferry.mp3', tags)).toEqual({
      title: 'Real',
      artist: 'Someone',
      album: 'Elsewhere',
      track: 9,
      disc: null,
    })
  })

  it('a tagged file without an album does not get one from its folder', () => {
    expect(named('Downloads/Stuff/song.mp3', { title: 'Real', artists: ['Someone'] }).album).toBeNull()
  })
})

describe('where an album lies', () => {
  it('folds disc folders into their album', () => {
    expect(albumPlace('A/B/CD 1/x.mp3')).toEqual({ albumDir: 'A/B', disc: 1 })
    expect(albumPlace('A/B/Disc 02 - Live/x.mp3')).toEqual({ albumDir: 'A/B', disc: 2 })
    expect(albumPlace('A/B/x.mp3')).toEqual({ albumDir: 'A/B', disc: null })
    expect(albumPlace('CD1/x.mp3')).toEqual({ albumDir: 'CD1', disc: null })
    expect(albumPlace('x.mp3')).toEqual({ albumDir: '', disc: null })
  })
})
