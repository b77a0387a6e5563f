import { expect } from 'vitest'
import type { ArtistRef, TrackRef } from '../../src/providers/ports.ts'
import { checkTrack } from './checks.ts'
import { describePort, type Start } from './port.ts'

type Examples = { artists: readonly ArtistRef[]; tracks: readonly TrackRef[] }

export function describeRecommendations(name: string, start: Start, seeds: Examples) {
  describePort(name, 'recommendations', start, {
    found: (port, ask) => port.recommend(seeds, 5, ask),
    nothing: (port, ask) => port.recommend({ artists: [], tracks: [] }, 5, ask),
    empty: [],
    check(tracks) {
      expect(tracks.length).toBeLessThanOrEqual(5)
      for (const track of tracks) checkTrack(track)
    },
  })
}
