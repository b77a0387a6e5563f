import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inZone, zoneName, zoneOffset } from '../../../src/platform/time/zone.ts'

const HOUR = 3_600_000
const offsetOf = (zone: string, at: string) => (zoneOffset(zone)?.(Date.parse(at)) ?? Number.NaN) / HOUR

it.each([
  ['Europe/Madrid', 'Europe/Madrid'],
  ['europe/madrid', 'Europe/Madrid'],
  ['AET', 'Australia/Sydney'],
  ['Mars/Olympus', undefined],
])('the zone %s goes by the name %s', (zone, name) => {
  expect(zoneName(zone)).toBe(name)
})

describe('zoneOffset', () => {
  it.each([
    ['UTC', '2026-07-01T12:00:00Z', 0],
    ['Europe/Madrid', '2026-01-01T12:00:00Z', 1],
    ['Europe/Madrid', '2026-07-01T12:00:00Z', 2],
    // The hour in which the clock changes, on both sides.
    ['Europe/Madrid', '2026-10-25T00:59:59.999Z', 2],
    ['Europe/Madrid', '2026-10-25T01:00:00Z', 1],
    ['America/New_York', '2026-01-01T00:00:00Z', -5],
    ['Asia/Kolkata', '2026-01-01T00:00:00Z', 5.5],
    ['Asia/Kathmandu', '2026-01-01T00:00:00.123Z', 5.75],
    ['Pacific/Kiritimati', '2026-01-01T00:00:00Z', 14],
    ['Pacific/Marquesas', '2026-01-01T00:00:00Z', -9.5],
    ['Europe/Madrid', '0001-06-01T00:00:00Z', -884 / 3600],
  ])('%s at %s', (zone, at, hours) => {
    expect(offsetOf(zone, at)).toBeCloseTo(hours, 6)
  })

  it.each(['', 'Mars/Olympus', '+02:00', '02:00', 'Europe/Madrid; drop table', '../etc/passwd'])(
    'no zone: %s',
    (zone) => {
      expect(zoneOffset(zone)).toBeUndefined()
    },
  )

  it('remembers nothing wrong: moments in any order', () => {
    const offset = zoneOffset('Australia/Lord_Howe')!
    const range = { min: Date.parse('2020-01-01'), max: Date.parse('2030-01-01') }
    fc.assert(
      fc.property(fc.array(fc.integer(range)), (moments) => {
        expect(moments.map(offset)).toEqual(moments.map((at) => zoneOffset('Australia/Lord_Howe')!(at)))
      }),
    )
  })
})

it('inZone writes the clock of the wall', () => {
  expect(inZone(Date.parse('2026-11-21T14:00:00Z'), HOUR)).toBe('2026-11-21T15:00:00+01:00')
  expect(inZone(Date.parse('2026-01-01T00:00:00Z'), -9.5 * HOUR)).toBe('2025-12-31T14:30:00-09:30')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e9 }), fc.integer({ min: -56, max: 56 }), (seconds, quarters) => {
      expect(Date.parse(inZone(seconds * 1000, quarters * 900_000))).toBe(seconds * 1000)
    }),
  )
})
