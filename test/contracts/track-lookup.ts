import { expect } from 'vitest'
import { checkTrack } from './checks.ts'
import { describePort, type Start } from './port.ts'

type Examples = { isrc: string; title: string; unknown: string }

export function describeTrackLookup(name: string, start: Start, { isrc, title, unknown }: Examples) {
  describePort(name, 'trackLookup', start, {
    found: (port, ask) => port.byIsrc(isrc, ask),
    nothing: (port, ask) => port.byIsrc(unknown, ask),
    empty: null,
    check(track) {
      expect(track.title).toBe(title)
      checkTrack(track)
    },
  })
}
