import { imageMime, replayGainPairs, type Tags } from './tags.ts'

const VENDOR = 'Animo'

/** A Vorbis comment block (FLAC, Opus): little-endian lengths, UTF-8 `NAME=value`, a name once for each value. */
export function vorbisComment(tags: Tags, extra: readonly [string, string][] = []): Buffer {
  const lines = [...commentPairs(tags), ...extra].map(([name, value]) => sized(Buffer.from(`${name}=${value}`)))
  return Buffer.concat([sized(Buffer.from(VENDOR)), uint32(lines.length), ...lines])
}

function commentPairs(tags: Tags): [string, string][] {
  const mb = tags.musicbrainz
  const many = (name: string, values: readonly string[] = []) => values.map((value): [string, string] => [name, value])
  const one = (name: string, value: string | number | undefined) => many(name, value === undefined ? [] : [`${value}`])
  return [
    ...one('TITLE', tags.title),
    ...many('ARTIST', tags.artist === undefined ? tags.artists : [tags.artist]),
    ...many('ARTISTS', tags.artist === undefined ? [] : tags.artists),
    ...one('ALBUM', tags.album),
    ...one('ALBUMARTIST', tags.albumArtist),
    ...one('TRACKNUMBER', tags.track),
    ...one('TRACKTOTAL', tags.trackTotal),
    ...one('DISCNUMBER', tags.disc),
    ...one('DISCTOTAL', tags.discTotal),
    ...one('DATE', tags.date),
    ...many('GENRE', tags.genres),
    ...one('BPM', tags.bpm),
    ...one('ISRC', tags.isrc),
    ...one('COMPILATION', tags.compilation ? 1 : undefined),
    ...one('LYRICS', tags.lyrics),
    ...one('MUSICBRAINZ_TRACKID', mb?.recording),
    ...one('MUSICBRAINZ_RELEASETRACKID', mb?.track),
    ...one('MUSICBRAINZ_ALBUMID', mb?.release),
    ...one('MUSICBRAINZ_RELEASEGROUPID', mb?.releaseGroup),
    ...many('MUSICBRAINZ_ARTISTID', mb?.artists),
    ...many('MUSICBRAINZ_ALBUMARTISTID', mb?.albumArtists),
    ...replayGainPairs(tags.replayGain),
  ]
}

/** The picture structure that FLAC keeps in a block and Ogg as base64 in METADATA_BLOCK_PICTURE. */
export function pictureBlock(picture: Buffer, size: { width: number; height: number }): Buffer {
  const frontCover = 3
  return Buffer.concat([
    uint32Big(frontCover),
    sizedBig(Buffer.from(imageMime(picture))),
    sizedBig(Buffer.from('Front cover')),
    ...[size.width, size.height, 24, 0].map(uint32Big),
    sizedBig(picture),
  ])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function uint32Big(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

const sized = (bytes: Buffer) => Buffer.concat([uint32(bytes.length), bytes])
const sizedBig = (bytes: Buffer) => Buffer.concat([uint32Big(bytes.length), bytes])
