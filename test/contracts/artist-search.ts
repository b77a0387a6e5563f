import { expect } from 'vitest'
import { checkPercent, checkPicture } from './checks.ts'
import { describePort, type Start } from './port.ts'

export function describeArtistSearch(name: string, start: Start, examples: { known: string; unknown: string }) {
  describePort(name, 'artistSearch', start, {
    found: (port, ask) => port.searchArtists(examples.known, 10, ask),
    nothing: (port, ask) => port.searchArtists(examples.unknown, 10, ask),
    empty: [],
    check(artists) {
      expect(artists[0]?.name).toBe(examples.known)
      expect(artists.length).toBeLessThanOrEqual(10)
      for (const artist of artists) {
        expect(Object.keys(artist.ids)).not.toEqual([])
        expect(artist.score >= 0 && artist.score <= 1).toBe(true)
        checkPercent(artist.popularity)
        if (artist.picture) checkPicture(artist.picture)
      }
    },
  })
}
