import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../../src/db/client.ts'
import { overviewPage } from '../../../src/features/library/contract.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { addArtist, addTrack } from './seed.ts'

/** 400 tracks: every second has a file, every fifth a link, every eleventh a link that was looked for in vain. */
const COUNT = 400
const FILTERS = ['all', 'withLink', 'noLink', 'hasFile', 'missingFile', 'favorites'] as const
let server: TestServer
let db: Db
let admin: string
let member: string

beforeAll(async () => {
  server = await startTestServer()
  db = server.context.db
  admin = await server.admin()
  member = await server.member(admin)
  const artist = await addArtist(db, 'Table Filler')
  await db.execute(sql`with t as (insert into tracks (track_key, name, normalized_name, search_text, has_file)
      select i::text, 'Nº ' || i, 'no ' || i, 'no ' || i || ' ' || case when i % 4 = 0 then 'noche' else 'dia' end, i % 2 = 0
      from generate_series(1, ${COUNT}::int) i returning id)
    insert into track_artists (track_id, artist_id, position, role) select id, ${artist}, 0, 'main' from t`)
  await db.execute(sql`insert into video_links (track_id, video_id, status)
    select id, case when id % 5 = 0 then 'video' || id end, case when id % 5 = 0 then 'link_found' else 'missing' end
    from tracks where id % 5 = 0 or id % 11 = 0`)
})
afterAll(() => server.close())

type Page = ReturnType<typeof overviewPage.parse>
const get = async (query: string, token = admin): Promise<Page> => {
  const reply = await server.send({ url: `/tracks/overview?${query}`, token })
  if (reply.statusCode !== 200) throw new Error(`${query}: ${reply.body}`)
  return overviewPage.strict().parse(reply.json())
}
const ids = (page: Page) => page.items.map((row) => row.track_id)
const found = async (condition: ReturnType<typeof sql>) =>
  (await db.execute<{ id: string }>(sql`select id from tracks t where ${condition} order by id`)).rows.map((row) =>
    Number(row.id),
  )
const favorite = (id: number, method: 'POST' | 'DELETE' = 'POST', token = admin) =>
  server.send({ method, url: `/favorites/track/${id}`, token })

/** Follows `next_after` to the end. */
async function walk(query: string, between?: (page: number) => Promise<unknown>): Promise<number[]> {
  const seen: number[] = []
  for (let [after, n] = [null as number | null, 1]; ; n++) {
    const page: Page = await get(after === null ? query : `${query}&after_id=${after}`)
    seen.push(...ids(page))
    expect(page.has_more).toBe(page.next_after !== null)
    if (page.next_after === null) return seen
    if (n > COUNT) throw new Error('the pages do not end')
    after = page.next_after
    await between?.(n)
  }
}

describe('filters of the track table', () => {
  const LINKED = sql`exists (select 1 from video_links v where v.track_id = t.id and v.video_id is not null)`
  const conditions = {
    all: sql`true`,
    withLink: LINKED,
    noLink: sql`not ${LINKED}`,
    hasFile: sql`has_file`,
    missingFile: sql`not has_file`,
  }

  it.each(Object.entries(conditions))('%s shows its tracks by id, page by page', async (filter, condition) => {
    const expected = await found(condition)
    expect(await walk(`filter=${filter}&limit=37&include_summary=false`)).toEqual(expected)
    const page = await get(`filter=${filter}&limit=1`)
    expect(page.filtered_total).toBe(filter === 'all' ? undefined : expected.length)
  })

  it('counters add up, and agree with the filters', async () => {
    for (const id of [3, 8, 20]) await favorite(id)
    const { summary } = await get('limit=1')
    expect(summary).toEqual({
      total: COUNT,
      with_link: COUNT / 5,
      missing_link: COUNT - COUNT / 5,
      with_file: COUNT / 2,
      missing_file: COUNT / 2,
      favorites: 3,
    })
    const totals = Object.fromEntries(
      await Promise.all(FILTERS.map(async (f) => [f, (await get(`filter=${f}&limit=1`)).filtered_total])),
    )
    expect(totals).toEqual({
      all: undefined,
      ...{ withLink: summary?.with_link, noLink: summary?.missing_link, favorites: 3 },
      ...{ hasFile: summary?.with_file, missingFile: summary?.missing_file },
    })
    expect((await get('limit=1', member)).summary?.favorites).toBe(0)
    expect((await get('filter=withLink&limit=1')).summary).toEqual(summary)
    await db.execute(sql`delete from favorites`)
  })

  it('a summary comes unless it is not wanted', async () => {
    expect(Object.keys(await get('include_summary=false')).sort()).toEqual([
      ...['has_more', 'items', 'limit', 'next_after', 'offset'],
    ])
    expect((await get('')).summary).toBeDefined()
    expect((await get('include_summary=0&search=noche')).summary).toBeUndefined()
  })

  it('search narrows every filter and counts what it finds', async () => {
    const night = await found(sql`search_text like '%noche%' and has_file`)
    expect(await walk('search=NOCHE&filter=hasFile&limit=30')).toEqual(night)
    expect((await get('search=noche&filter=hasFile&limit=1')).filtered_total).toBe(night.length)
    expect((await get('search=noche&filter=missingFile')).items).toEqual([])
    expect((await get('search=noche+400')).filtered_total).toBe(1)
    expect((await get(`search=${encodeURIComponent('%')}`)).filtered_total).toBe(0)
    // Nothing to look for is no search.
    expect((await get('search=++&limit=1')).filtered_total).toBeUndefined()
  })

  it('an offset works too, and after_id wins over it', async () => {
    const all = await found(sql`true`)
    expect(ids(await get('limit=10&offset=15'))).toEqual(all.slice(15, 25))
    expect(ids(await get(`limit=10&offset=15&after_id=${all[99]}`))).toEqual(all.slice(100, 110))
    expect(ids(await get('limit=10&after_id=0'))).toEqual(all.slice(0, 10))
    expect((await get(`after_id=${Number.MAX_SAFE_INTEGER}`)).items).toEqual([])
    const last = await get(`limit=${COUNT}`)
    expect([last.has_more, last.next_after, last.items.length]).toEqual([false, null, COUNT])
  })

  it('refuses unknown filters and values out of range', async () => {
    for (const query of [
      ...['filter=mine', 'filter=', 'filter=ALL', 'filter=all&filter=hasFile', 'limit=0', 'limit=1001', 'limit=-1'],
      ...[
        'limit=abc',
        'after_id=-1',
        'after_id=abc',
        'after_id=1e30',
        'offset=-1',
        'offset=100001',
        'include_summary=no',
      ],
    ]) {
      const reply = await server.send({ url: `/tracks/overview?${query}`, token: admin })
      expect([reply.statusCode, reply.json().error.code], query).toEqual([400, 'INVALID_PARAMETER'])
    }
  })
})

describe('favourites of the track table', () => {
  const chosen = [50, 7, 300, 8, 9, 120, 121, 5, 399, 200, 33, 34, 2]

  beforeAll(async () => {
    for (const id of chosen) await favorite(id)
    for (const id of [1, 2, 3]) await favorite(id, 'POST', member)
    // Kept artists and albums are not kept tracks.
    await server.send({ method: 'POST', url: '/favorites/artist/1', token: admin })
  })
  const newestFirst = [...chosen].reverse()

  it('come by the time they were chosen, newest first, with a cursor that skips nothing', async () => {
    for (const limit of [1, 4, 5, 13, 14]) {
      expect(await walk(`filter=favorites&limit=${limit}`), `limit ${limit}`).toEqual(newestFirst)
      expect(await walk(`filter=favorites&limit=${limit}&include_summary=false`), `limit ${limit}`).toEqual(newestFirst)
    }
    expect((await get('filter=favorites&limit=1')).filtered_total).toBe(chosen.length)
    expect(ids(await get('filter=favorites', member))).toEqual([3, 2, 1])
    expect((await get('filter=favorites')).items.every((row) => row.is_favorite)).toBe(true)
  })

  it('search among them keeps the order', async () => {
    const night = newestFirst.filter((id) => id % 4 === 0)
    expect(await walk('filter=favorites&search=noche&limit=2')).toEqual(night)
    expect((await get('filter=favorites&search=noche')).filtered_total).toBe(night.length)
  })

  it('goes on at the same place when some are let go and others come between two pages', async () => {
    const seen = await walk('filter=favorites&limit=3', async (page) => {
      // The very track that the cursor stands on goes.
      if (page === 1) await favorite(newestFirst[2] ?? 0, 'DELETE')
      if (page === 2) await favorite(77)
    })
    expect(seen).toEqual(newestFirst)
    expect(ids(await get('filter=favorites'))).toEqual([77, ...newestFirst.filter((id) => id !== newestFirst[2])])
  })

  it('shows nothing of a track that is gone', async () => {
    const id = await addTrack(db, 'Short Stay', [])
    await favorite(id)
    expect(ids(await get('filter=favorites'))[0]).toBe(id)
    await db.execute(sql`delete from tracks where id = ${id}`)
    expect(ids(await get('filter=favorites'))).not.toContain(id)
    expect((await get('filter=favorites')).filtered_total).toBe(ids(await get('filter=favorites')).length)
  })
})
