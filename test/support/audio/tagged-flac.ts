import { encodeFlacAudio, joinFlac } from '../../../src/features/demo/encode/flac/flac.ts'
import type { Tags } from '../../../src/features/demo/tags/tags.ts'
import { pictureBlock, vorbisComment } from '../../../src/features/demo/tags/vorbis.ts'

const SILENCE = encodeFlacAudio({ sampleRate: 8000, channels: [new Int16Array(4000)] })

/** A valid FLAC file: half a second of silence and the tags. */
export function taggedFlac(tags: Tags): Buffer {
  const picture = tags.cover && pictureBlock(tags.cover, { width: 0, height: 0 })
  return joinFlac(SILENCE, { vorbisComment: vorbisComment(tags), picture })
}
