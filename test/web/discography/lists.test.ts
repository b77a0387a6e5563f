import { describe, expect, it } from 'vitest'
import { byArtist, toggledType, typesIn } from '../../../web/features/missing/group.ts'
import { arranged, keyOf, moved, switched, untestable, usageOf } from '../../../web/features/providers/arrange.ts'
import {
  activeRuns,
  barOf,
  choreOf,
  countsOf,
  lookAgain,
  overall,
  remember,
  runEnded,
  runRests,
} from '../../../web/features/runs/progress.ts'
import { type MissingItem, RELEASE_TYPES, type Run } from '../../../web/lib/api/discography.ts'
import { shown } from '../library/items.ts'

const run = (over: Partial<Run> = {}): Run => ({
  ...{ id: 1, kind: 'expansion', title: 'Night Ferry', state: 'running', steps_total: 10, steps_done: 4 },
  ...{ steps_failed: 0, percentage: 40, artists: 1, albums: 2, tracks: 3, current: null, note: null },
  ...{
    artist_id: null,
    next_at: null,
    stopping: false,
    cancellable: true,
    created_at: '',
    started_at: null,
    finished_at: null,
  },
  ...over,
})

describe('runs', () => {
  it('are over when they are done, failed or cancelled', () => {
    const states = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
    expect(states.map((state) => runEnded(run({ state })))).toEqual([false, false, true, true, true])
    expect(activeRuns(states.map((state, id) => run({ id, state }))).map(({ id }) => id)).toEqual([0, 1])
  })

  it('count together by their length', () => {
    expect(overall([run({ steps_total: 30, percentage: 100 }), run({ steps_total: 10, percentage: 0 })])).toBe(75)
    expect(overall([run({ steps_total: 0, percentage: 0 })])).toBe(0)
    expect(overall([])).toBe(0)
  })

  it('show no share before anything is known of their length', () => {
    expect(barOf(run({ steps_total: 0, percentage: 0 }))).toEqual({ value: 0, max: 0 })
    expect(barOf(run())).toEqual({ value: 40, max: 100 })
    expect(barOf(run({ state: 'done', steps_total: 0, percentage: 100 }))).toEqual({ value: 100, max: 100 })
  })

  it('tell what they brought, and nothing of what is not there', () => {
    const names = (over: Partial<Run>) => countsOf(run(over)).map(({ name, count }) => `${count} ${name}`)
    expect(names({})).toEqual(['1 artists', '2 albums', '3 tracks'])
    expect(names({ artists: 0, albums: 0 })).toEqual(['3 tracks'])
    expect(names({ steps_total: 1 })).toEqual(['2 albums', '3 tracks'])
    expect(names({ artists: 0, albums: 0, tracks: 0 })).toEqual([])
  })

  it('are called by the server where they are about artists, else by what they do', () => {
    const kinds = ['expansion', 'discography', 'refresh', 'genres', 'missing', 'releases'] as const
    expect(kinds.map((kind) => choreOf({ kind }))).toEqual([null, null, 'refresh', 'genres', 'missing', 'releases'])
  })

  it('rest while they have a note and are not over', () => {
    const next_at = '2026-11-21T10:00:00.000Z'
    expect([run({ note: 'x' }), run({ next_at }), run({ next_at, state: 'done' })].map(runRests)).toEqual([
      ...[false, true, false],
    ])
  })

  it('are looked at more often while one is under way', () => {
    expect(lookAgain([run()])).toBeLessThan(lookAgain([run({ state: 'done' })]))
    expect(lookAgain(undefined)).toBe(lookAgain([]))
  })

  it('remember the last names they went through, each once', () => {
    const names = ['A', 'B', 'B', null, 'A', 'C'].reduce<string[]>((old, name) => remember(old, name, 2), [])
    expect(names).toEqual(['C', 'A'])
    expect(remember(['A'], null)).toEqual(['A'])
  })
})

describe('missing records', () => {
  const item = (id: number, artist_id: number | null, artist_name: string): MissingItem => ({
    ...shown({ id }),
    ...{ artist_id, artist_name, label: null, musicbrainz_id: null },
  })

  it('stand under their artists in the order in which these come', () => {
    const items = [
      item(1, 7, 'Nina'),
      item(2, 8, 'Bill'),
      item(3, 7, 'Nina'),
      item(4, null, 'Various'),
      item(5, null, 'Various'),
    ]
    expect(byArtist(items).map(({ name, items: own }) => [name, own.map(({ id }) => id)])).toEqual([
      ['Nina', [1, 3]],
      ['Bill', [2]],
      ['Various', [4, 5]],
    ])
  })

  it('are filtered by kinds that exist; none and all are no filter', () => {
    expect(typesIn('single,nonsense,album,album')).toEqual(['album', 'single'])
    expect(typesIn(undefined)).toEqual([])
    expect(toggledType('single', 'album')).toBe('album,single')
    expect(toggledType('album', 'album')).toBeUndefined()
    expect(toggledType(RELEASE_TYPES.slice(1).join(','), 'album')).toBeUndefined()
  })
})

describe('providers', () => {
  const items = [
    { name: 'a', enabled: true },
    { name: 'b', enabled: false },
    { name: 'c', enabled: true },
  ]

  it('move a place, and stay at the ends', () => {
    expect(moved(items, 'b', -1)).toEqual(['b', 'a', 'c'])
    expect(moved(items, 'b', 1)).toEqual(['a', 'c', 'b'])
    for (const [name, step] of [
      ['a', -1],
      ['c', 1],
      ['x', 1],
    ] as const)
      expect(moved(items, name, step)).toEqual(['a', 'b', 'c'])
  })

  it('are switched without touching the others', () => {
    expect(switched(items, 'a', false)).toEqual(['a', 'b'])
    expect(switched(items, 'b', true)).toEqual([])
  })

  it('are shown as they will be; names that are not named follow in their order', () => {
    expect(arranged(items, { order: ['c', 'a', 'b'] }).map(({ name }) => name)).toEqual(['c', 'a', 'b'])
    expect(arranged(items, { order: ['c'] }).map(({ name }) => name)).toEqual(['c', 'a', 'b'])
    expect(arranged(items, { disabled: ['c'] })).toEqual([
      { name: 'a', enabled: true },
      { name: 'b', enabled: true },
      { name: 'c', enabled: false },
    ])
  })

  it('are tested only where they can be asked', () => {
    const states = ['ready', 'failing', 'resting', 'off', 'needs_key', 'offline'] as const
    expect(states.map((state) => untestable({ state }))).toEqual([null, null, null, 'off', 'needs_key', 'offline'])
  })

  it('say which keys they lack, and which would bring more', () => {
    const lacks = (name: string, missing: string[], gives: string[]) => {
      const key = keyOf({ name, missing, gives })
      return key && [key.required, ...key.variables]
    }
    expect(lacks('lastfm', ['LASTFM_API_KEY'], ['biography'])).toEqual([true, 'LASTFM_API_KEY', 'LASTFM_API_SECRET'])
    expect(lacks('lastfm', [], ['biography'])).toEqual([false, 'LASTFM_API_SECRET'])
    expect(lacks('lastfm', [], ['scrobbler'])).toBeNull()
    expect(lacks('listenbrainz', [], ['scrobbler'])).toEqual([false, 'LISTENBRAINZ_TOKEN'])
    expect(lacks('listenbrainz', [], ['top_tracks'])).toBeNull()
    expect(lacks('discogs', ['DISCOGS_TOKEN'], [])).toEqual([true, 'DISCOGS_TOKEN'])
    expect(lacks('spotify', [], [])).toBeNull()
    expect(lacks('deezer', [], [])).toBeNull()
  })

  it('show the budget that is nearest to its end', () => {
    const family = (calls: number, budget: number | null) => ({ family: 'x', calls, failures: 1, budget })
    expect(usageOf([family(10, 400), family(9, 10), family(500, null)])).toEqual({
      calls: 519,
      failures: 3,
      tight: { calls: 9, budget: 10 },
    })
    expect(usageOf([family(3, null), family(1, 0)]).tight).toBeNull()
    expect(usageOf([])).toEqual({ calls: 0, failures: 0, tight: null })
  })
})
