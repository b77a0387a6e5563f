import { expect } from 'vitest'
import type { ArtistRef } from '../../src/providers/ports.ts'
import { checkPercent } from './checks.ts'
import { describePort, type Start } from './port.ts'

export function describePopularity(name: string, start: Start, examples: { known: ArtistRef; unknown: ArtistRef }) {
  describePort(name, 'popularity', start, {
    found: (port, ask) => port.ofArtist(examples.known, ask),
    nothing: (port, ask) => port.ofArtist(examples.unknown, ask),
    empty: null,
    check({ popularity, followers, listeners, plays }) {
      checkPercent(popularity)
      const counts = [popularity, followers, listeners, plays].filter((value) => value !== null)
      expect(counts).not.toEqual([])
      for (const count of counts) expect(count).toBeGreaterThanOrEqual(0)
    },
  })
}
