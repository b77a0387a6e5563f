import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rederive } from '../../../../src/features/emotions/history/store/derive.ts'
import { createRecorder, type Detection } from '../../../../src/features/emotions/sessions/recorder.ts'
import { startTestServer, type TestServer } from '../../../support/app.ts'
import { at, type Holder, openSession, reading, sendAs } from '../sessions/support.ts'
import { HISTORY, told } from './support.ts'

let server: TestServer
/** Another process on the same database. */
let other: TestServer
beforeAll(async () => {
  server = await startTestServer()
  other = await startTestServer({ databaseUrl: server.config.databaseUrl ?? '' })
})
afterAll(async () => {
  await other.close()
  await server.close()
})

const NAMES = ['feliz', 'triste', 'disgusto', 'incierto', 'enojado'] as const
const nameAt = (n: number): Detection['detailed'] => NAMES[(n * n) % NAMES.length] ?? 'feliz'

/** Everything that is made of the detections of a session. */
async function derived({ key }: Holder) {
  const rows = async (query: ReturnType<typeof sql>) => (await server.context.db.execute(query)).rows
  return {
    runs: await rows(sql`select * from emotion_runs where session_id = ${key} order by scale, started_at`),
    tallies: await rows(
      sql`select * from emotion_tallies where session_id = ${key} order by span, bucket, clase, detailed`,
    ),
    changed: await rows(sql`select at from emotion_detections where session_id = ${key} and changed order by at`),
    session: await rows(sql`select detections, first_at, last_at from emotion_sessions where id = ${key}`),
  }
}

/** What is kept is what anyone would make of the detections now. */
async function expectExact(holder: Holder): Promise<void> {
  const kept = await derived(holder)
  await server.context.db.transaction((tx) => rederive(tx, holder.key, {}))
  expect((await derived(holder)).runs).toEqual(kept.runs)
  expect((await derived(holder)).tallies).toEqual(kept.tallies)
  const real = sql`select at from (select at, clase is distinct from lag(clase) over w and lag(clase) over w is not null as changed
    from emotion_detections where session_id = ${holder.key} window w as (order by at)) x where changed order by at`
  expect(kept.changed).toEqual((await server.context.db.execute(real)).rows)
  const ends = sql`select count(*)::int as detections, min(at) as first_at, max(at) as last_at from emotion_detections where session_id = ${holder.key}`
  expect(kept.session).toEqual((await server.context.db.execute(ends)).rows)
}

it('two that write into one session keep it exact', async () => {
  const holder = await openSession(server, { recording: true })
  const flushes: Promise<void>[] = []
  for (let n = 0; n < 300; n++) {
    const { recorder } = (n % 3 ? server : other).context
    recorder.record(holder, reading(n * 7, nameAt(n)))
    if (n % 5 === 0) flushes.push(recorder.flush())
  }
  await Promise.all([...flushes, server.context.recorder.flush(), other.context.recorder.flush()])
  expect((await told(server, holder)).statistics.total_detections).toBe(300)
  await expectExact(holder)
})

it('one that writes while another one erases keeps it exact', async () => {
  const holder = await openSession(server, { recording: true })
  const erasing: Promise<unknown>[] = []
  for (let n = 0; n < 400; n++) {
    server.context.recorder.record(holder, reading(n * 4, nameAt(n)))
    if (n % 20 === 0) erasing.push(server.context.recorder.flush())
    // What the first one erases is there; the others meet what is just being written.
    if (n === 40) await server.context.recorder.flush()
    if (n % 50 === 49) {
      const [from, to] = [at(n * 2).toISOString(), at(n * 3).toISOString()]
      const url = `${HISTORY}?session_id=${holder.id}&from_timestamp=${from}&to_timestamp=${to}`
      erasing.push(Promise.resolve(other.send({ method: 'DELETE', url })))
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  await Promise.all(erasing)
  await server.context.recorder.flush()
  const left = (await told(server, holder)).statistics.total_detections
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThan(400)
  await expectExact(holder)
})

it('many sessions that are written in different orders do not wait for each other for ever', async () => {
  const holders = await Promise.all(Array.from({ length: 12 }, () => openSession(server, { recording: true })))
  for (let round = 0; round < 10; round++) {
    for (const holder of holders) server.context.recorder.record(holder, reading(round, nameAt(round)))
    for (const holder of holders.toReversed())
      other.context.recorder.record(holder, reading(round + 0.5, nameAt(round)))
    await Promise.all([server.context.recorder.flush(), other.context.recorder.flush()])
  }
  for (const holder of holders.slice(0, 3)) {
    expect((await told(server, holder)).statistics.total_detections).toBe(20)
    await expectExact(holder)
  }
})

it('an account is deleted while its sessions are written, and nobody waits for the other', async () => {
  const admin = await server.admin()
  const token = await server.member(admin)
  const first = await openSession(server, { recording: true }, token)
  const second = await openSession(server, { recording: true }, token)
  // Of so many sessions Postgres reads the whole table, in the order of their last change: the second comes first.
  await server.context.db.execute(sql`
    insert into emotion_sessions (id_hash, public_id, user_id) select 'h' || n, 'p' || n, user_id
    from emotion_sessions, generate_series(1, 2000) n where id = ${first.key}`)
  await server.context.db.execute(sql`analyze emotion_sessions`)
  await server.context.db.execute(sql`update emotion_sessions set name = 'moved' where id = ${first.key}`)
  const lock = ({ key }: Holder) => sql`select 1 from emotion_sessions where id = ${key} for update`
  const waiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  // What a writer of detections does, one step at a time.
  const deleted = await server.context.db.transaction(async (tx) => {
    await tx.execute(lock(first))
    const reply = server.send({ method: 'DELETE', url: '/auth/me', token })
    while ((await other.context.db.execute(waiting)).rows.length === 0);
    await tx.execute(lock(second))
    return { reply }
  })
  expect((await deleted.reply).statusCode).toBeLessThan(300)
})

describe('what another process has read and not yet written', () => {
  const lagging = () =>
    createRecorder({ db: other.context.db, log: { warn: () => expect.unreachable() }, everyMs: 2_000_000_000 })
  const erase = (holder: Holder, query = '', id = holder.id) =>
    sendAs(server, holder, { method: 'DELETE', url: `${HISTORY}?session_id=${id}${query}` })
  const between = (from: number, to: number) =>
    `&from_timestamp=${at(from).toISOString()}&to_timestamp=${at(to).toISOString()}`
  const consent = (holder: Holder, recording: boolean) =>
    sendAs(server, holder, { method: 'PATCH', url: `/api/v1/sessions/${holder.id}`, payload: { recording } })
  const seconds = async (holder: Holder) =>
    (await told(server, holder)).timeline.map(
      (row: { timestamp: string }) => (Date.parse(row.timestamp) - at(0).getTime()) / 1000,
    )
  const soon = (): Detection => ({ ...reading(0), at: new Date(Date.now() + 60_000) })

  it.each(['one', 'all'])('is erased with the rest, in a session that holds nothing yet too: of %s', async (which) => {
    const [recorder, token] = [lagging(), await server.member(await server.admin(), `eraser-${which}`)]
    const holder = await openSession(server, { recording: true }, token)
    recorder.record(holder, { ...reading(0), at: new Date() })
    expect((await erase(holder, '', which === 'all' ? 'all' : holder.id)).json().deleted).toEqual({ detections: 0 })
    await recorder.flush()
    expect(await seconds(holder)).toEqual([])
    recorder.record(holder, soon())
    await recorder.close()
    expect(await seconds(holder)).toHaveLength(1)
  })

  it('is erased as far as the periods go, of which a later one takes nothing back', async () => {
    const [recorder, holder] = [lagging(), await openSession(server, { recording: true })]
    for (const second of [5, 10, 15, 20, 35, 40, 45]) recorder.record(holder, reading(second))
    for (const period of [between(30, 40), between(10, 20), between(32, 33)]) await erase(holder, period)
    await recorder.close()
    expect(await seconds(holder)).toEqual([5, 45])
  })

  it('is not erased by what is said of the future', async () => {
    const [recorder, holder] = [lagging(), await openSession(server, { recording: true })]
    await erase(holder, `&to_timestamp=${new Date(Date.now() + 3_600_000).toISOString()}`)
    await erase(holder, `&from_timestamp=${new Date(Date.now() + 30_000).toISOString()}`)
    recorder.record(holder, soon())
    await recorder.close()
    expect(await seconds(holder)).toHaveLength(1)
  })

  it('is not written under a consent that is given anew, and is under one that is given again', async () => {
    const [recorder, withdrawn, repeated] = [
      lagging(),
      ...(await Promise.all([1, 2].map(() => openSession(server, { recording: true })))),
    ]
    for (const holder of [withdrawn!, repeated!]) recorder.record(holder, reading(1))
    for (const given of [false, true, true]) await consent(withdrawn!, given)
    await consent(repeated!, true)
    await recorder.flush()
    expect([await seconds(withdrawn!), await seconds(repeated!)]).toEqual([[], [1]])
    recorder.record(withdrawn!, soon())
    await recorder.close()
    expect(await seconds(withdrawn!)).toHaveLength(1)
  })
})
