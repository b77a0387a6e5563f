import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { users } from '../../../../src/db/schema/auth.ts'
import { startTestServer, type TestServer } from '../../../support/app.ts'
import { expectRefusal, isSignedIn, newcomer, TIME } from '../support.ts'

let server: TestServer
let admin: string
let adminId: number
beforeAll(async () => {
  server = await startTestServer({ env: { REGISTRATION: 'invite' } })
  admin = await server.admin()
  adminId = (await server.send({ url: '/auth/me', token: admin })).json().id
})
afterAll(() => server.close())

const call = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload?: object, token = admin) =>
  server.send({ method, url, token, ...(payload && { payload }) })
const patch = (id: number, payload: object, token = admin) => call('PATCH', `/users/${id}`, payload, token)

/** Every route of the administrator with a body that would do. */
const ROUTES = [
  ['GET', '/users'],
  ['GET', '/users/invites'],
  ['POST', '/users/invites', {}],
  ['DELETE', '/users/invites/1'],
  ['PUT', '/users/registration', { registration: 'open' }],
  ['PATCH', '/users/1', { role: 'admin' }],
  ['POST', '/users/1/reset'],
  ['DELETE', '/users/1'],
] as const

describe('permission', () => {
  it('is refused to members and to nobody, before anything else is looked at', async () => {
    const { id, token } = await newcomer(server, admin, 'mel')
    for (const [method, url, payload] of ROUTES) {
      expectRefusal(await call(method, url, payload, token), 403, 'FORBIDDEN')
      expectRefusal(await server.send({ method, url, ...(payload && { payload }) }), 401, 'AUTH_REQUIRED')
      expectRefusal(await call(method, url, { wrong: true }, token), 403, 'FORBIDDEN')
    }
    expectRefusal(await patch(id, { role: 'admin' }, token), 403, 'FORBIDDEN')
    expectRefusal(await call('DELETE', `/users/${id}`, undefined, token), 403, 'FORBIDDEN')
  })

  it('comes and goes with the role at once', async () => {
    const { id, token } = await newcomer(server, admin, 'ned')
    expect((await patch(id, { role: 'admin' })).json()).toMatchObject({ id, role: 'admin' })
    expect((await call('GET', '/users', undefined, token)).statusCode).toBe(200)
    await patch(id, { role: 'user' })
    expectRefusal(await call('GET', '/users', undefined, token), 403, 'FORBIDDEN')
  })
})

describe('the list', () => {
  it('shows every account in order, and no hash', async () => {
    const { id } = await newcomer(server, admin, 'oda')
    const reply = await call('GET', '/users')
    const { items } = reply.json()
    expect(items.map((item: { id: number }) => item.id)).toEqual(
      items.map((item: { id: number }) => item.id).toSorted((a: number, b: number) => a - b),
    )
    expect(items.at(-1)).toEqual({
      ...{ id, name: 'oda', username: 'oda', email: 'oda@example.org', role: 'user', is_active: true },
      ...{ created_at: expect.stringMatching(TIME), last_login_at: expect.stringMatching(TIME) },
    })
    expect(reply.body).not.toMatch(/argon2|hash/i)
  })
})

describe('invitations', () => {
  it('are made with a code that is shown once, and listed without it', async () => {
    const reply = await call('POST', '/users/invites', { role: 'admin', note: ' for Pia ', expires_in_hours: 2 })
    expect(reply.statusCode).toBe(201)
    const { code, ...invite } = reply.json()
    expect(invite).toEqual({
      ...{ id: expect.any(Number), role: 'admin', note: 'for Pia', used_at: null },
      ...{ created_at: expect.stringMatching(TIME), expires_at: expect.stringMatching(TIME) },
    })
    const hours = (Date.parse(invite.expires_at) - Date.parse(invite.created_at)) / 3_600_000
    expect(hours).toBeCloseTo(2, 2)
    const list = await call('GET', '/users/invites')
    expect(list.json().items).toContainEqual(invite)
    expect(list.body).not.toContain(code)
    expect((await call('POST', '/users/invites', {})).json()).toMatchObject({ role: 'user', note: null })
  })

  it('say when they were used', async () => {
    await newcomer(server, admin, 'pia', { note: 'used by Pia' })
    const { items } = (await call('GET', '/users/invites')).json()
    const used = items.find((item: { note: string | null }) => item.note === 'used by Pia')
    expect(used.used_at).toMatch(TIME)
  })

  it('die with the administrator who made them', async () => {
    const other = await newcomer(server, admin, 'quin', { role: 'admin' })
    const payload = { note: 'of Quin' }
    expect((await call('POST', '/users/invites', payload, other.token)).statusCode).toBe(201)
    expect((await call('DELETE', `/users/${other.id}`)).statusCode).toBe(200)
    expect((await call('GET', '/users/invites')).body).not.toContain('of Quin')
  })
})

describe('registration', () => {
  it('is set here and shown to everyone', async () => {
    const reply = await call('PUT', '/users/registration', { registration: 'open' })
    expect(reply.json()).toEqual({ registration: 'open' })
    expect((await server.send({ url: '/auth/status' })).json().registration).toBe('open')
    await call('PUT', '/users/registration', { registration: 'invite' })
    expect((await server.send({ url: '/auth/status' })).json().registration).toBe('invite')
  })
})

describe('accounts', () => {
  it('that do not exist are not found', async () => {
    for (const id of [999_999, Number.MAX_SAFE_INTEGER]) {
      expectRefusal(await patch(id, { is_active: false }), 404, 'NOT_FOUND')
      expectRefusal(await call('POST', `/users/${id}/reset`), 404, 'NOT_FOUND')
      expectRefusal(await call('DELETE', `/users/${id}`), 404, 'NOT_FOUND')
    }
  })

  it('are deleted with their sessions', async () => {
    const { id, token } = await newcomer(server, admin, 'rex')
    const reply = await call('DELETE', `/users/${id}`)
    expect(reply.json()).toEqual({ message: 'User account deleted successfully' })
    expect(await isSignedIn(server, token)).toBe(false)
    expect((await call('GET', '/users')).body).not.toContain('rex@example.org')
  })

  it('keep one active administrator, whichever way the last one would go', async () => {
    const { id } = await newcomer(server, admin, 'sue', { role: 'admin' })
    expect((await patch(id, { is_active: false })).json()).toMatchObject({ id, role: 'admin', is_active: false })
    for (const change of [{ role: 'user' }, { is_active: false }, { role: 'admin', is_active: false }])
      expect(expectRefusal(await patch(adminId, change), 409, 'LAST_ADMIN').message).toMatch(
        /al menos un administrador/,
      )
    expectRefusal(await call('DELETE', `/users/${adminId}`), 409, 'LAST_ADMIN')
    expectRefusal(await server.send({ method: 'DELETE', url: '/auth/me', token: admin }), 409, 'LAST_ADMIN')
    expect((await patch(adminId, { role: 'admin', is_active: true })).statusCode).toBe(200)
    expect((await call('DELETE', `/users/${id}`)).statusCode).toBe(200)
  })

  it('keep one administrator when two disable each other at the same moment', async () => {
    const other = await newcomer(server, admin, 'tom', { role: 'admin' })
    const replies = await Promise.all([
      patch(other.id, { is_active: false }),
      patch(adminId, { is_active: false }, other.token),
    ])
    const { db } = server.context
    expect(replies.filter((reply) => reply.statusCode === 200)).toHaveLength(1)
    const active = await db.select().from(users).where(eq(users.role, 'admin'))
    expect(active.filter((row) => row.isActive)).toHaveLength(1)
    await db.update(users).set({ isActive: true }).where(eq(users.id, adminId))
  })
})
