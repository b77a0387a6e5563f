import { expect } from 'vitest'
import type { ArtistRef } from '../../src/providers/ports.ts'
import { checkRanked } from './checks.ts'
import { describePort, type Start } from './port.ts'

export function describeGenres(name: string, start: Start, examples: { known: ArtistRef; unknown: ArtistRef }) {
  describePort(name, 'genres', start, {
    found: (port, ask) => port.genres(examples.known, ask),
    nothing: (port, ask) => port.genres(examples.unknown, ask),
    empty: [],
    check(genres) {
      checkRanked(genres.map(({ weight }) => weight))
      expect(genres[0]?.weight).toBe(1)
      expect(new Set(genres.map((genre) => genre.name)).size).toBe(genres.length)
    },
  })
}
