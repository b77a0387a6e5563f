import { expect } from 'vitest'
import type { ArtistRef } from '../../src/providers/ports.ts'
import { checkPlain } from './checks.ts'
import { describePort, type Start } from './port.ts'

export function describeBiography(name: string, start: Start, examples: { known: ArtistRef; unknown: ArtistRef }) {
  describePort(name, 'biography', start, {
    found: (port, ask) => port.biography(examples.known, ['en'], ask),
    nothing: (port, ask) => port.biography(examples.unknown, ['en'], ask),
    empty: null,
    check(prose) {
      expect(prose.content.length).toBeGreaterThanOrEqual(prose.summary.length)
      expect(prose.summary).not.toBe('')
      expect(prose.licence).not.toBe('')
      expect(prose.language).toBe('en')
      for (const text of [prose.summary, prose.content]) checkPlain(text)
    },
  })
}
