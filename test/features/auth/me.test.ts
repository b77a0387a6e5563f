import { count, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recoveryCodes, sessions, users } from '../../../src/db/schema/auth.ts'
import { tracks } from '../../../src/db/schema/catalogue.ts'
import { favorites, ratings } from '../../../src/db/schema/favorites.ts'
import { plays } from '../../../src/db/schema/library.ts'
import { newAddress } from '../../support/address.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { expectRefusal, isSignedIn, newcomer, newSession, PASSWORD, TIME } from './support.ts'

let server: TestServer
let admin: string
beforeAll(async () => {
  server = await startTestServer({ env: { REGISTRATION: 'invite' } })
  admin = await server.admin()
})
afterAll(() => server.close())

const put = (token: string, payload: object) =>
  server.send({ method: 'PUT', url: '/auth/me', token, payload, remoteAddress: newAddress() })
const changePassword = (token: string, current_password: string, new_password: string) =>
  server.send({
    ...{ method: 'POST', url: '/auth/change-password', token, remoteAddress: newAddress() },
    payload: { current_password, new_password },
  })
const tryLogin = async (email: string, password: string) => {
  const options = { method: 'POST', url: '/auth/login', remoteAddress: newAddress() } as const
  return (await server.send({ ...options, payload: { email, password } })).statusCode
}

describe('GET /auth/me', () => {
  it('shows the account and nothing of its password', async () => {
    const { id, email, token } = await newcomer(server, admin, 'amy')
    const reply = await server.send({ url: '/auth/me', token })
    expect(reply.json()).toEqual({
      ...{ id, name: 'amy', username: 'amy', email, role: 'user', is_active: true },
      ...{ created_at: expect.stringMatching(TIME), last_login_at: expect.stringMatching(TIME) },
    })
  })
})

describe('PUT /auth/me', () => {
  it('changes the name without the password', async () => {
    const { token } = await newcomer(server, admin, 'bea')
    const reply = await put(token, { name: '  Beatrix Ñandú 🎵 ' })
    expect([reply.statusCode, reply.json().name]).toEqual([200, 'Beatrix Ñandú 🎵'])
    expect((await put(token, {})).json().name).toBe('Beatrix Ñandú 🎵')
  })

  it('needs the current password for the e-mail and for the password', async () => {
    const { token } = await newcomer(server, admin, 'cid')
    for (const change of [{ email: 'new@example.org' }, { password: 'another password' }]) {
      const error = expectRefusal(await put(token, change), 400, 'MISSING_PARAMETER')
      expect(error.details).toBe('current_password')
      const wrong = await put(token, { ...change, current_password: 'wrong password' })
      expect(expectRefusal(wrong, 400, 'INVALID_PASSWORD').message).toBe('La contraseña actual no es correcta')
    }
    expect((await server.send({ url: '/auth/me', token })).json().email).toBe('cid@example.org')
    expect(await tryLogin('cid@example.org', PASSWORD)).toBe(200)
  })

  it('changes the e-mail, which then signs in', async () => {
    const { token } = await newcomer(server, admin, 'dan')
    const reply = await put(token, { email: 'Daniel@Example.org', current_password: PASSWORD })
    expect(reply.json()).toMatchObject({ email: 'Daniel@Example.org', username: 'dan' })
    expect(await tryLogin('daniel@example.org', PASSWORD)).toBe(200)
    expect(await tryLogin('dan@example.org', PASSWORD)).toBe(401)
  })

  it('refuses an e-mail that somebody has, in any case, but not the own one', async () => {
    const { token } = await newcomer(server, admin, 'eva')
    const taken = { email: 'ADA@example.org', current_password: PASSWORD }
    expectRefusal(await put(token, taken), 400, 'EMAIL_TAKEN')
    expect((await put(token, { email: 'EVA@example.org', current_password: PASSWORD })).statusCode).toBe(200)
  })

  it('changes the password and ends the other sessions', async () => {
    const { email, token } = await newcomer(server, admin, 'flo')
    const other = await newSession(server, email)
    expect((await put(token, { password: 'another password', current_password: PASSWORD })).statusCode).toBe(200)
    expect([await isSignedIn(server, token), await isSignedIn(server, other)]).toEqual([true, false])
    expect([await tryLogin(email, PASSWORD), await tryLogin(email, 'another password')]).toEqual([401, 200])
  })

  it('takes no role, no state and no id', async () => {
    const { id, token } = await newcomer(server, admin, 'gus')
    await put(token, { name: 'gus', role: 'admin', is_active: false, id: 1 })
    expect((await server.send({ url: '/auth/me', token })).json()).toMatchObject({ id, role: 'user', is_active: true })
  })
})

describe('POST /auth/change-password', () => {
  it('ends the other sessions and leaves this one', async () => {
    const { email, token } = await newcomer(server, admin, 'hue')
    const other = await newSession(server, email)
    const reply = await changePassword(token, PASSWORD, 'another password')
    expect(reply.json()).toEqual({ message: 'Password updated successfully' })
    expect([await isSignedIn(server, token), await isSignedIn(server, other)]).toEqual([true, false])
    expect([await tryLogin(email, PASSWORD), await tryLogin(email, 'another password')]).toEqual([401, 200])
  })

  it('tells passwords apart behind 72 bytes, where bcrypt would not (D-11)', async () => {
    const { email, token } = await newcomer(server, admin, 'ira')
    const long = 'ñ'.repeat(99)
    expect((await changePassword(token, PASSWORD, `${long}a`)).statusCode).toBe(200)
    expect([await tryLogin(email, `${long}b`), await tryLogin(email, `${long}a`)]).toEqual([401, 200])
  })

  it('does not let the finder of an open session guess', async () => {
    const { token } = await newcomer(server, admin, 'jan')
    const remoteAddress = newAddress()
    const guess = (current_password: string) =>
      server.send({
        ...{ method: 'POST', url: '/auth/change-password', token, remoteAddress },
        payload: { current_password, new_password: 'another password' },
      })
    for (let n = 0; n < 5; n++) expectRefusal(await guess(`wrong password ${n}`), 400, 'INVALID_PASSWORD')
    expectRefusal(await guess(PASSWORD), 429, 'RATE_LIMIT_EXCEEDED')
    expect((await changePassword(token, PASSWORD, 'another password')).statusCode).toBe(200)
  })
})

describe('DELETE /auth/me', () => {
  it('takes everything of the account along (D-36) and nothing else', async () => {
    const { db } = server.context
    const { id, email, token } = await newcomer(server, admin, 'kay')
    const [track] = await db
      .insert(tracks)
      .values({ trackKey: 'k', name: 'Song', normalizedName: 'song', searchText: 'song' })
      .returning()
    const mine = { userId: id, trackId: track!.id }
    await db.insert(favorites).values({ ...mine, targetType: 'track' })
    await db.insert(ratings).values({ ...mine, rating: 4 })
    await db.insert(plays).values([mine, mine])
    const codes = {
      method: 'POST',
      url: '/auth/recovery-codes',
      token,
      payload: { current_password: PASSWORD },
    } as const
    expect((await server.send(codes)).statusCode).toBe(200)

    const reply = await server.send({ method: 'DELETE', url: '/auth/me', token })
    expect(reply.json()).toEqual({ message: 'User account deleted successfully' })
    expect(String(reply.headers['set-cookie'])).toMatch(/^animo_session=;/)
    for (const table of [favorites, ratings, plays, sessions, recoveryCodes]) {
      const [left] = await db.select({ n: count() }).from(table).where(eq(table.userId, id))
      expect(left?.n).toBe(0)
    }
    expect(await db.$count(tracks, eq(tracks.id, track!.id))).toBe(1)
    expectRefusal(await server.send({ url: '/auth/me', token }), 401, 'INVALID_TOKEN')
    expect(await tryLogin(email, PASSWORD)).toBe(401)
  })

  it('is refused to the last administrator while others are there, then allowed', async () => {
    await newcomer(server, admin, 'lee')
    expectRefusal(await server.send({ method: 'DELETE', url: '/auth/me', token: admin }), 409, 'LAST_ADMIN')
    const second = await newcomer(server, admin, 'meg', { role: 'admin' })
    expect((await server.send({ method: 'DELETE', url: '/auth/me', token: second.token })).statusCode).toBe(200)
    expectRefusal(await server.send({ method: 'DELETE', url: '/auth/me', token: admin }), 409, 'LAST_ADMIN')
  })

  it('leaves one administrator when the last two go at the same moment', async () => {
    const second = await newcomer(server, admin, 'ned', { role: 'admin' })
    const replies = await Promise.all(
      [admin, second.token].map((token) => server.send({ method: 'DELETE', url: '/auth/me', token })),
    )
    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([200, 409])
    expect(await server.context.db.$count(users, eq(users.role, 'admin'))).toBe(1)
  })
})
