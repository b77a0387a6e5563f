import { describe, expect, it } from 'vitest'
import { stretchesOf } from '../../../web/features/history/list/group.ts'
import { arcsOf, sharesOf } from '../../../web/features/history/summary/shares.ts'
import { spell } from '../../../web/features/history/words.ts'
import type { TimelineEntry } from '../../../web/lib/api/emotions.ts'

const entry = (seconds: number, emotion: string, confidence = 0.5, source: TimelineEntry['source'] = 'video') => ({
  timestamp: new Date(1_790_000_000_000 - seconds * 1000).toISOString(),
  clase_detallada: emotion,
  confianza: confidence,
  source,
})

describe('the timeline', () => {
  it('puts what says the same in one line, with its mean confidence', () => {
    const stretches = stretchesOf([
      entry(0, 'feliz', 0.9),
      entry(1, 'feliz', 0.6),
      entry(2, 'feliz', 0.6),
      entry(3, 'triste'),
    ])
    expect(stretches.map(({ found, count }) => [found, count])).toEqual([
      ['feliz', 3],
      ['triste', 1],
    ])
    expect(stretches[0]!.confidence).toBeCloseTo(0.7)
    expect(stretches[0]!.to - stretches[0]!.from).toBe(2000)
  })

  it('parts what lies a minute apart or comes from elsewhere', () => {
    expect(stretchesOf([entry(0, 'feliz'), entry(61, 'feliz')])).toHaveLength(2)
    expect(stretchesOf([entry(0, 'feliz'), entry(1, 'feliz', 1, 'correction')])).toHaveLength(2)
    expect(stretchesOf([])).toEqual([])
  })

  it('shows a word it does not know as not sure', () => {
    expect(stretchesOf([entry(0, 'boredom')])[0]!.found).toBe('incierto')
  })
})

describe('the shares', () => {
  const statistics = {
    total_detections: 10,
    uncertain_detections: 4,
    detailed_distribution: { triste: 1, feliz: 5, miedo: 0 },
    dominant_emotion: 'feliz',
    average_confidence: 0.5,
    emotion_changes: 2,
    longest_emotion_streak: null,
  }

  it('are of everything read, most first, the uncertain ones last', () => {
    expect(sharesOf(statistics)).toEqual([
      { found: 'feliz', count: 5, share: 0.5 },
      { found: 'triste', count: 1, share: 0.1 },
      { found: 'incierto', count: 4, share: 0.4 },
    ])
  })

  it('go once around the ring', () => {
    const arcs = arcsOf(sharesOf(statistics))
    expect(arcs.map(({ from }) => from)).toEqual([0, 0.5, 0.6])
    const last = arcs.at(-1)!
    expect(last.from + last.share).toBeCloseTo(1)
  })

  it('are none of nothing', () => {
    expect(sharesOf({ ...statistics, uncertain_detections: 0, detailed_distribution: {} })).toEqual([])
  })
})

it('a length of time is spelled in its largest units', () => {
  expect([0.4, 45, 90, 3600, 3900, 7_200].map((seconds) => spell(seconds, 'en'))).toEqual([
    '0 sec',
    '45 sec',
    '2 min',
    '1 hr',
    '1 hr 5 min',
    '2 hr',
  ])
})
