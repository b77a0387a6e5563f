import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newAddress } from '../../support/address.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { expectRefusal, isSignedIn, newInvite, newSession, PASSWORD, TIME } from './support.ts'

let server: TestServer
let admin: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const post = (url: string, payload: object, remoteAddress = newAddress()) =>
  server.send({ method: 'POST', url, payload, remoteAddress })
const person = (name: string, more: object = {}) => ({
  ...{ name, email: `${name}@example.org`, password: PASSWORD },
  ...more,
})
const register = (name: string, more: object = {}) => post('/auth/register', person(name, more))
const setMode = (registration: string) =>
  server.send({ method: 'PUT', url: '/users/registration', token: admin, payload: { registration } })

describe('an empty server', () => {
  it('says that the first user is missing', async () => {
    const reply = await server.send({ url: '/auth/status' })
    expect(reply.json()).toEqual({ first_user_needed: true, registration: 'closed', recovery: false })
  })

  it('tells everyone who needs an account that there are no users, with and without a token', async () => {
    const { message } = expectRefusal(await server.send({ url: '/auth/me' }), 401, 'NO_USERS')
    expect(message).toBe('Aún no hay usuarios')
    expectRefusal(await server.send({ url: '/users', token: 'nonsense' }), 401, 'NO_USERS')
  })

  it('makes one first user of two that come at the same moment, and it is an administrator', async () => {
    const replies = await Promise.all([
      post('/auth/create-first-user', person('ada')),
      post('/auth/create-first-user', person('eve')),
    ])
    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([200, 409])
    const made = replies.find((reply) => reply.statusCode === 200)?.json()
    expect(made).toEqual({
      ...{ id: expect.any(Number), name: expect.any(String), username: made.name, email: `${made.name}@example.org` },
      ...{ role: 'admin', is_active: true, created_at: expect.stringMatching(TIME), last_login_at: null },
    })
    const refused = replies.find((reply) => reply.statusCode === 409)
    const { message } = expectRefusal(refused!, 409, 'FIRST_USER_EXISTS')
    expect(message).toBe('El primer usuario ya existe. Inicie sesión o recupere la contraseña.')
    admin = await newSession(server, made.email)
  })

  it('refuses a second first user later, and an unknown token as such', async () => {
    expectRefusal(await post('/auth/create-first-user', person('zoe')), 409, 'FIRST_USER_EXISTS')
    expectRefusal(await server.send({ url: '/auth/me', token: 'nonsense' }), 401, 'INVALID_TOKEN')
    expectRefusal(await server.send({ url: '/auth/me' }), 401, 'AUTH_REQUIRED')
  })
})

describe('registration', () => {
  it('is closed at first, also for the holder of an invitation, which stays good', async () => {
    const invite = await newInvite(server, admin)
    expectRefusal(await register('closed'), 403, 'REGISTRATION_CLOSED')
    expectRefusal(await register('closed', { invite }), 403, 'REGISTRATION_CLOSED')
    await setMode('invite')
    expect((await register('closed', { invite })).statusCode).toBe(201)
  })

  it('works at once after the first user when it is open (D-18)', async () => {
    await setMode('open')
    expect((await server.send({ url: '/auth/status' })).json()).toMatchObject({ registration: 'open' })
    const reply = await register('bob')
    expect(reply.statusCode).toBe(201)
    expect(reply.json()).toEqual({
      ...{ id: expect.any(Number), name: 'bob', username: 'bob', email: 'bob@example.org' },
      ...{ role: 'user', is_active: true, created_at: expect.stringMatching(TIME), last_login_at: null },
    })
    expect(reply.body).not.toMatch(/argon2|password/)
  })

  it('derives a user name that nobody has from the e-mail', async () => {
    const names = []
    for (const host of ['a.org', 'b.org', 'c.org']) {
      const reply = await register('Cleo', { email: `Cleo.M%_@${host}`.replace('%', '+') })
      names.push(reply.json().username)
    }
    expect(names).toEqual(['cleo.m+_', 'cleo.m+_2', 'cleo.m+_3'])
  })

  it('knows a taken e-mail in any case, also of two that come at the same moment', async () => {
    await register('dora')
    const { message } = expectRefusal(await register('x', { email: 'DORA@Example.org' }), 400, 'EMAIL_TAKEN')
    expect(message).toBe('El correo ya está registrado')
    const both = await Promise.all([register('twin'), register('twin', { email: 'Twin@example.org' })])
    expect(both.map((reply) => reply.statusCode).sort()).toEqual([201, 400])
  })

  it('refuses an invitation that is not one even where none is needed', async () => {
    expectRefusal(await register('fay', { invite: 'AAAAA-AAAAA-AAAAA-AAAAA' }), 403, 'INVALID_INVITE')
  })
})

describe('invitations', () => {
  beforeAll(() => setMode('invite'))

  it('are needed, carry a role, and work once, typed as people type', async () => {
    expectRefusal(await register('gil'), 403, 'REGISTRATION_CLOSED')
    const invite = await newInvite(server, admin, { role: 'admin' })
    expect(invite).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$/)
    const typed = invite.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    const reply = await register('gil', { invite: typed })
    expect([reply.statusCode, reply.json().role]).toEqual([201, 'admin'])
    expectRefusal(await register('gil2', { invite }), 403, 'INVALID_INVITE')
  })

  it('let in one of two who come with the same code at once', async () => {
    const invite = await newInvite(server, admin)
    const replies = await Promise.all([register('hal', { invite }), register('ida', { invite })])
    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([201, 403])
  })

  it('survive an attempt that fails for another reason', async () => {
    const invite = await newInvite(server, admin)
    expectRefusal(await register('again', { email: 'bob@example.org', invite }), 400, 'EMAIL_TAKEN')
    expect((await register('again', { invite })).statusCode).toBe(201)
  })

  it('end when their time is over and when they are withdrawn', async () => {
    const late = await newInvite(server, admin, { expires_in_hours: 1, note: 'late' })
    await server.context.db.execute(
      sql`update invites set expires_at = now() - interval '1 second' where note = 'late'`,
    )
    expectRefusal(await register('kim', { invite: late }), 403, 'INVALID_INVITE')

    const withdrawn = await newInvite(server, admin, { note: 'withdrawn' })
    const list = (await server.send({ url: '/users/invites', token: admin })).json().items
    const { id } = list.find((item: { note: string }) => item.note === 'withdrawn')
    const reply = await server.send({ method: 'DELETE', url: `/users/invites/${id}`, token: admin })
    expect(reply.json()).toEqual({ message: 'Invitation withdrawn' })
    expectRefusal(await register('kim', { invite: withdrawn }), 403, 'INVALID_INVITE')
    expectRefusal(await server.send({ method: 'DELETE', url: `/users/invites/${id}`, token: admin }), 404, 'NOT_FOUND')
  })
})

it('starts over when the last user is gone: registering then makes an administrator', async () => {
  await server.context.db.execute(sql`delete from users where email <> 'gil@example.org'`)
  const gil = await newSession(server, 'gil@example.org')
  expect((await server.send({ method: 'DELETE', url: '/auth/me', token: gil })).statusCode).toBe(200)
  expect(await isSignedIn(server, gil)).toBe(false)
  expectRefusal(await server.send({ url: '/auth/me' }), 401, 'NO_USERS')
  const reply = await register('nora')
  expect([reply.statusCode, reply.json().role]).toEqual([201, 'admin'])
})
