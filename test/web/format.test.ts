import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  count,
  duration,
  fullDate,
  longDuration,
  percent,
  relativeTime,
  releaseDay,
  timeOfDay,
  year,
} from '../../web/lib/format/format.ts'
import { hueOf, initialsOf } from '../../web/lib/format/initials.ts'
import { regionOf } from '../../web/lib/format/region.ts'
import { idOfSlug, slugOf } from '../../web/lib/format/slug.ts'

describe('lengths', () => {
  it.each([
    [0, '0:00'],
    [999, '0:00'],
    [61_000, '1:01'],
    [599_999, '9:59'],
    [3_600_000, '1:00:00'],
    [36_061_000, '10:01:01'],
    [-1, '–'],
    [Number.NaN, '–'],
    [null, '–'],
    [undefined, '–'],
  ])('%s ms is %s', (ms, text) => {
    expect(duration(ms)).toBe(text)
  })

  it('are spoken for albums', () => {
    expect(longDuration(72 * 60_000, 'en')).toBe('1 hr 12 min')
    expect(longDuration(120 * 60_000, 'es')).toBe('2 h')
    expect(longDuration(20_000, 'en')).toBe('1 min')
    expect(longDuration(0, 'en')).toBe('0 min')
  })
})

describe('numbers', () => {
  it('are grouped in both languages, four digits too', () => {
    expect(count(4120, 'en')).toBe('4,120')
    expect(count(4120, 'es')).toBe('4.120')
    expect(percent(0.876, 'en')).toBe('88%')
  })
})

describe('times', () => {
  const now = new Date(2026, 4, 10, 9, 30)
  const before = (ms: number) => relativeTime(new Date(now.getTime() - ms).toISOString(), 'en', now)
  it.each([
    [20_000, '20 seconds ago'],
    [5 * 60_000, '5 minutes ago'],
    [3 * 3_600_000, '3 hours ago'],
    [11 * 3_600_000, 'yesterday'],
    [4 * 86_400_000, '4 days ago'],
    [70 * 86_400_000, '2 months ago'],
    [800 * 86_400_000, '2 years ago'],
    [-2 * 86_400_000, 'in 2 days'],
  ])('%s ms ago', (ms, text) => {
    expect(before(ms)).toBe(text)
  })

  it('speak the language', () => {
    expect(relativeTime(new Date(2026, 4, 9, 23, 0).toISOString(), 'es', now)).toBe('ayer')
  })

  it('are empty for what is no date', () => {
    expect([relativeTime('soon', 'en', now), fullDate('', 'en'), timeOfDay('', 'en')]).toEqual(['', '', ''])
    expect(timeOfDay(new Date(2026, 10, 21, 9, 5).toISOString(), 'en-GB')).toBe('09:05')
  })

  it('show the year of any release date', () => {
    expect(['1965', '1965-03', '1965-03-01', '', 'unknown'].map(year)).toEqual(['1965', '1965', '1965', '', ''])
  })
})

describe('the regional form', () => {
  it.each([
    ['en', ['en-GB', 'en'], 'en-GB'],
    ['en', ['de-AT', 'en-AU', 'en-US'], 'en-AU'],
    ['es', ['en-US', 'es-MX', 'es'], 'es-MX'],
    ['es', ['es-419'], 'es-419'],
    ['en', ['EN-us'], 'en-US'],
    // No region, no order of day and month to take over.
    ['en', ['en', 'es-MX'], 'en-GB'],
    ['es', ['en-US'], 'es-ES'],
    ['es', [], 'es-ES'],
    ['en', ['', 'x', 'en_US', 'est-EE'], 'en-GB'],
    ['fr', [], 'fr'],
  ])('of %s where the browser prefers %j is %s', (language, preferred, form) => {
    expect(regionOf(language, preferred)).toBe(form)
  })

  it('puts the day before the month where that is usual', () => {
    const words = (language: string, preferred: string[]) =>
      releaseDay('2025-11-07', regionOf(language, preferred)).replaceAll('\u00A0', ' ')
    expect(words('en', ['en-GB'])).toBe('7 Nov 2025')
    expect(words('en', ['en-US'])).toBe('Nov 7, 2025')
    expect(words('en', ['es-ES', 'en'])).toBe('7 Nov 2025')
    expect(words('es', ['en-US'])).toBe('7 nov 2025')
  })
})

describe('addresses', () => {
  it.each([
    [412, 'Nina Simone', '412-nina-simone'],
    [7, 'Sigur Rós', '7-sigur-ros'],
    [8, 'AC/DC', '8-ac-dc'],
    [9, '!!!', '9'],
    [10, '宇多田ヒカル', '10-宇多田ヒカル'],
  ])('of %s %s', (id, name, slug) => {
    expect(slugOf(id, name)).toBe(slug)
  })

  it('lead back to the number, whatever the name', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), fc.string(), (id, name) => idOfSlug(slugOf(id, name)) === id),
    )
  })

  it('that name nothing lead nowhere', () => {
    expect(['', 'nina', '0', '-1', '12abc', '99999999999999999999', '1e5-x'].map(idOfSlug)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ])
  })
})

describe('what stands in for a picture', () => {
  it.each([
    ['Nina Simone', 'NS'],
    ['The Beatles', 'B'],
    ['Los Fabulosos Cadillacs', 'FC'],
    ['björk', 'B'],
    ['!!!', '♪'],
    ['', '♪'],
    ['¡Forward, Russia!', 'FR'],
  ])('%s is %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })

  it('has a hue of its own', () => {
    fc.assert(fc.property(fc.string(), (name) => hueOf(name) >= 0 && hueOf(name) < 360))
    expect(hueOf('Nina Simone')).toBe(hueOf('Nina Simone'))
    expect(hueOf('Nina Simone')).not.toBe(hueOf('Miles Davis'))
  })
})
