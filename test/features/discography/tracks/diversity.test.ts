import { expect, it } from 'vitest'
import { diverse } from '../../../../src/features/discography/tracks/diversity.ts'

const track = (id: number, artistId: number, played = false) => ({ id, artistId, played })
const ids = (tracks: { id: number }[]) => tracks.map(({ id }) => id)

it('artists take turns, two of each at first', () => {
  const pool = [track(1, 1), track(2, 1), track(3, 1), track(4, 2), track(5, 2), track(6, 2)]
  expect(ids(diverse(pool, 4))).toEqual([1, 4, 2, 5])
})
it('one artist alone fills the list when there is nobody else', () => {
  expect(
    ids(
      diverse(
        [1, 2, 3, 4, 5, 6].map((id) => track(id, 1)),
        6,
      ),
    ),
  ).toEqual([1, 2, 3, 4, 5, 6])
})
it('what was played comes only when there is nothing else', () => {
  expect(ids(diverse([track(1, 1, true), track(2, 2)], 5))).toEqual([2])
  expect(ids(diverse([track(1, 1, true), track(2, 2, true)], 5))).toEqual([1, 2])
})
