import { describe, expect, it } from 'vitest'
import { albumFormat, formatOf, formatText } from '../../../web/features/library/albums/detail/formats.ts'
import { artistColor, releaseKind, releasesOf } from '../../../web/features/library/artists/detail/releases.ts'
import { reasonKey } from '../../../web/features/library/folders/scans/reasons.ts'
import type { ArtistProfile } from '../../../web/lib/api/discography.ts'
import type { TrackRow } from '../../../web/lib/api/models.ts'
import { artist, file, item, shown } from './items.ts'

describe('a discography', () => {
  const ids = (groups: ReturnType<typeof releasesOf>) =>
    groups.map(({ tab, releases }) => [tab, releases.map(({ id }) => id)])

  it('has a tab for each kind there is, in their order', () => {
    const albums = [
      shown({ id: 1, release_type: 'single' }),
      shown({ id: 2 }),
      shown({ id: 3, release_type: 'compilation' }),
      shown({ id: 4, release_type: 'other' }),
      shown({ id: 5, release_type: 'remix' }),
    ]
    expect(ids(releasesOf(albums, []))).toEqual([
      ['album', [2]],
      ['single', [1]],
      ['compilation', [3]],
      ['remix', [5]],
      ['other', [4]],
    ])
  })

  it('shows a partly owned record among the owned ones and among the missing ones', () => {
    const albums = [
      shown({ id: 1, state: 'owned' }),
      shown({ id: 2, state: 'partly' }),
      shown({ id: 3, state: 'missing' }),
      shown({ id: 4, state: 'missing', release_type: 'ep' }),
    ]
    expect(ids(releasesOf(albums, [], 'owned'))).toEqual([['album', [1, 2]]])
    expect(ids(releasesOf(albums, [], 'missing'))).toEqual([
      ['album', [2, 3]],
      ['ep', [4]],
    ])
  })

  it('puts guest appearances in a tab of their own, each record once, never among the missing ones', () => {
    const credited = [item({ album_id: 9 }), item({ album_id: 9 }), item({ album_id: 1 }), item({ album_id: null })]
    const albums = [shown({ id: 1, state: 'missing' })]
    expect(ids(releasesOf(albums, credited))).toEqual([
      ['album', [1]],
      ['appears', [9]],
    ])
    expect(ids(releasesOf(albums, credited, 'missing'))).toEqual([['album', [1]]])
  })

  it('takes the colour of the picture, else of the record whose cover stands for the artist, else of one that is owned', () => {
    const albums = [
      shown({ id: 1, state: 'missing', cover_color: '#111111', images: [{ url: '/a' }] }),
      shown({ id: 2, cover_color: '#222222', images: [{ url: '/b' }] }),
    ]
    const of = (images: { url: string }[], image_color: string | null = null) =>
      ({ ...artist({ images }), image_color }) as unknown as ArtistProfile['artist']
    expect(artistColor({ artist: of([{ url: '/a' }], '#333333'), albums })).toBe('#333333')
    expect(artistColor({ artist: of([{ url: '/a' }]), albums })).toBe('#111111')
    expect(artistColor({ artist: of([]), albums })).toBe('#222222')
    expect(artistColor({ artist: of([]), albums: albums.slice(0, 1) })).toBe('#111111')
    expect(artistColor({ artist: of([]), albums: [] })).toBeNull()
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
