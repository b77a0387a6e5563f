import { describe, expect, it } from 'vitest'
import { albumFormat, formatOf, formatText } from '../../../web/features/library/albums/detail/formats.ts'
import { artistColor, releaseKind, releasesOf } from '../../../web/features/library/artists/detail/releases.ts'
import { reasonKey } from '../../../web/features/library/folders/scans/reasons.ts'
import type { TrackRow } from '../../../web/lib/api/models.ts'
import { album, artist, file, item } from './items.ts'

describe('a discography', () => {
  it('has a tab for each kind there is, in their order', () => {
    const albums = [
      album({ id: 1, release_type: 'single' }),
      album({ id: 2, release_type: 'ALBUM' }),
      album({ id: 3, release_type: 'album', is_compilation: true }),
      album({ id: 4, release_type: 'mixtape/street' }),
    ]
    const groups = releasesOf({ truncated: false, artist: artist(), albums }, [])
    expect(groups.map(({ tab, releases }) => [tab, releases.map(({ id }) => id)])).toEqual([
      ['album', [2]],
      ['single', [1]],
      ['compilation', [3]],
      ['other', [4]],
    ])
  })

  it('puts guest appearances in a tab of their own, each record once', () => {
    const guest = album({ id: 5, artists: [{ id: 7, name: 'Nina', role: 'featured', join_phrase: '' }] })
    const credited = [item({ album_id: 9 }), item({ album_id: 9 }), item({ album_id: 1 }), item({ album_id: null })]
    const groups = releasesOf({ truncated: false, artist: artist(), albums: [album({ id: 1 }), guest] }, credited)
    expect(groups.find(({ tab }) => tab === 'appears')?.releases.map(({ id }) => id)).toEqual([5, 9])
  })

  it('takes the colour of the record whose cover stands for the artist', () => {
    const albums = [
      album({ id: 1, cover_color: '#111111', images: [{ url: '/a' }] }),
      album({ id: 2, cover_color: '#222222', images: [{ url: '/b' }] }),
    ]
    expect(artistColor({ truncated: false, artist: artist({ images: [{ url: '/b' }] }), albums })).toBe('#222222')
    expect(artistColor({ truncated: false, artist: artist(), albums })).toBe('#111111')
    expect(artistColor({ truncated: false, artist: artist(), albums: [] })).toBeNull()
  })

  it('calls an unknown kind by a plain word', () => {
    expect([releaseKind('live', false), releaseKind('appears', false), releaseKind('', true)]).toEqual([
      'live',
      'other',
      'compilation',
    ])
  })
})

describe('formats', () => {
  const text = (over: Parameters<typeof file>[0]) => formatText(formatOf(file(over)), 'en')

  it('tells lossless files by their sampling and the others by their rate', () => {
    expect(text({})).toBe('FLAC 44.1 kHz / 16 bit')
    expect(text({ sample_rate: null, bit_depth: null })).toBe('FLAC')
    expect(text({ codec: 'MPEG 1 Layer 3', lossless: false, bitrate: 320_000 })).toBe('MP3 320 kbps')
    expect(text({ codec: 'strange', lossless: false, bitrate: null })).toBe('STRANGE')
    expect(formatText(formatOf(file()), 'es')).toBe('FLAC 44,1 kHz / 16 bit')
  })

  it('names the format of an album only when it has one', () => {
    const track = (over: Parameters<typeof file>[0]) => ({ file: file(over) }) as unknown as TrackRow
    const mp3 = { codec: 'MP3', lossless: false }
    expect(albumFormat([track({}), track({})], 'en')).toBe('FLAC 44.1 kHz / 16 bit')
    expect(albumFormat([track({ ...mp3, bitrate: 190_000 }), track({ ...mp3, bitrate: 210_000 })], 'en')).toBe('MP3')
    expect(albumFormat([track({}), track(mp3)], 'en')).toBeNull()
    expect(albumFormat([], 'en')).toBeNull()
  })
})

describe('reasons of a scan', () => {
  it('are known by their sentence, and nothing else is', () => {
    expect(reasonKey('The file is empty')).toBe('empty')
    expect([reasonKey('Something new'), reasonKey('toString'), reasonKey('')]).toEqual([null, null, null])
  })
})
