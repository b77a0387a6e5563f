/** The two checks of a FLAC frame: CRC-8 (x^8+x^2+x+1) over its header, CRC-16 (x^16+x^15+x^2+1) over all of it. */
const table8 = new Uint8Array(256).map((_, byte) => fold(byte, 8, 0x07))
const table16 = new Uint16Array(256).map((_, byte) => fold(byte << 8, 16, 0x8005))

export function crc8(bytes: Uint8Array): number {
  let crc = 0
  for (let i = 0; i < bytes.length; i++) crc = table8[crc ^ (bytes[i] ?? 0)] ?? 0
  return crc
}

export function crc16(bytes: Uint8Array): number {
  let crc = 0
  for (let i = 0; i < bytes.length; i++) {
    crc = ((crc << 8) & 0xffff) ^ (table16[(crc >>> 8) ^ (bytes[i] ?? 0)] ?? 0)
  }
  return crc
}

function fold(start: number, width: number, polynomial: number): number {
  const top = 1 << (width - 1)
  let crc = start
  for (let bit = 0; bit < 8; bit++) crc = crc & top ? (crc << 1) ^ polynomial : crc << 1
  return crc & (2 ** width - 1)
}
