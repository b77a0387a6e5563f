import { expect } from 'vitest'
import type { ArtistRef } from '../../src/providers/ports.ts'
import { checkTrack } from './checks.ts'
import { describePort, type Start } from './port.ts'

export function describeTopTracks(name: string, start: Start, examples: { known: ArtistRef; unknown: ArtistRef }) {
  describePort(name, 'topTracks', start, {
    found: (port, ask) => port.topTracks(examples.known, 5, ask),
    nothing: (port, ask) => port.topTracks(examples.unknown, 5, ask),
    empty: [],
    check(tracks) {
      expect(tracks).toHaveLength(5)
      for (const track of tracks) checkTrack(track)
    },
  })
}
