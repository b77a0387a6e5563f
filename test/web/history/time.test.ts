import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, daysIn, dayText, rangeOf } from '../../../web/features/history/period/period.ts'
import { byDay, heatOf, totalOf, weekdayOf } from '../../../web/features/history/time/hours.ts'
import { type Streak, stripOf, ticksOf } from '../../../web/features/history/time/strip.ts'

const now = new Date(2026, 10, 21, 15, 30)

describe('a period', () => {
  it('is whole days of this place', () => {
    const texts = (['today', 'yesterday', 'week', 'month'] as const).map((period) => {
      const { from, to } = rangeOf(period, null, now)
      return [dayText(from), dayText(to), from.getHours(), to.getHours(), to.getMilliseconds()]
    })
    expect(texts).toEqual([
      ['2026-11-21', '2026-11-21', 0, 23, 999],
      ['2026-11-20', '2026-11-20', 0, 23, 999],
      ['2026-11-15', '2026-11-21', 0, 23, 999],
      ['2026-10-23', '2026-11-21', 0, 23, 999],
    ])
  })

  it('of one day is that day, and today while none is chosen', () => {
    expect(dayText(rangeOf('day', dayOf('2024-02-29'), now).to)).toBe('2024-02-29')
    expect(dayText(rangeOf('day', null, now).from)).toBe('2026-11-21')
  })

  it('knows no days that do not exist', () => {
    expect(['2026-02-30', '2026-13-01', 'today', '', undefined].map(dayOf)).toEqual([null, null, null, null, null])
  })

  it('has as many days as it says, across months and clock changes', () => {
    expect(daysIn(rangeOf('week', null, now))).toEqual([15, 16, 17, 18, 19, 20, 21].map((day) => `2026-11-${day}`))
    expect(daysIn(rangeOf('month', null, now))).toHaveLength(30)
    expect(daysIn(rangeOf('month', null, new Date(2026, 3, 5)))).toHaveLength(30)
  })
})

const streak = (emotion: string, from: string, to: string, count = 10): Streak => ({
  clase_detallada: emotion,
  started_at: `2026-11-21T${from}Z`,
  ended_at: `2026-11-21T${to}Z`,
  count,
  duration_seconds: 0,
})

describe('the strip of a day', () => {
  it('is not there without readings', () => {
    expect(stripOf([])).toBeNull()
  })

  it('covers the readings with a little room to round times', () => {
    const strip = stripOf([streak('feliz', '10:07:00', '10:30:00'), streak('triste', '10:30:01', '10:58:00')])
    expect(new Date(strip!.from).toISOString()).toBe('2026-11-21T10:00:00.000Z')
    expect(new Date(strip!.to).toISOString()).toBe('2026-11-21T11:00:00.000Z')
    expect(strip!.segments.map(({ found }) => found)).toEqual(['feliz', 'triste'])
    expect(ticksOf(strip!).length).toBeLessThanOrEqual(9)
  })

  it('shows what a piece held longest, joins neighbours and leaves gaps open', () => {
    const strip = stripOf([
      streak('feliz', '08:00:00', '09:00:00'),
      streak('enojado', '09:00:01', '09:00:04', 2),
      streak('feliz', '09:00:05', '10:00:00'),
      streak('boredom', '10:10:00', '10:20:00'),
      streak('neutral', '11:00:00', '11:00:00', 1),
    ])
    expect(strip!.segments.map(({ found }) => found)).toEqual(['feliz', 'neutral'])
    expect(strip!.segments[1]!.readings).toBe(1)
    expect(strip!.segments[1]!.from).toBeGreaterThan(strip!.segments[0]!.to)
  })

  it('has pieces in order, within it, that do not overlap, whatever comes', () => {
    const one = fc.record({
      start: fc.integer({ min: 0, max: 86_000 }),
      length: fc.integer({ min: 0, max: 4000 }),
      emotion: fc.constantFrom('feliz', 'triste', 'incierto'),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 30 }), (parts) => {
        const at = (second: number) => new Date(Date.UTC(2026, 10, 21) + second * 1000).toISOString()
        const strip = stripOf(
          parts.map(({ start, length, emotion }) => ({
            clase_detallada: emotion,
            started_at: at(start),
            ended_at: at(start + length),
            count: 3,
            duration_seconds: length,
          })),
        )
        expect(strip!.segments.length).toBeGreaterThan(0)
        strip!.segments.forEach((segment, index) => {
          const before = strip!.segments[index - 1]?.to ?? strip!.from
          expect(segment.from).toBeGreaterThanOrEqual(before - 1)
          expect(segment.to).toBeGreaterThan(segment.from)
          expect(segment.to).toBeLessThanOrEqual(strip!.to + 1)
        })
      }),
    )
  })
})

describe('the hours', () => {
  const hours = [
    { hour: '2026-11-16T09:00:00+01:00', counts: { feliz: 5, triste: 2 } },
    { hour: '2026-11-23T09:00:00+01:00', counts: { triste: 4, boredom: 50 } },
    { hour: '2026-11-22T23:00:00+01:00', counts: { neutral: 1 } },
  ]

  it('go by weekday from Monday and hour, as written in their own zone', () => {
    const heat = heatOf(hours)
    expect(heat[0]![9]).toEqual({ total: 11, most: 'triste' })
    expect(heat[6]![23]).toEqual({ total: 1, most: 'neutral' })
    expect(heat.flat().filter(({ total }) => total > 0)).toHaveLength(2)
    expect(['2026-11-16', '2026-11-22'].map(weekdayOf)).toEqual([0, 6])
  })

  it('go by day, empty days too and no others', () => {
    const days = byDay(hours, ['2026-11-15', '2026-11-16'])
    expect(days.map(({ day, counts }) => [day, totalOf(counts)])).toEqual([
      ['2026-11-15', 0],
      ['2026-11-16', 7],
    ])
  })
})
