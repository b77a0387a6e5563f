import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../../../src/db/client.ts'
import { createKnown } from '../../../../src/features/library/known/known.ts'
import { ensureAlbums } from '../../../../src/features/library/store/write/albums.ts'
import type { FoundAlbum } from '../../../../src/providers/ports.ts'
import { addAlbum } from '../seed.ts'
import { album, credit, mbid, startKnown } from './said.ts'

let all: Awaited<ReturnType<typeof startKnown>>
let vale: number
beforeAll(async () => {
  all = await startKnown()
})
afterAll(() => all.close())
beforeEach(async () => {
  await all.clear()
  vale = await all.known.saveArtist({ name: 'Nadia Vale', ids: { musicbrainz: mbid(1) }, source: 'musicbrainz' })
})

const by = { credits: [credit('Nadia Vale', { ids: { musicbrainz: mbid(1) } })] }
const group = (title: string, at: number, more: Partial<FoundAlbum> = {}) =>
  album(title, { ...by, ids: { musicbrainz: mbid(at) }, ...more })
const save = async (...albums: FoundAlbum[]): Promise<number[]> => {
  const saved = await all.known.saveAlbums(
    vale,
    albums.map((one) => ({ album: one, source: 'x', score: null })),
  )
  return albums.map((one) => saved.get(one)!)
}
const shelf = () =>
  all.rows(sql`select a.id::int, a.name, a.album_key as key, (select string_agg(e.provider || ' ' || right(e.value, 3), ', ' order by e.provider, e.value)
    from external_ids e where e.entity = 'album' and e.entity_id = a.id) as ids from albums a order by a.id`)

describe('an album whose id was set by hand', () => {
  it('leaves its key to the one that it was taken for, and the artist can be brought up to date', async () => {
    const [light, demos] = [
      group('First Light', 100, { date: '2001' }),
      group('First Light (demos)', 101, { date: '1999' }),
    ]
    const [id] = await save(light)
    await all.known.pin('album', id!, 'musicbrainz', mbid(101))
    const [first, second] = await save(light, demos)
    expect(second).toBe(id)
    expect(first).not.toBe(id)
    const stored = [
      { id, name: 'First Light (demos)', key: `mb:${mbid(101)}`, ids: 'musicbrainz 101' },
      { id: first, name: 'First Light', key: `mb:${mbid(100)}`, ids: 'musicbrainz 100' },
    ]
    expect(await shelf()).toEqual(stored)
    expect(await save(demos, light)).toEqual([second, first])
    expect(await shelf()).toEqual(stored)
  })

  it('gives the album that had the id another key, and takes no second id of that service', async () => {
    const [a, b] = await save(group('A', 100), group('B', 101, { ids: { musicbrainz: mbid(101), deezer: '7' } }))
    await all.known.pin('album', a!, 'musicbrainz', mbid(101))
    expect(await shelf()).toEqual([
      { id: a, name: 'A', key: `mb:${mbid(101)}`, ids: 'musicbrainz 101' },
      { id: b, name: 'B', key: 'id:deezer:7', ids: 'deezer 7' },
    ])
    // By title, by UPC or with it among others: it is another album.
    const [other] = await save(album('A', { ...by, ids: { musicbrainz: mbid(102) }, upc: '012345678905' }))
    expect(other).not.toBe(a)
    await all.known.pin('album', a!, 'deezer', '5')
    const [third, fourth] = await save(
      album('A', { ...by, ids: { deezer: '6' }, type: 'live' }),
      album('A', { ...by, ids: { musicbrainz: mbid(101), deezer: '6' } }),
    )
    expect(third).not.toBe(a)
    expect(fourth).toBe(a)
    expect((await shelf())[0]).toMatchObject({ ids: 'deezer 5, musicbrainz 101' })
  })

  it('is written as one where its key was left behind', async () => {
    const [id] = await save(group('First Light', 100))
    await all.known.pin('album', id!, 'musicbrainz', mbid(101))
    await all.rows(sql`update albums set album_key = ${`mb:${mbid(100)}`} where id = ${id}`)
    const [first, second] = await save(group('First Light', 100), group('Demos', 101))
    expect([first === id, second]).toEqual([false, id])
    expect((await shelf())[1]).toMatchObject({ key: `mb:${mbid(100)}#2`, ids: 'musicbrainz 100' })
  })

  it('is written once when another one took the key of a new album at the last moment', async () => {
    const [id] = await save(group('First Light', 100))
    const take = sql`update albums set album_key = ${`mb:${mbid(105)}`} where id = ${id}`
    /** Takes the key as soon as it was found to be free. */
    const taking = (tx: Db): Db =>
      new Proxy(tx, {
        get: (of, name) =>
          name !== 'execute'
            ? Reflect.get(of, name)
            : async (query: SQL) => {
                const result = await of.execute(query)
                if (JSON.stringify(query.queryChunks).includes('select album_key as key')) await of.execute(take)
                return result
              },
      })
    const db = { transaction: (work: (tx: Db) => unknown) => all.db.transaction(async (tx) => work(taking(tx))) }
    const both = [group('First Light', 100), group('Other', 105)]
    const items = both.map((one) => ({ album: one, source: 'x', score: null }))
    const saved = await createKnown({ db: db as unknown as Db }).saveAlbums(vale, items)
    expect(both.map((one) => saved.get(one))).toEqual([id, id])
    expect(await shelf()).toMatchObject([{ id, ids: 'musicbrainz 100, musicbrainz 105' }])
  })

  it('keeps a key by directory, by which its files find it', async () => {
    const id = await addAlbum(all.db, 'Tapes', [vale], { albumKey: 'dir:tapes|t:various artists|tapes' })
    await all.known.pin('album', id, 'musicbrainz', mbid(100))
    expect(await shelf()).toMatchObject([{ key: 'dir:tapes|t:various artists|tapes', ids: 'musicbrainz 100' }])
    const titled = await addAlbum(all.db, 'Harbour', [vale], { albumKey: 't:x|harbour', titleKey: 't:x|harbour' })
    await all.known.pin('album', titled, 'musicbrainz', mbid(103))
    const wanted = { key: 't:x|harbour', titleKey: 't:x|harbour', releaseGroup: null }
    expect([...(await ensureAlbums(all.db, [wanted])).values()]).toEqual([titled])
  })
})

it('an album that another one became has its release group as key, and is found by both', async () => {
  const [a, b] = await save(group('A', 100), album('B', { ...by, ids: { deezer: '7' } }))
  await all.known.merge('album', a!, b!)
  expect(await shelf()).toEqual([{ id: b, name: 'B', key: `mb:${mbid(100)}`, ids: 'deezer 7, musicbrainz 100' }])
  expect(await save(group('A', 100))).toEqual([b])
})

describe('an artist whose id', () => {
  const artists = () => all.rows(sql`select id::int, identity from artists order by id`)
  const find = (at: number) => all.known.saveArtist({ name: 'Nadia Vale', ids: { musicbrainz: mbid(at) }, source: 'x' })

  it('was set by hand is not the one it was taken for', async () => {
    await all.known.pin('artist', vale, 'musicbrainz', mbid(9))
    const other = await find(1)
    expect(other).not.toBe(vale)
    expect(await find(9)).toBe(vale)
    expect(await artists()).toEqual([
      { id: vale, identity: mbid(9) },
      { id: other, identity: mbid(1) },
    ])
  })

  it('went to the other half of a split is that one no more', async () => {
    const half = await all.known.split(vale, [{ provider: 'musicbrainz', value: mbid(1) }])
    expect(await artists()).toEqual([
      { id: vale, identity: '' },
      { id: half, identity: expect.stringMatching(`^${mbid(1)}#`) },
    ])
    expect([await find(1), await find(2)]).toEqual([half, vale])
  })
})

describe('albums without ids that can be kept', () => {
  it('are several of one title, and the same the second time', async () => {
    const long = (n: number) => ({ deezer: String(n).repeat(201) })
    const said = [
      album('Self', { ...by, date: '1990' }),
      album('Self', { ...by, date: '2015', type: 'live' }),
      album('Self', { ...by, date: '2015', type: 'single' }),
      album('Long', { ...by, ids: long(9), date: '1990' }),
      album('Long', { ...by, ids: long(8), date: '2015', type: 'single' }),
    ]
    const ids = await save(...said)
    expect(new Set(ids).size).toBe(5)
    expect(await save(...[...said].reverse())).toEqual([...ids].reverse())
    expect(await all.count('albums')).toBe(5)
  })

  it('are not the album of files that has their title and is another one', async () => {
    const owned = await addAlbum(all.db, 'Self', [vale], {
      ...{ albumKey: 't:nadia vale|self', titleKey: 't:nadia vale|self', catalogued: true, releaseDate: '1990' },
    })
    const [live] = await save(album('Self', { ...by, date: '2015', type: 'live' }))
    expect(live).not.toBe(owned)
    expect(await all.rows(sql`select release_type from albums where id = ${owned}`)).toEqual([
      { release_type: 'album' },
    ])
  })
})
