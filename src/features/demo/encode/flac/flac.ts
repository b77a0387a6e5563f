import { createHash } from 'node:crypto'
import { interleave, type Pcm } from '../pcm.ts'
import { BLOCK_SIZE, encodeFrame } from './frame.ts'

type FlacMetadata = { vorbisComment: Buffer; picture?: Buffer | undefined }
/** The part of a FLAC file that does not depend on its tags. */
type FlacAudio = { streamInfo: Buffer; frames: Buffer }

const BLOCK = { streamInfo: 0, padding: 1, vorbisComment: 4, picture: 6 }
// Room for a tagger to write into without moving the sound.
const PADDING = 1024

/** A FLAC file (RFC 9639): fixed predictors, Rice coding, stereo decorrelation; 16 bit, one or two channels. */
export function encodeFlac(pcm: Pcm, metadata: FlacMetadata): Buffer {
  return joinFlac(encodeFlacAudio(pcm), metadata)
}

export function joinFlac(audio: FlacAudio, { vorbisComment, picture }: FlacMetadata): Buffer {
  return Buffer.concat([
    Buffer.from('fLaC'),
    block(BLOCK.streamInfo, audio.streamInfo),
    block(BLOCK.vorbisComment, vorbisComment),
    ...(picture ? [block(BLOCK.picture, picture)] : []),
    block(BLOCK.padding, Buffer.alloc(PADDING), true),
    audio.frames,
  ])
}

export function encodeFlacAudio(pcm: Pcm): FlacAudio {
  const total = pcm.channels[0]?.length ?? 0
  const frames: Uint8Array[] = []
  for (let start = 0; start < total; start += BLOCK_SIZE) {
    const slices = pcm.channels.map((channel) => new Int32Array(channel.subarray(start, start + BLOCK_SIZE)))
    frames.push(encodeFrame(slices, frames.length))
  }
  const sizes = frames.map((frame) => frame.length)
  return { streamInfo: streamInfo(pcm, total, sizes), frames: Buffer.concat(frames) }
}

function streamInfo(pcm: Pcm, total: number, frameSizes: readonly number[]): Buffer {
  const body = Buffer.alloc(34)
  body.writeUInt16BE(BLOCK_SIZE, 0)
  body.writeUInt16BE(BLOCK_SIZE, 2)
  body.writeUIntBE(
    frameSizes.reduce((a, b) => Math.min(a, b), 0xffffff),
    4,
    3,
  )
  body.writeUIntBE(
    frameSizes.reduce((a, b) => Math.max(a, b), 0),
    7,
    3,
  )
  // 20 bits of rate, 3 of channels - 1, 5 of depth - 1, 36 of length.
  body.writeUInt32BE(((pcm.sampleRate << 12) | ((pcm.channels.length - 1) << 9) | (15 << 4)) >>> 0, 10)
  body.writeUInt32BE(total, 14)
  createHash('md5').update(interleave(pcm)).digest().copy(body, 18)
  return body
}

function block(type: number, body: Buffer, last = false): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(((((last ? 0x80 : 0) | type) << 24) >>> 0) + body.length, 0)
  return Buffer.concat([head, body])
}
