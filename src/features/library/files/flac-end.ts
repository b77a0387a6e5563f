/** What the last frame of a FLAC file says about where its audio ends. */
type Frame = { number: number; variable: boolean; blockSize: number }

/** Longest frame header: 4 bytes, a number of up to 7, two optional fields of 2, and the checksum. */
const LONGEST_HEADER = 16
const CRC8 = Uint8Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : crc << 1
  return crc
})

/**
 * Does the audio of a FLAC file stop before the length that its header states? Looks for the last frame header
 * (RFC 9639, section 9.1; its CRC-8 keeps chance matches out) in the last bytes. `head` begins at the file's start.
 * `wholeFile`: the tail is all there is, so that no header means no audio. false also when it cannot be told.
 */
export function flacIsCut(head: Buffer, tail: Buffer, wholeFile: boolean): boolean {
  if (head.length < 26 || head.toString('latin1', 0, 4) !== 'fLaC') return false
  const largestBlock = head.readUInt16BE(10)
  const stated = Number(head.readBigUInt64BE(18) & 0xf_ffff_ffffn)
  const frame = lastFrame(tail)
  if (stated === 0) return false
  if (!frame) return wholeFile
  const start = frame.variable ? frame.number : frame.number * largestBlock
  return start + frame.blockSize < stated
}

function lastFrame(tail: Buffer): Frame | null {
  for (let at = tail.length - 6; at >= 0; at--) {
    if (tail[at] === 0xff && ((tail[at + 1] ?? 0) & 0xfe) === 0xf8) {
      const frame = readHeader(tail.subarray(at, at + LONGEST_HEADER))
      if (frame) return frame
    }
  }
  return null
}

function readHeader(bytes: Buffer): Frame | null {
  const [, second = 0, sizes = 0, channels = 0] = bytes
  const blockCode = sizes >> 4
  const rateCode = sizes & 0x0f
  if (blockCode === 0 || rateCode === 0x0f || channels >> 4 > 10 || (channels & 1) === 1) return null
  const coded = readNumber(bytes, 4)
  if (!coded) return null
  const extraBlock = blockCode === 6 ? 1 : blockCode === 7 ? 2 : 0
  const extraRate = rateCode === 12 ? 1 : rateCode === 13 || rateCode === 14 ? 2 : 0
  const end = coded.end + extraBlock + extraRate
  if (end >= bytes.length || bytes[end] !== checksum(bytes.subarray(0, end))) return null
  const blockSize = extraBlock ? bytes.readUIntBE(coded.end, extraBlock) + 1 : blockSizeOf(blockCode)
  return { number: coded.value, variable: (second & 1) === 1, blockSize }
}

const blockSizeOf = (code: number): number => (code === 1 ? 192 : code < 6 ? 576 << (code - 2) : 256 << (code - 8))

const checksum = (bytes: Buffer): number => bytes.reduce((crc, byte) => CRC8[crc ^ byte] ?? 0, 0)

/** The frame or sample number, coded like a UTF-8 character of up to seven bytes. */
function readNumber(bytes: Buffer, at: number): { value: number; end: number } | null {
  const first = bytes[at] ?? 0xff
  if (first < 0x80) return { value: first, end: at + 1 }
  const length = Math.clz32(~(first << 24))
  if (length < 2 || length > 7) return null
  let value = length === 7 ? 0 : first & (0x7f >> length)
  for (let next = 1; next < length; next++) {
    const byte = bytes[at + next] ?? 0
    if ((byte & 0xc0) !== 0x80) return null
    value = value * 64 + (byte & 0x3f)
  }
  return { value, end: at + length }
}
