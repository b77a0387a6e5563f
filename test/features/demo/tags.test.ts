import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { parseBuffer } from 'music-metadata'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Tags } from '../../../src/features/demo/tags/tags.ts'
import { taggedFlac } from '../../support/audio/tagged-flac.ts'
import { taggedMp3 } from '../../support/audio/tagged-mp3.ts'

let cover: Buffer
beforeAll(async () => {
  cover = await readFile(new URL('../../fixtures/audio/cover.jpg', import.meta.url))
})

const WRITERS = { mp3: (tags: Tags) => taggedMp3(tags), flac: taggedFlac }
const TYPES = { mp3: 'audio/mpeg', flac: 'audio/flac' }
const FORMATS = ['mp3', 'flac'] as const
const parse = async (format: 'mp3' | 'flac', tags: Tags) =>
  parseBuffer(WRITERS[format](tags), { mimeType: TYPES[format] }, { duration: true })

const full: Tags = {
  title: 'Ñandú 星',
  artist: 'Zoë feat. 林',
  artists: ['Zoë', '林'],
  albumArtist: 'Zoë',
  album: 'Ærø',
  track: 3,
  trackTotal: 12,
  disc: 1,
  discTotal: 2,
  date: '2007-05-21',
  genres: ['Folk', 'World'],
  bpm: 100,
  isrc: 'XXANM2600001',
  musicbrainz: {
    recording: '00000000-0000-4000-8000-000000000001',
    track: '00000000-0000-4000-8000-000000000002',
    release: '00000000-0000-4000-8000-000000000003',
    releaseGroup: '00000000-0000-4000-8000-000000000004',
    artists: ['00000000-0000-4000-8000-000000000005', '00000000-0000-4000-8000-000000000006'],
    albumArtists: ['00000000-0000-4000-8000-000000000005'],
  },
  compilation: true,
  replayGain: { trackGain: -3.25, trackPeak: 0.812345, albumGain: -2.5, albumPeak: 0.901234 },
  lyrics: 'uno\ndos',
}

describe.each(FORMATS)('a tagged %s', (format) => {
  it('reads back exactly, without a warning', async () => {
    const { common, format: sound, quality } = await parse(format, { ...full, cover })
    expect(common).toMatchObject({
      title: 'Ñandú 星',
      artist: 'Zoë feat. 林',
      artists: ['Zoë', '林'],
      albumartist: 'Zoë',
      album: 'Ærø',
      track: { no: 3, of: 12 },
      disk: { no: 1, of: 2 },
      date: '2007-05-21',
      genre: ['Folk', 'World'],
      bpm: 100,
      isrc: ['XXANM2600001'],
      compilation: true,
      musicbrainz_recordingid: full.musicbrainz!.recording,
      musicbrainz_trackid: full.musicbrainz!.track,
      musicbrainz_albumid: full.musicbrainz!.release,
      musicbrainz_releasegroupid: full.musicbrainz!.releaseGroup,
      musicbrainz_artistid: full.musicbrainz!.artists,
      musicbrainz_albumartistid: full.musicbrainz!.albumArtists,
    })
    const gains = [common.replaygain_track_gain!.dB, common.replaygain_album_gain!.dB]
    expect(gains).toEqual([-3.25, -2.5])
    expect(common.replaygain_track_peak!.ratio).toBeCloseTo(0.812345, 6)
    expect(common.lyrics!.map(({ text }) => text)).toEqual(['uno\ndos'])
    expect(Buffer.from(common.picture![0]!.data).equals(cover)).toBe(true)
    expect(common.picture![0]!.format).toBe('image/jpeg')
    expect(sound.duration).toBeGreaterThan(0.3)
    expect(quality.warnings).toEqual([])
  })

  it('keeps any text and any number of artists', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((value) => /^[^\s\p{C}].*[^\s\p{C}]$/u.test(value))
    const tags = fc.record({ title: text, artists: fc.uniqueArray(text, { minLength: 1, maxLength: 4 }), album: text })
    await fc.assert(
      fc.asyncProperty(tags, async (given) => {
        const { common } = await parse(format, given)
        expect({ title: common.title, artists: common.artists, album: common.album }).toEqual(given)
      }),
      { numRuns: 60 },
    )
  })
})

describe('taggedMp3', () => {
  it('is small, and salt changes the sound but not the tags', async () => {
    const tags = { title: 'T', artists: ['A'] }
    const [plain, a, b] = [taggedMp3(tags), taggedMp3(tags, { salt: 'a' }), taggedMp3(tags, { salt: 'b' })]
    expect(plain.length).toBeLessThan(4096)
    expect(a.equals(b) || a.equals(plain)).toBe(false)
    expect(a.length).toBe(plain.length)
    const [one, other] = await Promise.all(
      [a, b].map((file) => parseBuffer(file, { mimeType: 'audio/mpeg' }, { duration: true })),
    )
    expect(one!.format.duration).toBe(other!.format.duration)
    expect(one!.common).toEqual(other!.common)
  })
})
