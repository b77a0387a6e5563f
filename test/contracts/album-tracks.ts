import { expect } from 'vitest'
import type { AlbumRef } from '../../src/providers/ports.ts'
import { checkTrack } from './checks.ts'
import { describePort, type Start } from './port.ts'

/** `tracks`: the titles in order. */
type Examples = { known: AlbumRef; unknown: AlbumRef; tracks: readonly string[] }

export function describeAlbumTracks(name: string, start: Start, { known, unknown, tracks }: Examples) {
  describePort(name, 'albumTracks', start, {
    found: (port, ask) => port.contents(known, ask),
    nothing: (port, ask) => port.contents(unknown, ask),
    empty: null,
    check(contents) {
      expect(contents.tracks.map(({ title }) => title)).toEqual(tracks)
      expect(Object.keys(contents.ids)).not.toEqual([])
      for (const track of contents.tracks) checkTrack(track)
      const places = contents.tracks.map(({ disc, position }) => `${disc}/${position}`)
      expect(new Set(places).size).toBe(places.length)
    },
  })
}
