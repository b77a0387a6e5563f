const TABLE = new Uint32Array(256).map((_, byte) => {
  let crc = byte << 24
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1
  return crc >>> 0
})
const HEADER = 27
const CRC_AT = 22
const NO_PACKET_ENDS = 0xffffffffffffffffn

/** Ogg's CRC-32: polynomial 0x04c11db7, not reflected, started and ended with zero (RFC 3533). */
export function oggCrc(bytes: Uint8Array): number {
  let crc = 0
  for (let i = 0; i < bytes.length; i++) crc = (crc << 8) ^ (TABLE[((crc >>> 24) ^ (bytes[i] ?? 0)) & 255] ?? 0)
  return crc >>> 0
}

export type OggGroup = { packets: readonly Uint8Array[]; granule: bigint }

/**
 * Lays groups of packets out as pages: each group starts a page and flows over as many as it needs (a page holds at
 * most 255 segments). The granule position is that of the last packet ending on the page.
 */
export function oggStream(serial: number, groups: readonly OggGroup[]): Buffer {
  const pages: Buffer[] = []
  for (const [index, group] of groups.entries()) {
    const segments = group.packets.flatMap(segmentsOf)
    let continued = false
    for (let at = 0; at < segments.length; at += 255) {
      const chunk = segments.slice(at, at + 255)
      const ends = chunk.some((segment) => segment.length < 255)
      const last = index === groups.length - 1 && at + 255 >= segments.length
      const flags = (continued ? 1 : 0) | (pages.length === 0 ? 2 : 0) | (last ? 4 : 0)
      pages.push(page({ flags, granule: ends ? group.granule : NO_PACKET_ENDS, serial, index: pages.length }, chunk))
      continued = chunk.at(-1)?.length === 255
    }
  }
  return Buffer.concat(pages)
}

/** 255-byte pieces and one shorter (perhaps empty) piece that ends the packet. */
function segmentsOf(packet: Uint8Array): Uint8Array[] {
  const count = Math.floor(packet.length / 255) + 1
  return Array.from({ length: count }, (_, i) => packet.subarray(i * 255, i * 255 + 255))
}

type PageHead = { flags: number; granule: bigint; serial: number; index: number }

function page({ flags, granule, serial, index }: PageHead, segments: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(HEADER + segments.length)
  head.write('OggS', 0, 'latin1')
  head[5] = flags
  head.writeBigUInt64LE(granule, 6)
  head.writeUInt32LE(serial, 14)
  head.writeUInt32LE(index, 18)
  head[26] = segments.length
  for (const [i, segment] of segments.entries()) head[HEADER + i] = segment.length
  const whole = Buffer.concat([head, ...segments])
  whole.writeUInt32LE(oggCrc(whole), CRC_AT)
  return whole
}
