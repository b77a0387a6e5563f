import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAttempts } from '../../../src/features/auth/attempts.ts'
import { newAddress } from '../../support/address.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { expectRefusal, TIME } from './support.ts'

const EMAIL = 'ada@example.org'
const GOOD = 'correct horse'
let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await server.admin()
})
beforeEach(() => server.context.db.execute(sql`delete from auth_attempts`))
afterAll(() => server.close())

const login = (remoteAddress: string, password = 'wrong password', email = EMAIL) =>
  server.send({ method: 'POST', url: '/auth/login', remoteAddress, payload: { email, password } })
const statuses = async (calls: Promise<{ statusCode: number }>[]) =>
  (await Promise.all(calls)).map((reply) => reply.statusCode).sort()

describe('sign-in', () => {
  it('refuses the sixth attempt of a minute, also with the right password, and says when to come back', async () => {
    const address = newAddress()
    for (let n = 0; n < 5; n++) expectRefusal(await login(address), 401, 'INVALID_CREDENTIALS')
    const reply = await login(address, GOOD)
    const error = expectRefusal(reply, 429, 'RATE_LIMIT_EXCEEDED')
    expect(error).toEqual({
      ...{ code: 'RATE_LIMIT_EXCEEDED', message: 'Límite de requests excedido', limit: 5, remaining: 0 },
      ...{ retry_after: expect.any(Number), reset_at: expect.stringMatching(TIME) },
    })
    const distance = (Date.parse(String(error.reset_at)) - Date.parse(reply.json().timestamp)) / 1000
    expect(Math.abs(Number(error.retry_after) - distance)).toBeLessThanOrEqual(1)
    expect(error.retry_after).toBeGreaterThan(0)
    expect(error.retry_after).toBeLessThanOrEqual(60)
    expect(reply.headers['retry-after']).toBe(String(error.retry_after))
  })

  it('leaves other addresses and other accounts alone, and does not care for the case of the e-mail', async () => {
    const address = newAddress()
    for (let n = 0; n < 5; n++) await login(address, 'wrong password', n % 2 ? EMAIL : 'Ada@Example.org')
    expect((await login(address)).statusCode).toBe(429)
    expect((await login(newAddress(), GOOD)).statusCode).toBe(200)
    expect((await login(address, 'wrong password', 'nobody@example.org')).statusCode).toBe(401)
  })

  it('holds when twenty come at once', async () => {
    const address = newAddress()
    const replies = await statuses(Array.from({ length: 20 }, () => login(address)))
    expect(replies).toEqual([...Array(5).fill(401), ...Array(15).fill(429)])
  })

  it('does not count an unknown e-mail differently', async () => {
    const address = newAddress()
    const unknown = () => login(address, 'wrong password', 'nobody@example.org')
    expect(await statuses(Array.from({ length: 6 }, unknown))).toEqual([401, 401, 401, 401, 401, 429])
  })

  it('forgets the failures of a person who gets in', async () => {
    const address = newAddress()
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 4; n++) await login(address)
      expect((await login(address, GOOD)).statusCode).toBe(200)
    }
  })

  it('stops one address that tries many accounts', async () => {
    const address = newAddress()
    for (let n = 0; n < 20; n++) await createAttempts(server.context.db).take('login', address, `guess${n}@example.org`)
    const error = expectRefusal(await login(address, GOOD), 429, 'RATE_LIMIT_EXCEEDED')
    expect(error.limit).toBe(20)
  })

  it('stops a guess at one account from everywhere', async () => {
    await server.context.db.execute(
      sql`insert into auth_attempts (key) select ${`login:account:${EMAIL}`} from generate_series(1, 100)`,
    )
    expect(expectRefusal(await login(newAddress(), GOOD), 429, 'RATE_LIMIT_EXCEEDED').limit).toBe(100)
  })

  it.each([
    ['login', 100],
    ['recovery', 20],
  ] as const)(
    'lets no address fill the window of an account alone (%s), and stops it all the same',
    async (what, max) => {
      const attempts = createAttempts(server.context.db)
      const stranger = newAddress()
      let taken = 0
      for (let round = 0; round < 100; round++) {
        const ok = await attempts.take(what, stranger, EMAIL).then(
          () => true,
          () => false,
        )
        if (ok) taken++
        await server.context.db.execute(
          sql`update auth_attempts set at = at - interval '6 minutes' where key like ${`${what}:address:%`}`,
        )
        await server.context.db.execute(
          sql`update auth_attempts set at = now() - interval '6 minutes' where key like ${`${what}:pair:%`}`,
        )
      }
      expect(taken).toBe(max)
      await expect(attempts.take(what, stranger, EMAIL)).rejects.toMatchObject({ extras: { limit: max } })
      const counted = await server.context.db.execute(
        sql`select 1 from auth_attempts where key = ${`${what}:account:${EMAIL}`}`,
      )
      expect(counted.rows).toHaveLength(max * 0.3)
      await attempts.take(what, newAddress(), EMAIL)
    },
  )

  it('counts the /64 of an IPv6 customer as one address, however it is written', async () => {
    for (const tail of ['::1', '::2', ':9:9:9:9', '::ffff', ':0:0:0:7']) await login(`2001:db8:1:2${tail}`)
    expect((await login('2001:db8:1:2:ffff::9')).statusCode).toBe(429)
    expect((await login('2001:0DB8:0001:0002::9')).statusCode).toBe(429)
    expect((await login('2001:db8:1:3::1')).statusCode).toBe(401)
    for (let n = 0; n < 5; n++) await login('::ffff:10.9.9.9')
    expect((await login('10.9.9.9')).statusCode).toBe(429)
    expect((await login('::ffff:10.9.9.8')).statusCode).toBe(401)
  })
})

describe('windows', () => {
  it('slide: a place is free again a minute after it was taken, not at the full minute', async () => {
    const { db } = server.context
    const address = newAddress()
    let now = Date.now()
    const attempts = createAttempts(db, () => new Date(now))
    for (let n = 0; n < 5; n++) await attempts.take('login', address, EMAIL)
    const age = (seconds: number) =>
      db.execute(sql`update auth_attempts set at = at - make_interval(secs => ${seconds}) where id = (select min(id) from
        auth_attempts where key like 'login:pair%') or key not like 'login:pair%'`)
    await age(40)
    const refused = await attempts.take('login', address, EMAIL).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'RATE_LIMIT_EXCEEDED' })
    const { retry_after: wait } = (refused as { extras: { retry_after: number } }).extras
    expect(wait).toBeGreaterThan(15)
    expect(wait).toBeLessThan(25)
    now += 25_000
    await attempts.take('login', address, EMAIL)
    await expect(attempts.take('login', address, EMAIL)).rejects.toMatchObject({ code: 'RATE_LIMIT_EXCEEDED' })
  })
})

describe('registration and recovery', () => {
  it('refuses the fourth registration of a minute for one e-mail, and the sixth of an address', async () => {
    const address = newAddress()
    const register = (name: string) => {
      const payload = { name, email: `${name}@example.org`, password: GOOD }
      return server.send({ method: 'POST', url: '/auth/register', remoteAddress: address, payload })
    }
    for (let n = 0; n < 3; n++) expectRefusal(await register('one'), 403, 'REGISTRATION_CLOSED')
    expect(expectRefusal(await register('one'), 429, 'RATE_LIMIT_EXCEEDED').limit).toBe(3)
    for (const name of ['two', 'three']) expectRefusal(await register(name), 403, 'REGISTRATION_CLOSED')
    expect(expectRefusal(await register('four'), 429, 'RATE_LIMIT_EXCEEDED').limit).toBe(5)
  })

  it('counts look-ups and resets together (D-08)', async () => {
    const remoteAddress = newAddress()
    const payload = { email: EMAIL, recovery_code: 'AAAAA-AAAAA-AAAAA-AAAAA', new_password: GOOD }
    const ask = (url: string) => server.send({ method: 'POST', url, remoteAddress, payload })
    for (let n = 0; n < 5; n++)
      expectRefusal(await ask(n % 2 ? '/auth/account-lookup' : '/auth/reset-password'), 401, 'INVALID_RECOVERY')
    for (const url of ['/auth/account-lookup', '/auth/reset-password'])
      expectRefusal(await ask(url), 429, 'RATE_LIMIT_EXCEEDED')
  })
})

describe('the address', () => {
  let proxied: TestServer
  beforeAll(async () => {
    proxied = await startTestServer({ env: { TRUST_PROXY: '127.0.0.1, 10.1.0.0/16' } })
    await proxied.admin()
  })
  afterAll(() => proxied.close())

  const via = (to: TestServer, remoteAddress: string, forwarded: string) =>
    to.send({
      ...{ method: 'POST', url: '/auth/login', remoteAddress, headers: { 'x-forwarded-for': forwarded } },
      payload: { email: EMAIL, password: 'wrong password' },
    })

  it('is the one of the socket where no proxy is trusted', async () => {
    const socket = newAddress()
    for (let n = 0; n < 5; n++) await via(server, socket, `198.51.100.${n}`)
    expect((await via(server, socket, '198.51.100.77')).statusCode).toBe(429)
  })

  it('is the last one that a trusted proxy saw, whatever the caller pretends', async () => {
    for (let n = 0; n < 5; n++) await via(proxied, '127.0.0.1', `203.0.113.${n}, 198.51.100.7, 10.1.2.3`)
    expect((await via(proxied, '127.0.0.1', '203.0.113.99, 198.51.100.7')).statusCode).toBe(429)
    expect((await via(proxied, '127.0.0.1', '198.51.100.8')).statusCode).toBe(401)
    expect((await via(proxied, '198.51.100.9', '198.51.100.7')).statusCode).toBe(401)
  })
})
