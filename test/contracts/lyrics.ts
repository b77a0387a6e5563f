import { expect } from 'vitest'
import type { TrackRef } from '../../src/providers/ports.ts'
import { describePort, type Start } from './port.ts'

export function describeLyrics(name: string, start: Start, examples: { known: TrackRef; unknown: TrackRef }) {
  describePort(name, 'lyrics', start, {
    found: (port, ask) => port.lyrics(examples.known, ask),
    nothing: (port, ask) => port.lyrics(examples.unknown, ask),
    empty: null,
    check({ instrumental, plain, synced }) {
      if (instrumental) expect([plain, synced]).toEqual([null, null])
      else expect(plain?.trim() || synced?.trim()).toBeTruthy()
      if (synced) expect(synced).toMatch(/^\[\d+:\d\d(\.\d+)?\]/m)
    },
  })
}
