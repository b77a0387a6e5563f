import { imageMime, replayGainPairs, type Tags } from './tags.ts'

const UTF8 = Buffer.of(3)
const NUL = Buffer.of(0)
const LANGUAGE = Buffer.from('und')
const FRONT_COVER = Buffer.of(3)

/** An ID3v2.4 tag: UTF-8 text, several values of one frame parted by NUL. */
export function id3Tag(tags: Tags): Buffer {
  const body = Buffer.concat(frames(tags))
  return Buffer.concat([Buffer.from('ID3\x04\x00\x00', 'latin1'), synchsafe(body.length), body])
}

function frames(tags: Tags): Buffer[] {
  return [...textFrames(tags), ...userFrames(tags), ...otherFrames(tags)]
}

function textFrames(tags: Tags): Buffer[] {
  const texts: [string, readonly string[]][] = [
    ['TIT2', [tags.title]],
    ['TPE1', tags.artist === undefined ? tags.artists : [tags.artist]],
    ['TPE2', given(tags.albumArtist)],
    ['TALB', given(tags.album)],
    ['TRCK', part(tags.track, tags.trackTotal)],
    ['TPOS', part(tags.disc, tags.discTotal)],
    ['TDRC', given(tags.date)],
    ['TCON', tags.genres ?? []],
    ['TBPM', given(tags.bpm)],
    ['TSRC', given(tags.isrc)],
    ['TCMP', given(tags.compilation ? 1 : undefined)],
  ]
  return texts.flatMap(([id, values]) => (values.length > 0 ? [frame(id, UTF8, joined(values))] : []))
}

function userFrames(tags: Tags): Buffer[] {
  const mb = tags.musicbrainz
  const pairs: [string, readonly string[]][] = [
    ['ARTISTS', tags.artist === undefined ? [] : tags.artists],
    ['MusicBrainz Release Track Id', given(mb?.track)],
    ['MusicBrainz Album Id', given(mb?.release)],
    ['MusicBrainz Release Group Id', given(mb?.releaseGroup)],
    ['MusicBrainz Artist Id', mb?.artists ?? []],
    ['MusicBrainz Album Artist Id', mb?.albumArtists ?? []],
    ...replayGainPairs(tags.replayGain).map(([name, value]): [string, string[]] => [name, [value]]),
  ]
  return pairs.flatMap(([name, values]) =>
    values.length > 0 ? [frame('TXXX', UTF8, Buffer.from(name), NUL, joined(values))] : [],
  )
}

function otherFrames({ musicbrainz, lyrics, cover }: Tags): Buffer[] {
  const out: Buffer[] = []
  const recording = musicbrainz?.recording
  if (recording) out.push(frame('UFID', Buffer.from('http://musicbrainz.org'), NUL, Buffer.from(recording)))
  if (lyrics !== undefined) out.push(frame('USLT', UTF8, LANGUAGE, NUL, Buffer.from(lyrics)))
  if (cover) out.push(frame('APIC', UTF8, Buffer.from(imageMime(cover)), NUL, FRONT_COVER, NUL, cover))
  return out
}

const given = (value: string | number | undefined): string[] => (value === undefined ? [] : [`${value}`])
const joined = (values: readonly string[]) => Buffer.from(values.join('\0'))

function part(number: number | undefined, total: number | undefined): string[] {
  if (number === undefined) return []
  return [total === undefined ? `${number}` : `${number}/${total}`]
}

function frame(id: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(id), synchsafe(body.length), Buffer.alloc(2), body])
}

/** Sizes use 7 bits a byte, so that no byte can be mistaken for the start of an MPEG frame. */
function synchsafe(value: number): Buffer {
  return Buffer.of((value >> 21) & 127, (value >> 14) & 127, (value >> 7) & 127, value & 127)
}
