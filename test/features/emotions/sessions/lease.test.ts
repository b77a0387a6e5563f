import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../support/app.ts'
import { type Holder, openSession } from './support.ts'

const TTL = 15_000
let server: TestServer
let other: TestServer
beforeAll(async () => {
  server = await startTestServer()
  other = await startTestServer({ databaseUrl: server.config.databaseUrl ?? '' })
})
afterAll(async () => {
  await other.close()
  await server.close()
})

const here = () => server.context.sessions.lease
const there = () => other.context.sessions.lease
/** As if the process of the holder had died that long ago. */
const later = (holder: Holder, ms: number) =>
  server.context.db.execute(
    sql`update emotion_leases set expires_at = expires_at - ${ms} * interval '1 millisecond' where session_id = ${holder.key}`,
  )

it('a session has one connection, in any process, until that one lets go', async () => {
  const { key } = await openSession(server)
  expect(await here().claim(key, 'a', TTL)).toBe(true)
  expect(await here().claim(key, 'a', TTL)).toBe(true)
  expect(await there().claim(key, 'b', TTL)).toBe(false)
  await there().release(key, 'b')
  expect(await there().claim(key, 'b', TTL)).toBe(false)
  await here().release(key, 'a')
  expect(await there().claim(key, 'b', TTL)).toBe(true)
  expect(await here().renew(key, 'a', TTL)).toBe('taken')
})

it('of many that come at once, one gets it', async () => {
  const { key } = await openSession(server)
  const tries = Array.from({ length: 20 }, (_, n) => (n % 2 ? here() : there()).claim(key, `c${n}`, TTL))
  expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1)
})

it('one that died holds it until its time is over, one that renews does not lose it', async () => {
  const holder = await openSession(server)
  await here().claim(holder.key, 'a', TTL)
  await later(holder, TTL - 5000)
  expect(await there().claim(holder.key, 'b', TTL)).toBe(false)
  expect(await here().renew(holder.key, 'a', TTL)).toBe('held')
  await later(holder, TTL - 5000)
  expect(await there().claim(holder.key, 'b', TTL)).toBe(false)
  await later(holder, 6000)
  expect(await there().claim(holder.key, 'b', TTL)).toBe(true)
  expect(await here().renew(holder.key, 'a', TTL)).toBe('taken')
})

it('a newer connection may take it over; the older one finds out', async () => {
  const { key } = await openSession(server)
  await here().claim(key, 'a', TTL)
  expect(await there().takeOver(key, 'b', TTL)).toBe(true)
  expect(await here().renew(key, 'a', TTL)).toBe('taken')
  // What the older one does when it closes does not harm the newer one.
  await here().release(key, 'a')
  expect(await there().renew(key, 'b', TTL)).toBe('held')
})

it('is gone with its session', async () => {
  const { key, id } = await openSession(server)
  await here().claim(key, 'a', TTL)
  await server.send({ method: 'DELETE', url: `/api/v1/sessions/${id}` })
  expect(await here().renew(key, 'a', TTL)).toBe('gone')
  await expect(here().claim(key, 'a', TTL)).rejects.toMatchObject({ code: 'INVALID_SESSION' })
  await expect(there().takeOver(key, 'b', TTL)).rejects.toMatchObject({ code: 'INVALID_SESSION' })
})

it('is gone when its session ends, also where nobody was seen', async () => {
  const { key, id } = await openSession(server)
  await here().claim(key, 'a', TTL)
  await other.send({ method: 'POST', url: `/api/v1/sessions/${id}/end` })
  expect(await here().renew(key, 'a', TTL)).toBe('gone')
})
