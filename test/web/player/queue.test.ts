import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as q from '../../../web/features/player/queue/queue.ts'
import { seeded, track, tracks } from './tracks.ts'

const ids = (queue: q.Queue) => queue.items.map((item) => item.track.id)
const current = (queue: q.Queue) => q.currentItem(queue)?.track.id

describe('starting a queue', () => {
  it('keeps the order and begins where it was asked to', () => {
    const queue = q.startQueue(tracks(4), 2, null)
    expect(ids(queue)).toEqual([1, 2, 3, 4])
    expect(current(queue)).toBe(3)
  })

  it('puts the chosen track first when mixed, and loses none', () => {
    const queue = q.startQueue(tracks(20), 5, seeded())
    expect(queue.index).toBe(0)
    expect(current(queue)).toBe(6)
    expect(ids(queue)).not.toEqual([
      6,
      ...ids(queue)
        .slice(1)
        .sort((a, b) => a - b),
    ])
    expect(ids(queue).sort((a, b) => a - b)).toEqual(tracks(20).map((each) => each.id))
  })

  it('takes a bounded part of a huge list, with the chosen track in it', () => {
    const queue = q.startQueue(tracks(q.MOST_ITEMS + 3000), 7500, null)
    expect(queue.items).toHaveLength(q.MOST_ITEMS)
    expect(current(queue)).toBe(7501)
  })

  it('is empty for no tracks', () => {
    expect(q.startQueue([], 0, null)).toMatchObject({ items: [], index: -1 })
  })
})

describe('shuffle', () => {
  it('gives back the exact order, with the same track playing', () => {
    const mixed = { ...q.startQueue(tracks(12), 3, seeded(7)), index: 5 }
    const playing = current(mixed)
    const back = q.unshuffle(mixed)
    expect(ids(back)).toEqual(tracks(12).map((each) => each.id))
    expect(current(back)).toBe(playing)
    expect(back.order).toBeNull()
  })

  it('remembers where tracks that were added meanwhile belong', () => {
    const mixed = q.startQueue(tracks(3), 1, seeded())
    const grown = q.insert(q.insert(mixed, [track(50)], 'next'), [track(60)], 'end')
    expect(ids(grown).slice(0, 2)).toEqual([2, 50])
    expect(ids(q.unshuffle(grown))).toEqual([1, 2, 50, 3, 60])
  })

  it('reshuffles everything from its beginning', () => {
    const queue = q.reshuffle(q.startQueue(tracks(30), 10, null), seeded(3))
    expect(queue.index).toBe(0)
    expect(ids(queue)).not.toEqual(tracks(30).map((each) => each.id))
    expect(ids(q.unshuffle(queue))).toEqual(tracks(30).map((each) => each.id))
  })
})

describe('changing a queue', () => {
  const queue = q.startQueue(tracks(4), 1, null)
  const keyOf = (id: number) => queue.items.find((item) => item.track.id === id)?.key ?? 0

  it('plays next behind the current track and adds at the end', () => {
    expect(ids(q.insert(queue, [track(9)], 'next'))).toEqual([1, 2, 9, 3, 4])
    expect(ids(q.insert(queue, [track(9)], 'end'))).toEqual([1, 2, 3, 4, 9])
  })

  it('takes the same track twice, under different keys', () => {
    const twice = q.insert(queue, [track(2)], 'end')
    expect(new Set(twice.items.map((item) => item.key)).size).toBe(5)
  })

  it('keeps the current track when others go', () => {
    expect(current(q.remove(queue, keyOf(1)))).toBe(2)
    expect(current(q.remove(queue, keyOf(4)))).toBe(2)
  })

  it('goes on with the following track when the current one goes, and with the last one at the end', () => {
    expect(current(q.remove(queue, keyOf(2)))).toBe(3)
    expect(current(q.remove({ ...queue, index: 3 }, keyOf(4)))).toBe(3)
  })

  it('moves a track without changing what plays', () => {
    const moved = q.move(queue, 3, 0)
    expect(ids(moved)).toEqual([4, 1, 2, 3])
    expect(current(moved)).toBe(2)
    expect(q.move(queue, 0, 9)).toBe(queue)
  })

  it('clears all but what plays', () => {
    expect(ids(q.clearUpcoming(queue))).toEqual([2])
    expect(q.clearUpcoming(q.EMPTY)).toBe(q.EMPTY)
  })
})

describe('where the music goes', () => {
  const last = q.startQueue(tracks(3), 2, null)
  const first = q.startQueue(tracks(3), 0, null)

  it.each([
    ['the end of a queue ends it', last, 1, 'off', false, null],
    ['repeat all begins again', last, 1, 'all', false, 0],
    ['repeat one stays by itself', last, 1, 'one', false, 2],
    ['a press leaves a repeated track', last, 1, 'one', true, 0],
    ['before the first there is nothing', first, -1, 'off', true, null],
    ['unless all is repeated', first, -1, 'all', true, 2],
    ['otherwise one further', first, 1, 'off', false, 1],
  ] as const)('%s', (_what, queue, direction, repeat, byHand, expected) => {
    expect(q.step(queue, direction, repeat, byHand)).toBe(expected)
  })

  it('knows when an album plays in order', () => {
    expect(q.playsAlbumInOrder(first)).toBe(true)
    expect(q.playsAlbumInOrder(q.shuffle(first, seeded()))).toBe(false)
    expect(q.playsAlbumInOrder(q.startQueue([track(1), track(2, { albumId: 8 })], 0, null))).toBe(false)
    expect(q.playsAlbumInOrder(q.startQueue([track(1, { albumId: null }), track(2, { albumId: null })], 0, null))).toBe(
      false,
    )
  })
})

describe('any sequence of changes', () => {
  const change = fc.oneof(
    fc.record({ kind: fc.constant('insert' as const), end: fc.boolean(), count: fc.nat(3) }),
    fc.record({ kind: fc.constant('remove' as const), at: fc.nat(12) }),
    fc.record({ kind: fc.constant('move' as const), from: fc.nat(12), to: fc.nat(12) }),
    fc.record({ kind: fc.constant('shuffle' as const) }),
    fc.record({ kind: fc.constant('unshuffle' as const) }),
    fc.record({ kind: fc.constant('reshuffle' as const) }),
  )

  it('leaves unique keys, a current item inside, and an order that names exactly the items', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), fc.nat(8), (changes, count) => {
        const random = seeded(count + 1)
        let queue = q.startQueue(tracks(count), 0, null)
        for (const each of changes) {
          if (each.kind === 'insert') queue = q.insert(queue, tracks(each.count), each.end ? 'end' : 'next')
          else if (each.kind === 'remove') queue = q.remove(queue, queue.items[each.at]?.key ?? -1)
          else if (each.kind === 'move') queue = q.move(queue, each.from, each.to)
          else if (each.kind === 'unshuffle') queue = q.unshuffle(queue)
          else queue = each.kind === 'shuffle' ? q.shuffle(queue, random) : q.reshuffle(queue, random)
        }
        const keys = queue.items.map((item) => item.key)
        expect(new Set(keys).size).toBe(keys.length)
        expect(queue.index).toBe(keys.length === 0 ? -1 : Math.min(Math.max(queue.index, 0), keys.length - 1))
        if (queue.order) expect([...queue.order].sort()).toEqual([...keys].sort())
      }),
    )
  })
})

it('takes over hearts that were pressed, and stays itself when none was', () => {
  const queue = q.startQueue(tracks(3), 0, null)
  const marked = q.withFavorites(queue, (id) => (id === 2 ? true : undefined))
  expect(marked.items.map((item) => item.track.favorite)).toEqual([false, true, false])
  expect(q.withFavorites(marked, () => undefined)).toBe(marked)
})
