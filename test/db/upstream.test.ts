import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../src/db/client.ts'
import { createUpstreamStore } from '../../src/db/upstream.ts'
import type { UpstreamStore } from '../../src/platform/upstream/store.ts'
import { createTestDatabase } from '../support/database.ts'

let source: Awaited<ReturnType<typeof createTestDatabase>>
let database: Database
let store: UpstreamStore
/** Of another process. */
let other: UpstreamStore
let otherDatabase: Database
let closing = false
beforeAll(async () => {
  source = await createTestDatabase()
  // The database goes with force, and may cut a connection that is just being closed.
  const broken = (error: Error) => {
    if (!closing) throw error
  }
  database = openDatabase(source.url, broken)
  otherDatabase = openDatabase(source.url, broken)
  store = createUpstreamStore(database.db)
  other = createUpstreamStore(otherDatabase.db)
})
beforeEach(async () => {
  await database.db.execute(
    sql`truncate upstream_answers, upstream_gates, upstream_states, upstream_unable, upstream_usage`,
  )
})
afterAll(async () => {
  closing = true
  await Promise.all([database.close(), otherDatabase.close()])
  await source.drop()
})
const HOUR_MS = 3_600_000
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds)

describe('the gate', () => {
  it('gives slots apart, to two processes', async () => {
    const both = [store, other]
    const waits = await Promise.all(Array.from({ length: 20 }, (_, n) => both[n % 2]!.slot('a', 60_000, 1)))
    const slots = waits.map((wait) => Math.round(wait / 60_000)).sort((a, b) => a - b)
    expect(slots).toEqual(Array.from({ length: 20 }, (_, n) => n))
  })

  it('gives a burst at once, and then every slot', async () => {
    const waits = []
    for (let n = 0; n < 5; n++) waits.push(Math.round((await store.slot('a', 60_000, 3)) / 60_000))
    expect(waits).toEqual([0, 0, 0, 1, 2])
  })

  it('saves up no more than a burst', async () => {
    await store.slot('a', 60_000, 2)
    await database.db.execute(sql`update upstream_gates set next_at = now() - interval '1 day'`)
    const waits = []
    for (let n = 0; n < 4; n++) waits.push(Math.round((await store.slot('a', 60_000, 2)) / 60_000))
    expect(waits).toEqual([0, 0, 1, 2])
  })

  it.each([
    ['slots', () => store.slot('a', 60_000, 1)],
    ['pauses', () => store.hold('a', 60_000).then(() => 0)],
  ])('opens again when it was shut by a clock that was wrong: %s', async (_, next) => {
    await store.slot('a', 60_000, 1)
    await database.db.execute(sql`update upstream_gates set next_at = now() + interval '400 days'`)
    expect(Math.round((await next()) / 60_000)).toBe(0)
    expect(Math.round((await store.slot('a', 60_000, 1)) / 60_000)).toBe(1)
  })

  it('is one for each service', async () => {
    expect([await store.slot('a', 60_000, 1), await store.slot('b', 60_000, 1)]).toEqual([0, 0])
  })

  it('is shut for a while, never for less than before', async () => {
    await store.hold('a', 600_000)
    await other.hold('a', 10)
    expect(Math.round((await other.slot('a', 60_000, 1)) / 60_000)).toBe(10)
    expect(Math.round((await store.slot('a', 0, 1)) / 60_000)).toBe(11)
    expect(await store.slot('free', 0, 1)).toBe(0)
  })
})

describe('answers', () => {
  const answer = { body: { a: [1, 'ñ', null] }, fetchedAt: ago(5), freshUntil: ago(-5) }

  it('are kept as they came, the last one', async () => {
    expect(await store.answer('a', 'k')).toBe(undefined)
    await store.keep('a', 'k', { ...answer, body: 1 })
    await store.keep('a', 'k', answer)
    expect(await other.answer('a', 'k')).toEqual(answer)
    expect(await other.answer('b', 'k')).toBe(undefined)
  })

  it.each([[null], ['text'], [0], [false], [[]]])('may be %j', async (body) => {
    await store.keep('a', 'k', { ...answer, body })
    expect(await store.answer('a', 'k')).toEqual({ ...answer, body })
  })

  it('are forgotten when they are long stale, and counts when they are old', async () => {
    const day = 24 * HOUR_MS
    await store.keep('a', 'old', { ...answer, freshUntil: ago(91 * day) })
    await store.keep('a', 'stale', { ...answer, freshUntil: ago(89 * day) })
    for (const days of [0, 29, 31])
      await database.db.execute(
        sql`insert into upstream_usage (provider, family, hour) values ('a', 'f', ${ago(days * day)})`,
      )
    expect(await store.forget(new Date())).toEqual({ answers: 1, usage: 1 })
    expect([await store.answer('a', 'old'), (await store.answer('a', 'stale'))?.body]).toEqual([undefined, answer.body])
    expect(await store.forget(new Date())).toEqual({ answers: 0, usage: 0 })
  })
})

describe('counts', () => {
  const add = (store: UpstreamStore, family: string, calls = 1, failures = 0) =>
    store.count('a', family, { calls, failures, milliseconds: 7 })

  it('are sums by family over a day, of all processes', async () => {
    await Promise.all([
      add(store, 'x'),
      add(other, 'x', 1, 1),
      add(store, 'y'),
      store.count('b', 'x', { calls: 9, failures: 9, milliseconds: 1 }),
    ])
    const insert = (hours: number) =>
      database.db.execute(
        sql`insert into upstream_usage (provider, family, hour, calls) values ('a', 'x', date_trunc('hour', now() - make_interval(hours => ${hours}), 'UTC'), 10)`,
      )
    await insert(24)
    await insert(25)
    expect((await store.read('a')).usage).toEqual([
      { family: 'x', calls: 12, failures: 1 },
      { family: 'y', calls: 1, failures: 0 },
    ])
    const { rows } = await database.db.execute(
      sql`select sum(milliseconds)::int as ms from upstream_usage where provider = 'a' and family = 'x'`,
    )
    expect(rows).toEqual([{ ms: 14 }])
  })

  it('of hours to come are of a clock that was wrong: nobody spent them', async () => {
    await database.db.execute(
      sql`insert into upstream_usage (provider, family, hour, calls) values ('a', 'x', now() + interval '400 days', 10)`,
    )
    expect((await store.read('a')).usage).toEqual([])
    expect(await store.spend('a', 'x', 1)).toBe(true)
  })

  it('stop exactly at the limit, however many ask at once', async () => {
    const asks = Array.from({ length: 24 }, (_, n) => [store, other][n % 2]!.spend('a', 'x', 10))
    expect((await Promise.all(asks)).filter(Boolean).length).toBe(10)
    expect((await store.read('a')).usage).toEqual([{ family: 'x', calls: 10, failures: 0 }])
    expect([await store.spend('a', 'x', 11), await store.spend('a', 'y', 0)]).toEqual([true, false])
  })
})

describe('what is known', () => {
  it('is nothing at first', async () => {
    expect(await store.read('a')).toEqual({
      state: { blockedUntil: null, blockedReason: null, lastError: null, lastErrorAt: null, lastSuccessAt: null },
      ...{ unable: [], usage: [] },
    })
  })

  it('changes piece by piece', async () => {
    const [blockedUntil, lastSuccessAt] = [ago(-1000), ago(1000)]
    await store.patch('a', { blockedUntil, blockedReason: 'why' })
    await other.patch('a', { lastSuccessAt })
    const known = { blockedUntil, blockedReason: 'why', lastError: null, lastErrorAt: null, lastSuccessAt }
    expect((await store.read('a')).state).toEqual(known)
    expect((await store.read('b')).state.blockedUntil).toBe(null)
  })

  it('has endpoints that are closed, since they were found so', async () => {
    const [soon, later] = [ago(-1000), ago(-2000)]
    await store.setUnable('a', 'x', 'one', soon)
    const [first] = (await store.read('a')).unable
    await other.setUnable('a', 'x', 'two', later)
    await other.setUnable('a', 'y', 'three', soon)
    const { unable } = await store.read('a')
    expect(unable.find(({ family }) => family === 'x')).toEqual({ ...first, reason: 'two', retryAt: later })
    await store.clearUnable('a', 'x')
    expect((await other.read('a')).unable.map(({ family }) => family)).toEqual(['y'])
  })
})
