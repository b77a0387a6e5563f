import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settingsReply } from '../../../../src/features/emotions/history/contract.ts'
import { startTestServer, type TestServer } from '../../../support/app.ts'
import { expectRefusal, newcomer } from '../../auth/support.ts'
import { countOf, type Holder, openSession, reading } from '../sessions/support.ts'
import { told } from './support.ts'

const DAY_MS = 86_400_000
const SETTINGS = '/api/v1/history/settings'
let server: TestServer
let admin: string
beforeAll(async () => {
  server = await startTestServer({ env: { EMOTIONS_RETENTION_DAYS: '100' } })
  admin = await server.admin()
  await server.send({ method: 'PUT', url: '/users/registration', token: admin, payload: { registration: 'invite' } })
})
afterAll(() => server.close())

let users = 0
const user = async () => (await newcomer(server, admin, `keeper${++users}`)).token
const put = (token: string | undefined, payload: unknown) =>
  server.send({ method: 'PUT', url: SETTINGS, ...(token && { token }), payload: payload as object })

/** A session with readings of so many days ago. */
async function of(days: readonly number[], token?: string): Promise<Holder> {
  const holder = await openSession(server, { recording: true }, token)
  for (const ago of [...days].sort((a, b) => b - a))
    server.context.recorder.record(holder, { ...reading(0), at: new Date(Date.now() - ago * DAY_MS) })
  await server.context.recorder.flush()
  return holder
}
/** The nightly job, as another process does it when it starts. */
async function night(): Promise<void> {
  const { databaseUrl = '' } = server.config
  const worker = await startTestServer({ databaseUrl, env: { EMOTIONS_RETENTION_DAYS: '100' }, jobs: true })
  await worker.context.jobs.settle()
  await worker.close()
}
/** As if nobody had used it for so many days. */
const unused = ({ key }: Holder, days: number) =>
  server.context.db.execute(
    sql`update emotion_sessions set last_activity_at = now() - make_interval(days => ${days}::int) where id = ${key}`,
  )
const isThere = async ({ id, token }: Holder) =>
  (await server.send({ url: `/api/v1/sessions/${id}`, ...(token && { token }) })).statusCode === 200

describe('the setting', () => {
  it('is the own one of a user, and null again when wished', async () => {
    const [token, other] = [await user(), await user()]
    const get = async (of: string) =>
      settingsReply.strict().parse((await server.send({ url: SETTINGS, token: of })).json())
    expect(await get(token)).toMatchObject({ retention_days: null, server_retention_days: 100 })
    for (const days of [1, 3650, null, 7]) {
      expect((await put(token, { retention_days: days })).json()).toMatchObject({
        retention_days: days,
        server_retention_days: 100,
      })
      expect((await get(token)).retention_days).toBe(days)
    }
    expect((await get(other)).retention_days).toBeNull()
  })

  it('is for signed-in callers, and refuses what is no number of days', async () => {
    expectRefusal(await server.send({ url: SETTINGS }), 401, 'AUTH_REQUIRED')
    expectRefusal(await put(undefined, { retention_days: 1 }), 401, 'AUTH_REQUIRED')
    const token = await user()
    for (const days of [0, 3651, 1.5, '7', -1])
      expectRefusal(await put(token, { retention_days: days }), 400, 'INVALID_PARAMETER')
    expectRefusal(await put(token, {}), 400, 'MISSING_PARAMETER')
  })

  it('holds at once, for the own sessions alone', async () => {
    const [token, other] = [await user(), await user()]
    const mine = await of([40, 20, 5, 0], token)
    const [theirs, open] = [await of([40, 20], other), await of([40, 20])]
    await put(token, { retention_days: 10 })
    expect((await told(server, mine)).statistics).toMatchObject({ total_detections: 2 })
    expect([await countOf(server, mine), await countOf(server, theirs), await countOf(server, open)]).toEqual([2, 2, 2])
  })
})

describe('every night, and when a server starts', () => {
  it('what is too old goes: by the wish of its owner, else by the server', async () => {
    const [short, long] = [await user(), await user()]
    const sessions = [await of([200, 50, 5], short), await of([200, 50, 5], long), await of([200, 50, 5])]
    await put(short, { retention_days: 30 })
    await put(long, { retention_days: 3000 })
    await night()
    expect(await Promise.all(sessions.map((one) => countOf(server, one)))).toEqual([1, 3, 2])
  })

  it('empty sessions go that nobody uses and nobody named', async () => {
    const token = await user()
    const forgotten = [await openSession(server), await openSession(server, {}, token)]
    const kept = [
      ...[
        await openSession(server, { name: 'Later' }, token),
        await openSession(server, { recording: true }),
        await of([5]),
      ],
    ]
    const [named, consenting] = [
      await openSession(server, { name: 'Whose?' }),
      await openSession(server, { recording: true }),
    ]
    const held = [await openSession(server, { name: 'Mine', recording: true }, token), await of([31])]
    const leased = await openSession(server)
    await server.context.sessions.lease.claim(leased.key, 'camera', 60_000)
    const outdated = [await of([150]), await openSession(server, { name: 'Long ago', recording: true }, token)]
    const fresh = await openSession(server)
    for (const one of [...forgotten, ...kept, leased]) await unused(one, 2)
    for (const one of outdated) await unused(one, 150)
    for (const one of [named, consenting, ...held]) await unused(one, 31)
    for (const one of kept.slice(0, 2)) await unused(one, 29)
    await night()
    const [gone, there] = [
      [...forgotten, ...outdated, named, consenting],
      [...kept, ...held, leased, fresh],
    ]
    expect(await Promise.all(gone.map(isThere))).toEqual(gone.map(() => false))
    expect(await Promise.all(there.map(isThere))).toEqual(there.map(() => true))
  })
})

it('goes with its user', async () => {
  const token = await user()
  const { key } = await of([1], token)
  await put(token, { retention_days: 7 })
  expect((await server.send({ method: 'DELETE', url: '/auth/me', token })).statusCode).toBe(200)
  const left = sql`select (select count(*)::int from emotion_sessions where id = ${key})
    + (select count(*)::int from emotion_detections where session_id = ${key})
    + (select count(*)::int from emotion_runs where session_id = ${key})
    + (select count(*)::int from emotion_tallies where session_id = ${key}) as n`
  expect((await server.context.db.execute(left)).rows).toEqual([{ n: 0 }])
})
