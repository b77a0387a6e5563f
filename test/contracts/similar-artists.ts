import { expect } from 'vitest'
import type { ArtistRef } from '../../src/providers/ports.ts'
import { checkRanked } from './checks.ts'
import { describePort, type Start } from './port.ts'

export function describeSimilarArtists(name: string, start: Start, examples: { known: ArtistRef; unknown: ArtistRef }) {
  describePort(name, 'similarArtists', start, {
    found: (port, ask) => port.similar(examples.known, 5, ask),
    nothing: (port, ask) => port.similar(examples.unknown, 5, ask),
    empty: [],
    check(artists) {
      expect(artists.length).toBeLessThanOrEqual(5)
      checkRanked(artists.map(({ score }) => score))
      const doubles = artists.map((artist) => JSON.stringify([artist.name, artist.ids]))
      expect(new Set(doubles).size).toBe(artists.length)
    },
  })
}
