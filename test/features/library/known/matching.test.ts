import { expect, it, vi } from 'vitest'
import { cleanTracks, planAlbum, type TrackRow } from '../../../../src/features/library/known/matching/contents.ts'
import { type Comparable, comparable, matchTracks } from '../../../../src/features/library/known/matching/tracks.ts'
import { track } from './said.ts'

const MANY = 1000
const place = (at: number, more: Partial<Parameters<typeof comparable>[0]> = {}) =>
  comparable({
    ...{ key: `1.${at}`, name: `Song ${at}`, disc: 1, position: at, durationMs: 1000, isrcs: [], ids: [] },
    ...more,
  })

/** Tracks that count how often one of them is looked at. */
function counted(tracks: readonly Comparable[]): { tracks: Comparable[]; looks(): number } {
  let looks = 0
  const get = (track: Comparable, field: string | symbol) => {
    looks++
    return Reflect.get(track, field) as unknown
  }
  return { tracks: tracks.map((one) => new Proxy(one, { get })), looks: () => looks }
}

it.each([
  ['one ISRC', { isrcs: ['USABC1234567'] }],
  ['one id', { ids: ['deezer\u00001'] }],
  ['one recording', { ids: ['musicbrainz\u0000x'] }],
  ['one title', { name: 'Intro' }],
  ['everything alike', { key: 'x', name: 'Intro', isrcs: ['USABC1234567'], ids: ['deezer\u00001'] }],
])('a thousand tracks of %s are compared with few others each', (_what, more) => {
  const said = counted(Array.from({ length: MANY }, (_, at) => place(at, { key: `new ${at}`, ...more })))
  const rows = counted(Array.from({ length: MANY }, (_, at) => place(MANY - at, { key: `old ${at}`, ...more })))
  const found = matchTracks(said.tracks, rows.tracks)
  expect((said.looks() + rows.looks()) / MANY).toBeLessThan(400)
  expect(found.size).toBeGreaterThan(0)
})

it('an id that many tracks of an album have says nothing; one that two have is of the nearer', () => {
  const lying = { isrcs: ['USABC1234567'] }
  const rows = Array.from({ length: 30 }, (_, at) => place(at, lying))
  const other = place(99, { name: 'Another', ...lying })
  expect(matchTracks([other], rows).size).toBe(0)
  expect([...matchTracks([other], [rows[1]!, rows[2]!])]).toEqual([[0, { at: 1, score: 0.98 }]])
})

it('of many tracks of one title the nearest is meant', () => {
  const rows = Array.from({ length: 300 }, (_, at) => place(at * 2, { key: `old ${at}`, name: 'Untitled' }))
  const said = [place(401, { key: 'new', name: 'Untitled' }), place(9, { key: 'other', name: 'Untitled' })]
  const found = matchTracks(said, rows)
  expect([200, 201]).toContain(found.get(0)?.at)
  expect([4, 5]).toContain(found.get(1)?.at)
})

it('what nobody names any more is found without looking at every pair', () => {
  const rows = counted(Array.from({ length: MANY }, (_, at) => place(at, { key: `old ${at}`, name: `Old ${at}` })))
  const stored = rows.tracks.map(
    (like, id): TrackRow => ({ id, key: `old ${id}`, catalogued: true, hasFiles: false, like }),
  )
  const said = Array.from({ length: MANY / 2 }, (_, at) => track(`Old ${at}`, at, { durationMs: 1000 }))
  const lists = vi.spyOn(Map.prototype, 'values')
  const plan = planAlbum(cleanTracks(said), stored)
  const listed = lists.mock.calls.length
  lists.mockRestore()
  expect(plan.obsolete).toHaveLength(MANY / 2)
  expect(rows.looks() / MANY).toBeLessThan(100)
  // A list of what was chosen is made once, not for each of them.
  expect(listed).toBeLessThan(50)
})
