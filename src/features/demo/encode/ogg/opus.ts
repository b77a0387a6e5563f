import OpusScript from 'opusscript'
import { interleave, type Pcm } from '../pcm.ts'
import { type OggGroup, oggStream } from './page.ts'

const FRAME = 960
const PACKETS_A_PAGE = 50
const OPUS_SET_COMPLEXITY = 4010
// What libopus adds at 48 kHz with OPUS_APPLICATION_AUDIO: 2.5 ms look-ahead and 4 ms delay compensation.
const PRE_SKIP = 312

type OpusOptions = { bitrate: number; complexity: number }

/** Opus packets of 20 ms; the sound must be 48 kHz. The tail is padded so that the pre-skip loses nothing. */
export function encodeOpusPackets(pcm: Pcm, { bitrate, complexity }: OpusOptions): Buffer[] {
  if (pcm.sampleRate !== 48000) throw new RangeError(`Opus input must be 48000 Hz, not ${pcm.sampleRate}`)
  const frameBytes = FRAME * 2 * pcm.channels.length
  const samples = interleave(pcm)
  const total = (pcm.channels[0]?.length ?? 0) + PRE_SKIP
  const padded = Buffer.alloc(Math.ceil(total / FRAME) * frameBytes)
  samples.copy(padded)
  const encoder = new OpusScript(48000, pcm.channels.length, OpusScript.Application.AUDIO)
  try {
    encoder.setBitrate(bitrate)
    encoder.encoderCTL(OPUS_SET_COMPLEXITY, complexity)
    const packets: Buffer[] = []
    for (let at = 0; at < padded.length; at += frameBytes) {
      packets.push(encoder.encode(padded.subarray(at, at + frameBytes), FRAME))
    }
    return packets
  } finally {
    encoder.delete()
  }
}

/** An Ogg Opus file (RFC 7845). `comment` is a Vorbis comment block without its framing bit. */
export function muxOpus(packets: readonly Buffer[], pcm: Pcm, comment: Buffer, serial: number): Buffer {
  const groups: OggGroup[] = [
    { packets: [opusHead(pcm.channels.length)], granule: 0n },
    { packets: [Buffer.concat([Buffer.from('OpusTags'), comment])], granule: 0n },
  ]
  // The last granule position cuts the padding off again.
  const end = (pcm.channels[0]?.length ?? 0) + PRE_SKIP
  for (let at = 0; at < packets.length; at += PACKETS_A_PAGE) {
    const chunk = packets.slice(at, at + PACKETS_A_PAGE)
    groups.push({ packets: chunk, granule: BigInt(Math.min((at + chunk.length) * FRAME, end)) })
  }
  return oggStream(serial, groups)
}

function opusHead(channels: number): Buffer {
  const head = Buffer.alloc(19, 'OpusHead', 'latin1')
  head[8] = 1
  head[9] = channels
  head.writeUInt16LE(PRE_SKIP, 10)
  head.writeUInt32LE(48000, 12)
  head.writeUInt16LE(0, 16)
  head[18] = 0
  return head
}
