import { sql } from 'drizzle-orm'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Db } from '../../../src/db/client.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'

/** A large household's library, and what the planner does with the very statements that the endpoints send. */
const SIZE = 20_000
let server: TestServer
let db: Db
let pool: pg.Pool
let token: string
let other: string

beforeAll(async () => {
  server = await startTestServer()
  db = server.context.db
  pool = (db as unknown as { $client: pg.Pool }).$client
  token = await server.admin()
  other = await server.member(token)
  for (const statement of FILL) await db.execute(statement)
  for (const id of [3, 500, 10_000, 19_999])
    await server.send({ method: 'POST', url: `/artists/id/${id}/hide`, token: other })
  // Vacuumed too: whether an index alone answers may not depend on whether autovacuum came by already.
  await db.execute(sql`vacuum (analyze)`)
})
afterAll(() => server.close())

const FILL = [
  sql`insert into artists (name, sort_name, normalized_name, popularity, created_at)
    select w, w, w, i % 100, timestamptz '2024-01-01' + (i / 50) * interval '1 minute'
    from (select i, md5(i::text) || ' ' || md5((i / 3)::text) as w from generate_series(1, ${SIZE}::int) i) x`,
  sql`insert into albums (album_key, name, sort_name, normalized_name, artist_line, release_date, created_at)
    select i::text, w, w, w, md5((i % 5000)::text), (1950 + i % 75)::text, timestamptz '2024-01-01' + (i / 50) * interval '1 minute'
    from (select i, md5('a' || i) as w from generate_series(1, ${SIZE}::int) i) x`,
  sql`insert into tracks (album_id, track_key, name, normalized_name, search_text, has_file, created_at)
    select 1 + i % ${SIZE}::int, i::text, w, w, w || ' ' || md5('a' || (1 + i % ${SIZE}::int)), i % 4 <> 0,
      timestamptz '2024-01-01' + (i / 50) * interval '1 minute'
    from (select i, md5('t' || i) as w from generate_series(0, ${SIZE * 3 - 1}::int) i) x`,
  sql`insert into album_artists (album_id, artist_id, position, role) select id, id, 0, 'main' from albums`,
  sql`insert into track_artists (track_id, artist_id, position, role) select id, album_id, 0, 'main' from tracks`,
  sql`insert into genres (name, normalized_name) select 'genre ' || i, 'genre ' || i from generate_series(1, 200) i`,
  sql`insert into track_genres (track_id, genre_id, position) select id, 1 + album_id % 200, 0 from tracks`,
  sql`insert into artist_genres (artist_id, genre_id, track_count) select id, 1 + id % 200, 3 from artists`,
  sql`insert into video_links (track_id, video_id, status) select id, 'v' || id, 'link_found' from tracks where id % 10 = 0`,
  sql`insert into favorites (user_id, target_type, artist_id) select 1, 'artist', id from artists where id % 50 = 0`,
  sql`insert into favorites (user_id, target_type, track_id) select 1, 'track', id from tracks where id % 100 = 0`,
  sql`insert into plays (user_id, track_id, played_at) select 1 + i % 2, 1 + i % 500, timestamptz '2024-01-01' + i * interval '1 minute'
    from generate_series(1, 20000) i`,
]

type Plan = {
  'Node Type': string
  'Plan Rows': number
  'Relation Name'?: string
  'Sort Key'?: string[]
  Plans?: Plan[]
}
type Query = { text: string; values: unknown[] }
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]
/** Putting what a rare word or genre finds in order is cheap; putting a table in order is not. */
const MANY_ROWS = 1000

/** Every statement that one request sends. */
async function statementsOf(url: string, viewer: string): Promise<Query[]> {
  const spy = vi.spyOn(pool, 'query')
  const reply = await server.send({ url, token: viewer })
  const sent = spy.mock.calls.map(([config, values]) => ({
    text: (config as unknown as { text: string }).text,
    values: (values ?? []) as unknown as unknown[],
  }))
  spy.mockRestore()
  if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`)
  return sent
}

/** The one that reads the page: of rows in an order up to a limit. Counts may read everything. */
async function pageQuery(url: string, viewer: string): Promise<Query> {
  const reads = /from "(artists|albums|tracks|favorites|plays)".* order by .* limit /s
  const found = (await statementsOf(url, viewer)).filter(({ text }) => reads.test(text))
  expect(found, url).toHaveLength(1)
  return found[0]!
}

/** What of a plan reads a whole table or sorts a whole list. */
async function costs({ text, values }: Query): Promise<string[]> {
  const { rows } = await pool.query(`explain (format json) ${text}`, values)
  return nodes(rows[0]['QUERY PLAN'][0].Plan).flatMap((node) => {
    const table = node['Relation Name'] ?? ''
    if (node['Node Type'] === 'Seq Scan' && ['artists', 'albums', 'tracks'].includes(table))
      return [`reads all ${table}`]
    return /Sort$/.test(node['Node Type']) && node['Plan Rows'] > MANY_ROWS ? [`sorts by ${node['Sort Key']}`] : []
  })
}

async function isCheap(url: string): Promise<void> {
  expect(await costs(await pageQuery(url, token)), url).toEqual([])
  expect(await costs(await pageQuery(url, other)), `${url}, hiding artists`).toEqual([])
}

const cursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url')
const middle = {
  number: cursor(50, 10_000),
  name: cursor('8', 10_000),
  time: cursor('2024-01-01T03:00:00.000Z', 10_000),
  date: cursor('1980', 10_000),
}

describe('a page is read along an index', () => {
  it('and this test would see it if it were not', async () => {
    const query = { text: 'select id from artists order by bio_summary, id limit 5', values: [] }
    expect(await costs(query)).toEqual(['sorts by bio_summary,id', 'reads all artists'])
    const upsideDown = { text: 'select name from artists order by popularity desc nulls first, id limit 5', values: [] }
    expect(await costs(upsideDown)).toEqual(['sorts by popularity DESC,id', 'reads all artists'])
  })

  it.each([
    ['/artists/?order=pop-desc', middle.number],
    ['/artists/?order=pop-asc', middle.number],
    ['/artists/?order=name-asc', middle.name],
    ['/artists/?order=recent', middle.time],
    ['/artists/?order=favorites', cursor(300, 10_000)],
    ['/artists/?order=name-asc&owned=true', middle.name],
    ['/albums/?order=recent&owned=true', middle.time],
    ['/albums/?order=name-asc', middle.name],
    ['/albums/?order=artist-asc', middle.name],
    ['/albums/?order=date-desc', middle.date],
    ['/albums/?order=recent', middle.time],
    ['/tracks/?limit=100', cursor(10_000)],
  ])('%s, first and later', async (url, at) => {
    await isCheap(url)
    await isCheap(`${url}&cursor=${at}`)
  })

  it.each(['all', 'withLink', 'noLink', 'hasFile', 'missingFile', 'favorites'])('the table of %s', async (filter) => {
    await isCheap(`/tracks/overview?filter=${filter}`)
    await isCheap(`/tracks/overview?filter=${filter}&after_id=500`)
    await isCheap(`/tracks/overview?filter=${filter}&search=c4ca42`)
  })

  it.each([
    ...['/artists/?order=name-asc&from=8', '/albums/?from=8', '/tracks/recently-added', '/tracks/recent-plays'],
    ...['/tracks/overview?search=c4ca42', '/tracks/overview?search=c4ca42+cfcd20', '/tracks/overview?search=a'],
    ...['/artists/?search=c4ca42', '/artists/?search=c4ca42+cfcd20&order=recent', '/artists/?search=a'],
    ...['/albums/?search=c4ca42', '/albums/?search=c4ca42+cfcd20&order=date-desc'],
    ...['/artists/?genre=genre+7', '/albums/?genre=genre+7', '/artists/?genre=genre+7&search=c4ca42'],
    // All plays of one user are counted: as many rows as one person's history.
    '/tracks/most-played',
  ])('%s', isCheap)

  it('albums by a word of one or two letters: no trigram has it, so titles and artists are read through', async () => {
    const found = await costs(await pageQuery('/albums/?search=a', token))
    expect(found).toEqual(expect.arrayContaining(['reads all albums', 'reads all artists']))
    expect(found).not.toContain('reads all tracks')
  })
})

describe('a list takes as many statements for many rows as for few', () => {
  it.each([
    '/artists/?',
    '/albums/?',
    '/tracks/?',
    '/tracks/overview?',
    '/tracks/recent-plays?',
    '/tracks/most-played?',
  ])('%s', async (url) => {
    const count = async (limit: number) => (await statementsOf(`${url}limit=${limit}`, token)).length
    const few = await count(2)
    expect(few).toBeLessThan(20)
    expect(await count(50)).toBe(few)
  })

  it('a discography', async () => {
    await db.execute(
      sql`insert into album_artists (album_id, artist_id, position, role) select id, 7, 1, 'main' from albums where id between 101 and 150`,
    )
    const one = await statementsOf('/artists/id/8/discography', token)
    expect(await statementsOf('/artists/id/7/discography', token)).toHaveLength(one.length)
  })
})
