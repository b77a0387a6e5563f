import type { ArtistRef } from '../../src/providers/ports.ts'
import { checkPicture } from './checks.ts'
import { describePort, type Start } from './port.ts'

export function describeArtistImages(name: string, start: Start, examples: { known: ArtistRef; unknown: ArtistRef }) {
  describePort(name, 'artistImages', start, {
    found: (port, ask) => port.images(examples.known, ask),
    nothing: (port, ask) => port.images(examples.unknown, ask),
    empty: [],
    check: (pictures) => pictures.forEach(checkPicture),
  })
}
