import { expect } from 'vitest'
import type { Scrobble } from '../../src/providers/ports.ts'
import { describePort, type Start } from './port.ts'

/** A listening of a made-up song, `minutes` ago. */
export const scrobble = (minutes: number, more: Partial<Scrobble> = {}): Scrobble => ({
  artist: 'Night Ferry',
  track: `Tide Table ${minutes}`,
  album: 'Harbour Lights',
  albumArtist: null,
  trackNumber: 3,
  durationMs: 241_333,
  recordingMbid: null,
  startedAt: new Date(Date.now() - minutes * 60_000),
  ...more,
})

export function describeScrobbler(name: string, start: Start, examples: { token: string }) {
  describePort(name, 'scrobbler', start, {
    found: (port, ask) => port.scrobble(examples.token, [scrobble(20), scrobble(10)], ask),
    nothing: (port, ask) => port.scrobble(examples.token, [], ask),
    empty: [],
    check: (outcomes) => expect(outcomes).toEqual(['taken', 'taken']),
  })
}
