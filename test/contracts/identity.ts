import { expect } from 'vitest'
import type { ArtistRef } from '../../src/providers/ports.ts'
import { describePort, type Start } from './port.ts'

/** `ids`: some of other services that must be told. `url`: a page of another service that shows the known artist. */
type Examples = { known: ArtistRef; unknown: ArtistRef; ids: Record<string, string>; url: string; unknownUrl: string }
const DATE = /^(\d{4}(-\d{2}(-\d{2})?)?)?$/

export function describeIdentity(name: string, start: Start, { known, unknown, ids, url, unknownUrl }: Examples) {
  describePort(name, 'identity', start, {
    found: (port, ask) => port.details(known, ask),
    nothing: (port, ask) => port.details(unknown, ask),
    empty: null,
    check(details) {
      expect(details.name).toBe(known.name)
      expect(details.ids).toMatchObject(ids)
      for (const date of [details.begin, details.end]) expect(date).toMatch(DATE)
      expect(details.country === null || /^[A-Z]{2}$/.test(details.country)).toBe(true)
      for (const link of details.links) expect(link.url).toMatch(/^https?:\/\//)
    },
  })

  describePort(`${name} by address`, 'identity', start, {
    found: (port, ask) => port.artistByUrl(url, ask),
    nothing: (port, ask) => port.artistByUrl(unknownUrl, ask),
    empty: null,
    check: (id) => expect(Object.values(known.ids)).toContain(id),
  })
}
