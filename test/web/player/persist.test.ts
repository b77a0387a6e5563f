import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startQueue } from '../../../web/features/player/queue/queue.ts'
import { freeze, thaw } from '../../../web/features/player/state/persist.ts'
import { START } from '../../../web/features/player/state/store.ts'
import { seeded, track, tracks } from './tracks.ts'

const state = {
  ...START,
  queue: startQueue(tracks(3), 1, null),
  status: 'playing' as const,
  position: 12,
  duration: 100,
  volume: 35,
}

describe('what survives a reload', () => {
  it('is the queue, the place and the modes, but not the sound', () => {
    const kept = {
      ...state,
      shuffle: true,
      repeat: 'all' as const,
      gainMode: 'album' as const,
      muted: true,
      source: 'album:7',
    }
    expect(thaw(freeze(kept))).toEqual({ ...kept, status: 'paused' })
  })

  it('keeps a shuffled order that can be undone', () => {
    const queue = startQueue(tracks(9), 4, seeded())
    expect(thaw(freeze({ ...state, queue })).queue).toEqual(queue)
  })

  it('keeps the part of a huge queue that surrounds what plays', () => {
    const kept = thaw(freeze({ ...state, queue: startQueue(tracks(4000), 3000, seeded()) })).queue
    expect(kept?.items.length).toBe(1000)
    expect(kept?.items[kept.index]?.track.id).toBe(3001)
    expect([...(kept?.order ?? [])].sort()).toEqual(kept?.items.map((item) => item.key).sort())
  })

  it('forgets a position that lies outside the track', () => {
    expect(thaw(freeze({ ...state, position: 5000 })).position).toBe(0)
  })
})

describe('what is not understood', () => {
  it.each([
    ['nothing', null],
    ['half a file', freeze(state).slice(0, 80)],
    ['another version', freeze(state).replace('"version":1', '"version":2')],
    ['a list', '[]'],
    ['a word', '"queue"'],
  ])('%s is left out', (_what, text) => {
    expect(thaw(text)).toEqual({})
  })

  it('keeps the modes when only the queue is broken', () => {
    const broken = freeze(state).replace('"title":"Song 2"', '"title":2')
    expect(thaw(broken)).toEqual({ volume: 35, muted: false, shuffle: false, repeat: 'off', gainMode: 'auto' })
  })

  it.each(['https://elsewhere.example/a.mp3', '//elsewhere.example/a.mp3', 'data:audio/mp3,'])(
    'never loads %s',
    (streamUrl) => {
      expect(thaw(freeze({ ...state, queue: startQueue([track(1, { streamUrl })], 0, null) })).queue).toBeUndefined()
    },
  )

  it('never throws', () => {
    fc.assert(fc.property(fc.json(), (text) => typeof thaw(text) === 'object'))
  })
})
