import type { AlbumRef } from '../../src/providers/ports.ts'
import { checkPicture } from './checks.ts'
import { describePort, type Start } from './port.ts'

export function describeCoverArt(name: string, start: Start, examples: { known: AlbumRef; unknown: AlbumRef }) {
  describePort(name, 'coverArt', start, {
    found: (port, ask) => port.covers(examples.known, ask),
    nothing: (port, ask) => port.covers(examples.unknown, ask),
    empty: [],
    check: (pictures) => pictures.forEach(checkPicture),
  })
}
