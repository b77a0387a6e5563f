import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recoveryCodes } from '../../../src/db/schema/auth.ts'
import { newAddress } from '../../support/address.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { expectRefusal, isSignedIn, newcomer, newSession, PASSWORD } from './support.ts'

const MASTER = 'the household key'
const NEW_PASSWORD = 'another password'
let server: TestServer
let admin: string
beforeAll(async () => {
  server = await startTestServer({ env: { REGISTRATION: 'invite' } })
  admin = await server.admin()
})
afterAll(() => server.close())

const makeCodes = (token: string, current_password = PASSWORD) =>
  server.send({
    ...{ method: 'POST', url: '/auth/recovery-codes', token, remoteAddress: newAddress() },
    payload: { current_password },
  })
const codesOf = async (token: string): Promise<string[]> => (await makeCodes(token)).json().codes
const unused = async (token: string) => (await server.send({ url: '/auth/recovery-codes', token })).json()
const lookup = (email: string, recovery_code: string, to = server) =>
  to.send({
    ...{ method: 'POST', url: '/auth/account-lookup', remoteAddress: newAddress() },
    payload: { email, recovery_code },
  })
const reset = (email: string, recovery_code: string, to = server) =>
  to.send({
    ...{ method: 'POST', url: '/auth/reset-password', remoteAddress: newAddress() },
    payload: { email, recovery_code, new_password: NEW_PASSWORD },
  })

describe('personal codes', () => {
  it('are ten, shown once to whom knows the password, and kept as hashes', async () => {
    const { id, token } = await newcomer(server, admin, 'abe')
    expect(await unused(token)).toEqual({ unused: 0 })
    expectRefusal(await makeCodes(token, 'wrong password'), 400, 'INVALID_PASSWORD')
    const codes = await codesOf(token)
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$/)
    expect(await unused(token)).toEqual({ unused: 10 })
    const rows = await server.context.db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, id))
    expect(rows.every(({ codeHash }) => /^[0-9a-f]{64}$/.test(codeHash) && !codes.includes(codeHash))).toBe(true)
  })

  it('find the account without being spent', async () => {
    const { id, email, token } = await newcomer(server, admin, 'bab')
    const [code] = await codesOf(token)
    const reply = await lookup(email.toUpperCase(), code!)
    expect(reply.json()).toEqual({ id, name: 'bab', username: 'bab', email })
    expect(await unused(token)).toEqual({ unused: 10 })
  })

  it('set a new password once, end every session, and stay good for no second time', async () => {
    const { email, token } = await newcomer(server, admin, 'cal')
    const [code, next] = await codesOf(token)
    const reply = await reset(email, code!.toLowerCase().replaceAll('-', ''))
    expect(reply.json()).toEqual({ message: 'Password reset successfully' })
    expect(await isSignedIn(server, token)).toBe(false)
    const again = await newSession(server, email, NEW_PASSWORD)
    expect(await unused(again)).toEqual({ unused: 9 })
    expectRefusal(await reset(email, code!), 401, 'INVALID_RECOVERY')
    expectRefusal(await lookup(email, code!), 401, 'INVALID_RECOVERY')
    expect((await reset(email, next!)).statusCode).toBe(200)
  })

  it('work once also for two who come at the same moment', async () => {
    const { email, token } = await newcomer(server, admin, 'deb')
    const [code] = await codesOf(token)
    const replies = await Promise.all(Array.from({ length: 4 }, () => reset(email, code!)))
    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([200, 401, 401, 401])
  })

  it('are replaced by new ones', async () => {
    const { email, token } = await newcomer(server, admin, 'eli')
    const [old] = await codesOf(token)
    const [fresh] = await codesOf(token)
    expectRefusal(await reset(email, old!), 401, 'INVALID_RECOVERY')
    expect((await reset(email, fresh!)).statusCode).toBe(200)
  })

  it('open nobody else', async () => {
    const { token } = await newcomer(server, admin, 'fin')
    const other = await newcomer(server, admin, 'gem')
    const [code] = await codesOf(token)
    expectRefusal(await reset(other.email, code!), 401, 'INVALID_RECOVERY')
    expect(await isSignedIn(server, other.token)).toBe(true)
  })
})

describe('failures', () => {
  it('are alike for a wrong code, an unknown e-mail and a disabled account', async () => {
    const { id, email, token } = await newcomer(server, admin, 'hob')
    const [code] = await codesOf(token)
    const off = { method: 'PATCH', url: `/users/${id}`, token: admin, payload: { is_active: false } } as const
    expect((await server.send(off)).statusCode).toBe(200)
    for (const call of [lookup, reset]) {
      const replies = [
        await call('ada@example.org', 'AAAAA-AAAAA-AAAAA-AAAAA'),
        await call('nobody@example.org', 'AAAAA-AAAAA-AAAAA-AAAAA'),
        await call(email, code!),
      ]
      const seen = replies.map((reply) => expectRefusal(reply, 401, 'INVALID_RECOVERY'))
      expect(seen[1]).toEqual(seen[0])
      expect(seen[2]).toEqual(seen[0])
    }
  })
})

describe('the code of an administrator', () => {
  it('ends the sessions of the user and works once', async () => {
    const { id, email, token } = await newcomer(server, admin, 'ike')
    const reply = await server.send({ method: 'POST', url: `/users/${id}/reset`, token: admin })
    expect(reply.json()).toEqual({ recovery_code: expect.stringMatching(/^\w{5}(-\w{5}){3}$/) })
    expect(await isSignedIn(server, token)).toBe(false)
    const code = reply.json().recovery_code
    expect([(await reset(email, code)).statusCode, (await reset(email, code)).statusCode]).toEqual([200, 401])
  })
})

it('does not take the code of an administrator a day later', async () => {
  const { id, email } = await newcomer(server, admin, 'jon')
  const issue = async () =>
    (await server.send({ method: 'POST', url: `/users/${id}/reset`, token: admin })).json().recovery_code as string
  const age = (hours: number) =>
    server.context.db.execute(
      sql`update recovery_codes set created_at = now() - make_interval(hours => ${hours}) where user_id = ${id}`,
    )
  const old = await issue()
  await age(25)
  for (const call of [lookup, reset]) expectRefusal(await call(email, old), 401, 'INVALID_RECOVERY')
  const fresh = await issue()
  await age(23)
  expect((await reset(email, fresh)).statusCode).toBe(200)
  // The codes that somebody made for themselves lie in a drawer for years.
  const [own] = (await makeCodes(await newSession(server, email, NEW_PASSWORD), NEW_PASSWORD)).json().codes
  await age(9000)
  expect((await reset(email, own)).statusCode).toBe(200)
})

describe('the code of the server', () => {
  let keyed: TestServer
  beforeAll(async () => {
    keyed = await startTestServer({ env: { AUTH_RECOVERY_CODE: MASTER } })
    await keyed.admin()
  })
  afterAll(() => keyed.close())

  it('is announced, finds and resets any account, again and again', async () => {
    expect((await keyed.send({ url: '/auth/status' })).json().recovery).toBe(true)
    expect((await lookup('ada@example.org', MASTER, keyed)).json().username).toBe('ada')
    expect((await reset('ADA@example.org', MASTER, keyed)).statusCode).toBe(200)
    expect((await reset('ada@example.org', MASTER, keyed)).statusCode).toBe(200)
    await newSession(keyed, 'ada@example.org', NEW_PASSWORD)
  })

  it('is compared as it is, and does not tell who has an account', async () => {
    const known = expectRefusal(await reset('ada@example.org', MASTER.toUpperCase(), keyed), 401, 'INVALID_RECOVERY')
    const unknown = expectRefusal(
      await reset('nobody@example.org', 'a wrong key of it', keyed),
      401,
      'INVALID_RECOVERY',
    )
    expect(unknown).toEqual(known)
    expectRefusal(await lookup('nobody@example.org', MASTER, keyed), 401, 'INVALID_RECOVERY')
  })

  it('does not exist where none is set', async () => {
    expectRefusal(await lookup('ada@example.org', MASTER), 401, 'INVALID_RECOVERY')
    expectRefusal(await lookup('ada@example.org', 'undefined'), 401, 'INVALID_RECOVERY')
  })
})
