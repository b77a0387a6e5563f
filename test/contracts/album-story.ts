import { expect } from 'vitest'
import type { AlbumRef } from '../../src/providers/ports.ts'
import { checkPlain } from './checks.ts'
import { describePort, type Start } from './port.ts'

export function describeAlbumStory(name: string, start: Start, examples: { known: AlbumRef; unknown: AlbumRef }) {
  describePort(name, 'albumStory', start, {
    found: (port, ask) => port.story(examples.known, ['en'], ask),
    nothing: (port, ask) => port.story(examples.unknown, ['en'], ask),
    empty: null,
    check(prose) {
      expect(prose.summary).not.toBe('')
      expect(prose.licence).not.toBe('')
      for (const text of [prose.summary, prose.content]) checkPlain(text)
    },
  })
}
