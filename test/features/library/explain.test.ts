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
  await db.execute(sql`analyze`)
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

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Sort Key'?: string[]; Plans?: Plan[] }
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

/** The statements of one request that read a page of a list: ordered, limited, and not by ids that are known. */
async function pageQueries(url: string, viewer: string): Promise<{ text: string; values: unknown[] }[]> {
  const spy = vi.spyOn(pool, 'query')
  const reply = await server.send({ url, token: viewer })
  const sent = spy.mock.calls.map(([config, values]) => ({
    text: (config as unknown as { text: string }).text,
    values: (values ?? []) as unknown as unknown[],
  }))
  spy.mockRestore()
  if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`)
  return sent.filter(({ text }) => /^select .* order by .* limit /s.test(text) && /from "(artists|albums|tracks|favorites|plays)"/.test(text))
}

/** What of a plan reads a whole table or sorts a whole list. */
async function costly(url: string, viewer = token): Promise<string[]> {
  const queries = await pageQueries(url, viewer)
  expect(queries.length, `${url} reads one page`).toBe(1)
  const found: string[] = []
  for (const { text, values } of queries) {
    const { rows } = await pool.query(`explain (format json) ${text}`, values)
    const plan: Plan = rows[0]['QUERY PLAN'][0].Plan
    for (const node of nodes(plan)) {
      const table = node['Relation Name'] ?? ''
      if (node['Node Type'] === 'Seq Scan' && ['artists', 'albums', 'tracks'].includes(table)) found.push(`reads all ${table}`)
      if (node['Node Type'] === 'Sort') found.push(`sorts by ${node['Sort Key']?.join(', ')}`)
    }
    if (process.env.SHOW) console.log(url, JSON.stringify(nodes(plan).map((n: any) => [n['Node Type'], n['Relation Name'], n['Index Name'], n['Plan Rows'], n['Total Cost']])))
  }
  return found
}

const cursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url')
const middle = { number: cursor(50, 10_000), name: cursor('8', 10_000), time: cursor('2024-01-01T03:00:00.000Z', 10_000), date: cursor('1980', 10_000) }

describe('pages are read along an index', () => {
  const lists: [string, string][] = [
    ['/artists/?order=pop-desc', middle.number],
    ['/artists/?order=pop-asc', middle.number],
    ['/artists/?order=name-asc', middle.name],
    ['/artists/?order=recent', middle.time],
    ['/albums/?order=name-asc', middle.name],
    ['/albums/?order=artist-asc', middle.name],
    ['/albums/?order=date-desc', middle.date],
    ['/albums/?order=recent', middle.time],
    ['/tracks/?limit=100', cursor(10_000)],
  ]
  it.each(lists)('%s', async (url, at) => {
    expect(await costly(url)).toEqual([])
    expect(await costly(`${url}&cursor=${at}`)).toEqual([])
    expect(await costly(url, other)).toEqual([])
    expect(await costly(`${url}&cursor=${at}`, other)).toEqual([])
  })
  it.each([
    '/artists/?order=name-asc&from=m', '/albums/?from=m', '/tracks/recently-added', '/tracks/recent-plays',
    ...['all', 'withLink', 'noLink', 'hasFile', 'missingFile'].flatMap((filter) => [`/tracks/overview?filter=${filter}`, `/tracks/overview?filter=${filter}&after_id=30000`]),
  ])('%s', async (url) => {
    expect(await costly(url)).toEqual([])
    expect(await costly(url, other)).toEqual([])
  })
  it.each([
    '/artists/?search=c4ca42', '/artists/?search=c4ca42+cfcd20', '/albums/?search=c4ca42', '/albums/?search=c4ca42+cfcd20',
    '/artists/?genre=genre+7', '/albums/?genre=genre+7', '/tracks/overview?search=c4ca42', '/tracks/overview?search=c4ca42&filter=hasFile', '/tracks/overview?search=a',
    '/artists/?search=a', '/albums/?search=a','/artists/?order=favorites','/tracks/overview?filter=favorites','/tracks/most-played',
  ])('%s', async (url) => {
    expect(await costly(url)).toEqual([])
    expect(await costly(url, other)).toEqual([])
  })
})
