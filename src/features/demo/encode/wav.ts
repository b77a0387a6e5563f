import { interleave, type Pcm } from './pcm.ts'

/**
 * A RIFF/WAVE file, 16-bit PCM, with the ID3v2 tag in an `id3 ` chunk behind the sound (where taggers and players
 * look for it).
 */
export function encodeWav(pcm: Pcm, id3?: Buffer): Buffer {
  const chunks = [chunk('fmt ', format(pcm)), chunk('data', interleave(pcm)), ...(id3 ? [chunk('id3 ', id3)] : [])]
  return chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), ...chunks]))
}

function format({ sampleRate, channels }: Pcm): Buffer {
  const body = Buffer.alloc(16)
  const frameBytes = channels.length * 2
  body.writeUInt16LE(1, 0)
  body.writeUInt16LE(channels.length, 2)
  body.writeUInt32LE(sampleRate, 4)
  body.writeUInt32LE(sampleRate * frameBytes, 8)
  body.writeUInt16LE(frameBytes, 12)
  body.writeUInt16LE(16, 14)
  return body
}

function chunk(id: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8, id, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}
