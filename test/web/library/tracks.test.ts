import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { all, extend, NOTHING, toggle } from '../../../web/features/library/tracks/select/selection.ts'
import { COLUMNS, readColumns, templateOf } from '../../../web/features/library/tracks/table/columns.ts'
import { comparable, groupTracks, worth } from '../../../web/features/library/tracks/table/group.ts'
import { item } from './items.ts'

describe('versions of a song', () => {
  it('share a row by the same artist and title, however they are written', () => {
    const rows = groupTracks(
      [
        item({ track_id: 1, artist_name: 'Sigur Rós', track_name: 'Hoppípolla' }),
        item({ track_id: 2, artist_name: 'Other', track_name: 'Hoppípolla' }),
        item({ track_id: 3, artist_name: 'SIGUR ROS', track_name: 'hoppipolla!' }),
      ],
      true,
    )
    expect(rows.map((row) => row.ids)).toEqual([[1, 3], [2]])
  })

  it('are shown by the best one, in the place of the first', () => {
    const missing = item({ track_id: 1, local_file_exists: false })
    const linked = item({ track_id: 2, local_file_exists: false, youtube_video_id: 'x', is_favorite: true })
    const playable = item({ track_id: 3 })
    const [row] = groupTracks([missing, linked, playable], true)
    expect(row?.item.track_id).toBe(3)
    expect(row?.favorite).toBe(true)
    expect(worth(linked)).toBeGreaterThan(worth(missing))
  })

  it('are left alone without an artist, and when grouping is off', () => {
    const unknown = [item({ track_id: 1, artist_name: null }), item({ track_id: 2, artist_name: '' })]
    expect(groupTracks(unknown, true)).toHaveLength(2)
    expect(groupTracks([item({ track_id: 1 }), item({ track_id: 2 })], false)).toHaveLength(2)
  })

  it('lose no id and double none', () => {
    const some = fc.array(fc.tuple(fc.constantFrom('a', 'b', ''), fc.constantFrom('x', 'y', 'z')), { maxLength: 40 })
    fc.assert(
      fc.property(some, fc.boolean(), (songs, grouping) => {
        const items = songs.map(([artist_name, track_name], track_id) => item({ track_id, artist_name, track_name }))
        const ids = groupTracks(items, grouping).flatMap((row) => row.ids)
        expect(ids.sort((a, b) => a - b)).toEqual(items.map((one) => one.track_id))
      }),
    )
  })

  it('compares signs and letters of every script', () => {
    expect(comparable('Rock & Roll (Live)')).toBe('rock and roll live')
    expect(comparable('!!!')).toBe('!!!')
    expect(comparable('Ночь')).toBe('ночь')
  })
})

describe('choosing rows', () => {
  const order = [10, 20, 30, 40, 50]

  it('adds, takes away and draws ranges in both directions', () => {
    const one = toggle(NOTHING, 40)
    const range = extend(one, order, 20)
    expect([...range.ids].sort()).toEqual([20, 30, 40])
    expect([...extend(range, order, 50).ids].sort()).toEqual([20, 30, 40, 50])
    expect([...toggle(range, 30).ids].sort()).toEqual([20, 40])
  })

  it('starts a range anew when its beginning is gone from the list', () => {
    expect([...extend({ ids: new Set([99]), anchor: 99 }, order, 30).ids].sort()).toEqual([30, 99])
    expect([...extend(NOTHING, order, 30).ids]).toEqual([30])
  })

  it('takes all, also of nothing', () => {
    expect([...all(order).ids]).toEqual(order)
    expect(all([])).toEqual(NOTHING)
  })
})

describe('columns', () => {
  it('survive whatever was stored', () => {
    expect(readColumns(['duration', 'gone', 'artist'])).toEqual(['artist', 'duration'])
    expect(readColumns([])).toEqual([])
    for (const broken of [null, 'artist', 3, { artist: true }]) expect(readColumns(broken)).toContain('artist')
  })

  it('have one width each, with four more for box, title, heart and menu', () => {
    expect(templateOf(COLUMNS).split(/ (?![^(]*\))/)).toHaveLength(COLUMNS.length + 4)
  })
})
