import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createUpstreamStore } from '../../../../src/db/upstream.ts'
import { makeWorld } from '../../../fakes/world/world.ts'
import { runsIn, stopClock, tick } from '../clock.ts'
import { type Online, startOnline } from '../support.ts'

let online: Online
beforeAll(async () => {
  online = await startOnline(makeWorld({ artists: 12 }))
})
afterAll(() => online.close())
const db = () => online.server.context.db

/** The minutes of a day at which a line of five fields (minute, hour, and stars) comes. */
function minutesOf(cron: string): number[] {
  const [minute = '', hour = '', ...rest] = cron.split(' ')
  expect(rest).toEqual(['*', '*', '*'])
  const parts = (field: string, most: number): number[] => {
    const [range = '', every = '1'] = field.split('/')
    const [from = 0, to = most] = range === '*' ? [0, most] : range.split('-').map(Number)
    const last = range.includes('-') || range === '*' ? to : from
    return Array.from({ length: most + 1 }, (_, at) => at).filter(
      (at) => at >= from && at <= last && (at - from) % Number(every) === 0,
    )
  }
  return parts(hour, 23).flatMap((h) => parts(minute, 59).map((m) => 60 * h + m))
}

it('has a minute of its own for everything that begins work: none of two begin together', async () => {
  const { rows } = await db().execute<{ name: string; cron: string; timezone: string }>(
    sql`select name, cron, timezone from pgboss.schedule where name like 'discography.%' order by name`,
  )
  expect(Object.fromEntries(rows.map(({ name, cron }) => [name, cron]))).toEqual({
    'discography.facts': '29 5 * * *',
    'discography.favourites': '17 4 * * *',
    'discography.forget': '53 3 * * *',
    'discography.genres': '11 1-23/2 * * *',
    'discography.library': '41 */2 * * *',
    'discography.wake': '* * * * *',
  })
  expect(new Set(rows.map(({ timezone }) => timezone))).toEqual(new Set(['UTC']))
  const begins = new Map(
    rows.filter(({ name }) => name !== 'discography.wake').map(({ name, cron }) => [name, minutesOf(cron)]),
  )
  expect([...begins.values()].map((minutes) => minutes.length)).toEqual([1, 1, 1, 12, 12])
  const all = [...begins.values()].flat()
  expect(new Set(all).size).toBe(all.length)
})

it('is the same after another start, and two processes do not have two clocks', async () => {
  const url = online.server.config.databaseUrl!
  const second = await startOnline(makeWorld({ artists: 12 }), { databaseUrl: url, fakes: online.fakes })
  const { rows } = await db().execute(sql`select name from pgboss.schedule where name like 'discography.%'`)
  await second.close()
  expect(rows).toHaveLength(6)
})

it('forget: runs that ended more than a month ago and answers of no use, and nothing else', async () => {
  await stopClock(online)
  await db().execute(sql`insert into runs (kind, subject, title, state, created_at) values
    ('expansion', 'old done', 'old', 'done', now() - interval '31 days'),
    ('expansion', 'old failed', 'old', 'failed', now() - interval '31 days'),
    ('expansion', 'old cancelled', 'old', 'cancelled', now() - interval '31 days'),
    ('expansion', 'recent', 'recent', 'done', now() - interval '29 days'),
    ('expansion', 'old and resting', 'resting', 'running', now() - interval '31 days'),
    ('refresh', 'old and waiting', 'waiting', 'queued', now() - interval '31 days')`)
  await db().execute(sql`update runs set next_at = now() + interval '1 day' where state in ('queued', 'running')`)
  await db().execute(
    sql`insert into run_steps (run_id, position, kind, subject) select id, 0, 'artist', '{}' from runs`,
  )
  const store = createUpstreamStore(db())
  const keep = (key: string, days: number) => {
    const at = new Date(Date.now() - days * 86_400_000)
    return store.keep('musicbrainz', key, { body: { key }, fetchedAt: at, freshUntil: at })
  }
  await Promise.all([keep('of no use', 91), keep('stale, but better than nothing', 89), keep('fresh', -1)])
  await db().execute(sql`insert into upstream_usage (provider, family, hour, calls) values
    ('musicbrainz', 'artist', date_trunc('hour', now() - interval '31 days'), 5),
    ('musicbrainz', 'artist', date_trunc('hour', now() - interval '29 days'), 7)`)

  await tick(online, 'forget')

  const left = await db().execute<{ subject: string; steps: number }>(
    sql`select subject, (select count(*)::int from run_steps s where s.run_id = r.id) as steps from runs r order by id`,
  )
  expect(left.rows).toEqual(['recent', 'old and resting', 'old and waiting'].map((subject) => ({ subject, steps: 1 })))
  expect((await db().execute(sql`select count(*)::int as n from run_steps`)).rows).toEqual([{ n: 3 }])
  const answers = await db().execute<{ key: string }>(sql`select key from upstream_answers order by key`)
  expect(answers.rows.map(({ key }) => key)).toEqual(['fresh', 'stale, but better than nothing'])
  const { rows } = await db().execute(sql`select calls from upstream_usage where family = 'artist' order by hour`)
  expect(rows).toEqual([{ calls: 7 }])
  expect(await runsIn(db())).toHaveLength(3)
})
