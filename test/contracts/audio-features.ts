import { expect } from 'vitest'
import type { TrackRef } from '../../src/providers/ports.ts'
import { describePort, type Start } from './port.ts'

export function describeAudioFeatures(name: string, start: Start, examples: { known: TrackRef; unknown: TrackRef }) {
  describePort(name, 'audioFeatures', start, {
    found: (port, ask) => port.features([examples.known, examples.unknown], ask),
    nothing: (port, ask) => port.features([examples.unknown], ask),
    empty: [],
    check(features) {
      expect(features).toHaveLength(1)
      for (const { valence, energy } of features)
        for (const value of [valence, energy]) expect(value === null || (value >= 0 && value <= 1)).toBe(true)
    },
  })
}
