import type { Format } from '../catalogue/types.ts'
import { id3Tag } from '../tags/id3.ts'
import type { ReplayGain, Tags } from '../tags/tags.ts'
import { pictureBlock, vorbisComment } from '../tags/vorbis.ts'
import { encodeFlac } from './flac/flac.ts'
import { encodeOpusPackets, muxOpus } from './ogg/opus.ts'
import type { Pcm } from './pcm.ts'
import { encodeWav } from './wav.ts'

const OPUS = { bitrate: 96000, complexity: 5 }
const COVER = { width: 600, height: 600 }
// ReplayGain's reference is 5 LU above that of R128, which Opus counts in 1/256 dB (RFC 7845, 5.2.1).
const R128_OFFSET = -5

/** A whole file of the format, tags and cover inside. `serial` numbers the Ogg stream. */
export function encodeFile(format: Format, pcm: Pcm, tags: Tags, serial: number): Buffer {
  const picture = tags.cover && pictureBlock(tags.cover, COVER)
  if (format === 'wav') return encodeWav(pcm, id3Tag(tags))
  if (format === 'flac') return encodeFlac(pcm, { vorbisComment: vorbisComment(tags), picture })
  const extra: [string, string][] = picture ? [['METADATA_BLOCK_PICTURE', picture.toString('base64')]] : []
  const comment = vorbisComment(tags, [...r128Pairs(tags.replayGain), ...extra])
  return muxOpus(encodeOpusPackets(pcm, OPUS), pcm, comment, serial)
}

/** Opus has gains of its own; the older names stay beside them because most players and libraries read only those. */
function r128Pairs(gain: ReplayGain | undefined): [string, string][] {
  if (!gain) return []
  const q78 = (decibels: number) => `${Math.round((decibels + R128_OFFSET) * 256)}`
  const album: [string, string][] = gain.albumGain === undefined ? [] : [['R128_ALBUM_GAIN', q78(gain.albumGain)]]
  return [['R128_TRACK_GAIN', q78(gain.trackGain)], ...album]
}
