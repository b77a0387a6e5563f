import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createRecorder } from '../../../../src/features/emotions/sessions/recorder.ts'
import { startTestServer, type TestServer } from '../../../support/app.ts'
import { at, countOf, type Holder, openSession, reading } from './support.ts'

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

const recorder = () => server.context.recorder
const patch = (of: TestServer, { id }: Holder, payload: object) =>
  of.send({ method: 'PATCH', url: `/api/v1/sessions/${id}`, payload })
const timesOf = async ({ key }: Holder) => {
  const found = sql`select at, detailed, source from emotion_detections where session_id = ${key} order by at`
  const { rows } = await server.context.db.execute<{ at: string; detailed: string; source: string }>(found)
  return rows.map((row) => [(new Date(row.at).getTime() - at(0).getTime()) / 1000, row.detailed, row.source])
}
/** A reading of after everything that the test has done. */
const later = () => ({ ...reading(0), at: new Date(Date.now() + 60_000) })
const never = 2_000_000_000
type Logged = { text: string; fields: object }
/** A recorder that writes only when told to, and its log. */
function manual(most = 100) {
  const log: Logged[] = []
  const warn = (fields: object, text: string) => void log.push({ text, fields })
  return { ...createRecorder({ db: server.context.db, log: { warn }, most, everyMs: never }), log }
}
/** Makes every write fail until what it returns is called. */
async function breakDatabase() {
  await server.context.db.execute(sql`alter table emotion_detections rename to elsewhere`)
  return () => server.context.db.execute(sql`alter table elsewhere rename to emotion_detections`)
}

describe('what is kept', () => {
  it('of a stream: one reading in each second and every change of class; of pictures and corrections all', async () => {
    const holder = await openSession(server, { recording: true })
    const video = { source: 'video' } as const
    for (const tenth of [0, 3, 6, 9, 12, 15, 19]) recorder().record(holder, reading(tenth / 10, 'feliz', video))
    for (const tenth of [21, 22, 23]) recorder().record(holder, reading(tenth / 10, 'triste', video))
    for (const tenth of [24, 25]) recorder().record(holder, reading(tenth / 10, 'disgusto', { source: 'landmarks' }))
    for (const tenth of [26, 27]) recorder().record(holder, reading(tenth / 10, 'disgusto', { source: 'image' }))
    recorder().record(holder, reading(2.8, 'disgusto', { source: 'correction' }))
    recorder().record(holder, reading(2.9, 'enojado', video))
    recorder().record(holder, reading(2.95, 'enojado', video))
    await recorder().flush()
    expect(await timesOf(holder)).toEqual([
      ...[[0, 'feliz', 'video'] as const, [1.2, 'feliz', 'video'], [2.1, 'triste', 'video']],
      ...[[2.4, 'disgusto', 'landmarks'] as const, [2.6, 'disgusto', 'image'], [2.7, 'disgusto', 'image']],
      ...[[2.8, 'disgusto', 'correction'] as const, [2.9, 'enojado', 'video']],
    ])
  })

  it('of a session without consent: nothing', async () => {
    const holder = await openSession(server)
    recorder().record(holder, reading(1))
    expect(await countOf(server, holder)).toBe(0)
    // Nor when a caller claims a consent that the session does not have.
    recorder().record({ ...(await openSession(server)), recording: true }, reading(1))
    const lying = await openSession(server)
    recorder().record({ key: lying.key, recording: true }, reading(1))
    expect(await countOf(server, lying)).toBe(0)
  })

  it('numbers that are none become numbers', async () => {
    const holder = await openSession(server, { recording: true })
    const scores = { happy: Number.NaN, surprise: 2, sad: -1, angry: 0.5, disgust: 0, fear: 0, neutral: 0 }
    recorder().record(holder, reading(1, 'feliz', { confidence: Number.POSITIVE_INFINITY, scores }))
    expect(await countOf(server, holder)).toBe(1)
    const { rows } = await server.context.db.execute(
      sql`select confidence, scores from emotion_detections where session_id = ${holder.key}`,
    )
    expect(rows).toEqual([{ confidence: 10_000, scores: [0, 10_000, 0, 5000, 0, 0, 0] }])
  })

  it('times only grow, whatever the clocks of several processes say', async () => {
    const holder = await openSession(server, { recording: true })
    recorder().record(holder, reading(10))
    await recorder().flush()
    other.context.recorder.record(holder, reading(9, 'triste'))
    other.context.recorder.record(holder, reading(10, 'triste'))
    await other.context.recorder.flush()
    expect(await timesOf(holder)).toEqual([
      ...[[10, 'feliz', 'image'] as const, [10.001, 'triste', 'image'], [10.002, 'triste', 'image']],
    ])
  })
})

describe('a consent', () => {
  it('that is withdrawn holds at once, also for what was read before and is not yet written', async () => {
    const holder = await openSession(server, { recording: true })
    recorder().record(holder, reading(1))
    expect(await countOf(server, holder)).toBe(1)
    recorder().record(holder, reading(2))
    await patch(server, holder, { recording: false })
    expect(recorder().state(holder.key)).toBe('idle')
    recorder().record(holder, reading(3))
    expect(await countOf(server, holder)).toBe(1)
    await patch(server, holder, { recording: true })
    recorder().record(holder, later())
    expect(await countOf(server, holder)).toBe(2)
  })

  it('that is withdrawn in another process writes nothing more, and is soon known', async () => {
    const holder = await openSession(server, { recording: true })
    recorder().record(holder, reading(1))
    await patch(other, holder, { recording: false })
    recorder().record(holder, reading(2))
    const stored = await countOf(server, holder)
    expect(stored).toBe(0)
    await expect.poll(() => recorder().state(holder.key), { timeout: 10_000 }).toBe('idle')
    await patch(other, holder, { recording: true })
    await expect.poll(() => recorder().state(holder.key), { timeout: 10_000 }).toBe('recording')
    recorder().record(holder, later())
    expect(await countOf(server, holder)).toBe(1)
  })

  it('that is told of while the question about it is on its way is not overruled by the old answer', async () => {
    const [told, asked] = [await openSession(server), await openSession(server)]
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const slow = createRecorder({ db: server.context.db, log: { warn: () => undefined } })
    for (const holder of [told, asked]) slow.record(holder, reading(1))
    await server.context.db.execute(sql`update emotion_sessions set recording = true where id = ${asked.key}`)
    await other.context.db.transaction(async (tx) => {
      await tx.execute(sql`lock table emotion_sessions in access exclusive mode`)
      vi.advanceTimersByTime(1000)
      const waiting = sql`select count(*)::int as n from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())`
      await expect.poll(async () => (await tx.execute(waiting)).rows[0]?.n, { timeout: 10_000 }).toBe(1)
      slow.tell(told.key, 'recording')
    })
    await expect.poll(() => slow.state(asked.key), { timeout: 10_000 }).toBe('recording')
    expect(slow.state(told.key)).toBe('recording')
    vi.useRealTimers()
    await slow.close()
  })

  it('ends with its session: deleting or ending it while readings come brings nothing back', async () => {
    for (const [method, rest] of [
      ['DELETE', ''],
      ['POST', '/end'],
    ] as const) {
      const holder = await openSession(server, { recording: true })
      recorder().record(holder, reading(1))
      other.context.recorder.record(holder, reading(1))
      const ending = server.send({ method, url: `/api/v1/sessions/${holder.id}${rest}` })
      // The session ends now, long after the time of the readings before.
      for (let n = 0; n < 50; n++) other.context.recorder.record(holder, later())
      expect((await ending).statusCode).toBe(200)
      for (let n = 0; n < 50; n++) recorder().record(holder, later())
      await Promise.all([recorder().flush(), other.context.recorder.flush()])
      await expect.poll(() => other.context.recorder.state(holder.key), { timeout: 10_000 }).toBe('gone')
      expect((await timesOf(holder)).filter(([seconds]) => Number(seconds) > 10)).toEqual([])
    }
  })
})

describe('a database that fails', () => {
  it('finds everything waiting when it is back', async () => {
    const recorder = manual()
    const holder = await openSession(server, { recording: true })
    const mend = await breakDatabase()
    for (const seconds of [1, 2, 3]) recorder.record(holder, reading(seconds))
    await recorder.flush()
    await recorder.flush()
    await mend()
    recorder.record(holder, reading(4))
    await recorder.close()
    expect((await timesOf(holder)).map(([seconds]) => seconds)).toEqual([1, 2, 3, 4])
    expect(recorder.log.map(({ text }) => text)).toEqual(['detections cannot be written: they wait'])
  })

  it('costs the oldest readings beyond a bound, and says so', async () => {
    const recorder = manual(5)
    const holder = await openSession(server, { recording: true })
    const mend = await breakDatabase()
    for (let seconds = 1; seconds <= 8; seconds++) recorder.record(holder, reading(seconds))
    await recorder.flush()
    recorder.record(holder, reading(9))
    await mend()
    await recorder.close()
    expect((await timesOf(holder)).map(([seconds]) => seconds)).toEqual([5, 6, 7, 8, 9])
    expect(recorder.log.map(({ text }) => text)).toEqual([
      'the database does not take detections: the oldest are being dropped',
      'detections cannot be written: they wait',
      'detections are written again; some were lost',
    ])
    expect(recorder.log[2]?.fields).toEqual({ lost: 4 })
  })

  it('is told of at the end when something could not be written', async () => {
    const recorder = manual()
    const mend = await breakDatabase()
    recorder.record(await openSession(server, { recording: true }), reading(1))
    await recorder.close()
    await mend()
    expect(recorder.log.at(-1)).toMatchObject({ fields: { lost: 1 } })
  })

  it('refuses what it never takes once, and goes on with the rest', async () => {
    const recorder = manual()
    const holders = await Promise.all([1, 2, 3].map(() => openSession(server, { recording: true })))
    for (const [n, holder] of holders.entries())
      recorder.record(holder, { ...reading(1), ...(n === 1 && { clase: 'furioso' as 'feliz' }) })
    const { db } = server.context
    const spy = vi.spyOn(db, 'transaction')
    const through = spy.getMockImplementation() ?? db.transaction.bind(db)
    // Together they are refused, then the first one is written alone, and then the database is away for a moment.
    spy.mockImplementationOnce(through).mockImplementationOnce(through).mockRejectedValueOnce(new Error('away'))
    await recorder.flush()
    spy.mockRestore()
    for (const holder of holders) recorder.record(holder, reading(2))
    await recorder.close()
    const times = await Promise.all(holders.map(timesOf))
    expect(times.map((rows) => rows.map(([seconds]) => seconds))).toEqual([[1, 2], [], [1, 2]])
    expect(recorder.log).toMatchObject([{ text: expect.stringMatching(/wait/) }, { fields: { detections: 2 } }])
  })
})

it('writes by itself: within a second or so, and when much is waiting', async () => {
  const holder = await openSession(server, { recording: true })
  recorder().record(holder, reading(1))
  await expect.poll(async () => (await timesOf(holder)).length, { timeout: 10_000 }).toBe(1)
  const slow = manual(10_000)
  for (let seconds = 2; seconds < 202; seconds++) slow.record(holder, reading(seconds))
  await expect.poll(async () => (await timesOf(holder)).length, { timeout: 10_000 }).toBe(201)
  await slow.close()
})

it('writes many sessions in a fixed number of statements', async () => {
  const holders = await Promise.all(Array.from({ length: 20 }, () => openSession(server, { recording: true })))
  const slow = manual(10_000)
  const begin = vi.spyOn(server.context.db, 'transaction')
  for (const seconds of [1, 2, 3]) for (const holder of holders) slow.record(holder, reading(seconds))
  await slow.flush()
  expect(begin).toHaveBeenCalledTimes(1)
  begin.mockRestore()
  for (const holder of holders) expect(await countOf(server, holder)).toBe(3)
  await slow.close()
})

it('forgets sessions that say nothing any more', async () => {
  const holder = await openSession(server, { recording: true })
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  const slow = createRecorder({ db: server.context.db, log: { warn: () => undefined } })
  slow.record(holder, reading(1))
  expect(slow.state(holder.key)).toBe('recording')
  vi.advanceTimersByTime(70_000)
  expect(slow.state(holder.key)).toBeUndefined()
  vi.useRealTimers()
  await slow.close()
})
