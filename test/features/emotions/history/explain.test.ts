import { sql } from 'drizzle-orm'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { encodePosition } from '../../../../src/features/emotions/history/position.ts'
import { rederive } from '../../../../src/features/emotions/history/store/derive.ts'
import { startTestServer, type TestServer } from '../../../support/app.ts'
import { at, type Holder, openSession } from '../sessions/support.ts'
import { HISTORY } from './support.ts'

/** Months of two users and a guest, and what the planner does with the very statements that the endpoints send. */
const ROWS = 30_000
let server: TestServer
let pool: pg.Pool
let owned: Holder
let guest: Holder

beforeAll(async () => {
  // Thirty questions a minute are allowed: each is asked a minute after the one before.
  vi.useFakeTimers({ toFake: ['Date'] })
  server = await startTestServer()
  const { db } = server.context
  pool = (db as unknown as { $client: pg.Pool }).$client
  const ada = await server.admin()
  const ben = await server.member(ada)
  owned = await openSession(server, { recording: true }, ada)
  guest = await openSession(server, { recording: true })
  const holders = [owned, guest, await openSession(server, {}, ben)]
  for (const name of ['a', 'b', 'c']) holders.push(await openSession(server, { name }, ada))
  for (const { key } of holders) {
    await db.execute(sql`insert into emotion_detections (session_id, at, user_id, clase, detailed, source, uncertain, changed, confidence, scores)
      select id, ${at(0).toISOString()}::timestamptz + i * interval '70 seconds', user_id, c, c, 'video', false, i > 0, 5000, '{1,2,3,4,5,6,7}'
      from (select i, (array['feliz', 'triste', 'neutral', 'enojado'])[1 + i % 4] as c from generate_series(0, ${ROWS - 1}::int) i) x, emotion_sessions
      where id = ${key}`)
    await db.execute(sql`update emotion_sessions set detections = ${ROWS}, first_at = ${at(0).toISOString()}::timestamptz,
      last_at = ${at(ROWS * 70).toISOString()}::timestamptz where id = ${key}`)
    await rederive(db, key, {})
  }
  await db.execute(sql`insert into emotion_sessions (id_hash, public_id, user_id)
    select 'h' || i, 'p' || i, 1 + i % 2 from generate_series(1, 5000) i`)
  await db.execute(sql`analyze`)
}, 120_000)
afterAll(async () => {
  vi.useRealTimers()
  await server.close()
})

type Plan = {
  'Node Type': string
  'Plan Rows': number
  'Relation Name'?: string
  'Sort Key'?: string[]
  Plans?: Plan[]
}
type Query = { text: string; values: unknown[] }
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]
const LARGE = ['emotion_detections', 'emotion_runs']
/** Of some days, what each quarter of an hour has to say is put in order; a table is many times that. */
const MANY_ROWS = 5000

async function statementsOf(url: string, holder: Holder): Promise<Query[]> {
  vi.advanceTimersByTime(60_000)
  const spy = vi.spyOn(pool, 'query')
  const reply = await server.send({ url, ...(holder.token && { token: holder.token }) })
  const sent = spy.mock.calls.map(([config, values]) => ({
    text: (config as unknown as { text: string }).text,
    values: (values ?? []) as unknown as unknown[],
  }))
  spy.mockRestore()
  if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`)
  return sent
}

/** What of a plan reads a large table through or puts much of it in order. */
async function costs({ text, values }: Query): Promise<string[]> {
  const { rows } = await pool.query(`explain (format json) ${text}`, values)
  return nodes(rows[0]['QUERY PLAN'][0].Plan).flatMap((node) => {
    const table = node['Relation Name'] ?? ''
    if (node['Node Type'] === 'Seq Scan' && LARGE.includes(table)) return [`reads all ${table}`]
    return /Sort$/.test(node['Node Type']) && node['Plan Rows'] > MANY_ROWS ? [`sorts by ${node['Sort Key']}`] : []
  })
}

/** Statements about detections and what is made of them; who is asking is looked up besides. */
const ours = (queries: Query[]) =>
  queries.filter(({ text }) => /^\s*(select|with)/i.test(text) && /emotion_/.test(text))

async function isCheap(url: string, holder: Holder): Promise<void> {
  const queries = ours(await statementsOf(url, holder))
  expect(queries.length).toBeGreaterThan(0)
  // Sums by class go through tallies, which are few.
  for (const query of queries) expect(await costs(query), query.text).toEqual([])
}

const period = `&from_timestamp=${at(500_000).toISOString()}&to_timestamp=${at(900_000).toISOString()}`
const cursor = () => `&cursor=${encodePosition({ at: at(700_000), sessionId: owned.key })}`

describe('every question is answered along indexes', () => {
  it('and this test would see it if it were not', async () => {
    const query = { text: 'select at from emotion_detections order by confidence limit 5', values: [] }
    expect(await costs(query)).toEqual(['sorts by confidence', 'reads all emotion_detections'])
  })

  it.each([
    ...['&limit=500', '&order=desc', '&emotion=feliz', '&emotion=miedo', '&emotion=miedo&order=desc', period],
    ...[
      `${period}&emotion=triste&order=desc`,
      `/streaks?limit=2000`,
      `/streaks?${period}`,
      `/hours?${period}&tz=Europe/Madrid`,
    ],
  ])('%s, first and later, of one session and of all', async (query) => {
    const [rest = '', more = ''] = query.startsWith('/') ? query.split('?') : ['', query]
    for (const holder of [owned, guest]) await isCheap(`${HISTORY}${rest}?session_id=${holder.id}&${more}`, holder)
    await isCheap(`${HISTORY}${rest}?session_id=all&${more}`, owned)
    if (rest === '/hours') return
    await isCheap(`${HISTORY}${rest}?session_id=${owned.id}&${more}${cursor()}`, owned)
    await isCheap(`${HISTORY}${rest}?session_id=all&${more}${cursor()}`, owned)
  })

  it('my sessions, first and later', async () => {
    const [first] = ours(await statementsOf('/api/v1/sessions', owned))
    expect(JSON.stringify(await plan(first!))).toContain('emotion_sessions_user_idx')
    const later = `/api/v1/sessions?cursor=${Buffer.from('[3000]').toString('base64url')}`
    const [second] = ours(await statementsOf(later, owned))
    expect(JSON.stringify(await plan(second!))).toMatch(/emotion_sessions_(user_idx|pkey)/)
  })
})

const plan = async ({ text, values }: Query) => (await pool.query(`explain (format json) ${text}`, values)).rows[0]

it('an export reads on along an index, however much there is', async () => {
  const queries = ours(await statementsOf(`${HISTORY}/export?session_id=all`, owned))
  expect(queries.length).toBeGreaterThan(50)
  for (const query of [queries[3]!, queries.at(-4)!]) expect(await costs(query)).toEqual([])
})

it('takes as many statements for many rows as for few', async () => {
  const count = async (limit: number) => (await statementsOf(`${HISTORY}?session_id=all&limit=${limit}`, owned)).length
  const few = await count(2)
  expect(few).toBeLessThan(16)
  expect(await count(500)).toBe(few)
})
