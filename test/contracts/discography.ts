import { expect } from 'vitest'
import type { ArtistRef } from '../../src/providers/ports.ts'
import { checkAlbum } from './checks.ts'
import { describePort, type Start } from './port.ts'

/** `titles`: some that must be among the albums. */
type Examples = { known: ArtistRef; unknown: ArtistRef; titles: readonly string[] }

export function describeDiscography(name: string, start: Start, { known, unknown, titles }: Examples) {
  describePort(name, 'discography', start, {
    found: (port, ask) => port.albums(known, ask),
    nothing: (port, ask) => port.albums(unknown, ask),
    empty: [],
    check(albums) {
      expect(albums.map(({ title }) => title)).toEqual(expect.arrayContaining([...titles]))
      const ids = albums.map((album) => JSON.stringify(album.ids))
      expect(new Set(ids).size).toBe(ids.length)
      for (const album of albums) checkAlbum(album)
    },
  })
}
