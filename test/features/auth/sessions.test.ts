import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newAddress } from '../../support/address.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { expectRefusal, isSignedIn, newcomer, newSession, PASSWORD } from './support.ts'

const SECRET = 'a secret of this test that is long enough'
const DAY = 86_400
let server: TestServer
let proxied: TestServer
let admin: string
beforeAll(async () => {
  const env = { REGISTRATION: 'invite', CORS_ORIGINS: 'https://friend.example.org' }
  server = await startTestServer({ env: { ...env, JWT_SECRET_KEY: SECRET } })
  proxied = await startTestServer({ env: { TRUST_PROXY: '127.0.0.1' } })
  admin = await server.admin()
})
afterAll(async () => {
  await server.close()
  await proxied.close()
})

const login = (payload: object, remoteAddress = newAddress()) =>
  server.send({ method: 'POST', url: '/auth/login', payload, remoteAddress })
const verify = (headers: Record<string, string>) => server.send({ url: '/auth/verify-token', headers })
const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())
const nowSeconds = () => Math.floor(Date.now() / 1000)

describe('POST /auth/login', () => {
  it('answers a token for 24 hours with the claims of the contract, and notes the time', async () => {
    const user = await newcomer(server, admin, 'ann')
    const reply = await login({ email: user.email, password: PASSWORD })
    expect(reply.json()).toEqual({ access_token: expect.any(String), token_type: 'bearer', expires_in: DAY })
    const claims = claimsOf(reply.json().access_token)
    expect(claims).toMatchObject({ user_id: user.id, email: user.email })
    expect(claims.exp - claims.iat).toBe(DAY)
    const me = await server.send({ url: '/auth/me', token: reply.json().access_token })
    expect(Date.parse(me.json().last_login_at)).toBeGreaterThan(Date.now() - 60_000)
  })

  it('takes the e-mail in any case and with spaces around', async () => {
    await newcomer(server, admin, 'cas')
    expect((await login({ email: ' CAS@Example.ORG ', password: PASSWORD })).statusCode).toBe(200)
  })

  it('answers alike to a wrong password, an unknown e-mail and a disabled account', async () => {
    const user = await newcomer(server, admin, 'dis')
    await server.context.db.execute(sql`update users set is_active = false where id = ${user.id}`)
    const replies = [
      await login({ email: 'ada@example.org', password: 'wrong password' }),
      await login({ email: 'nobody@example.org', password: 'wrong password' }),
      await login({ email: user.email, password: PASSWORD }),
    ]
    const seen = replies.map((reply) => expectRefusal(reply, 401, 'INVALID_CREDENTIALS'))
    expect(seen).toEqual(seen.map(() => ({ code: 'INVALID_CREDENTIALS', message: 'Correo o contraseña incorrectos' })))
    const names = replies.map((reply) => Object.keys(reply.headers).filter((name) => name !== 'content-length'))
    expect(names[1]).toEqual(names[0])
    expect(names[2]).toEqual(names[0])
  })

  it('speaks English to whom prefers it', async () => {
    const payload = { email: 'nobody@example.org', password: 'wrong password' }
    const headers = { 'accept-language': 'fr, en-GB;q=0.9, es;q=0.5' }
    const options = { method: 'POST', url: '/auth/login', remoteAddress: newAddress(), payload, headers } as const
    const reply = await server.send(options)
    expect(reply.json().error.message).toBe('Incorrect email or password')
    expect(reply.headers['content-language']).toBe('en')
  })
})

describe('sessions', () => {
  it('end alone on sign-out', async () => {
    const { email, token } = await newcomer(server, admin, 'two')
    const other = await newSession(server, email)
    const viewers = [await server.context.auth.identify(token), await server.context.auth.identify(other)]
    const reply = await server.send({ method: 'POST', url: '/auth/logout', token })
    expect(reply.json()).toEqual({ message: 'Signed out' })
    expect(String(reply.headers['set-cookie'])).toMatch(/^animo_session=;.*Expires=Thu, 01 Jan 1970/)
    expect([await isSignedIn(server, token), await isSignedIn(server, other)]).toEqual([false, true])
    const stays = await Promise.all(viewers.map((viewer) => server.context.auth.isSignedIn(viewer!)))
    expect(stays).toEqual([false, true])
  })

  it('die when the account is disabled, and stay dead when it is enabled again', async () => {
    const { id, email, token } = await newcomer(server, admin, 'off')
    const set = (is_active: boolean) =>
      server.send({ method: 'PATCH', url: `/users/${id}`, token: admin, payload: { is_active } })
    await set(false)
    expectRefusal(await server.send({ url: '/auth/me', token }), 401, 'INVALID_TOKEN')
    expectRefusal(await login({ email, password: PASSWORD }), 401, 'INVALID_CREDENTIALS')
    await set(true)
    expect(await isSignedIn(server, token)).toBe(false)
    expect((await login({ email, password: PASSWORD })).statusCode).toBe(200)
  })

  it('end in the database too: an expired row ends a token that has not expired', async () => {
    const { id, token } = await newcomer(server, admin, 'old')
    await server.context.db.execute(sql`update sessions set expires_at = now() where user_id = ${id}`)
    expect(await isSignedIn(server, token)).toBe(false)
  })
})

describe('tokens', () => {
  const sign = (claims: object, options: { secret?: string; alg?: string; expires?: number } = {}) => {
    const jwt = new SignJWT({ ...claims }).setProtectedHeader({ alg: options.alg ?? 'HS256' }).setIssuedAt()
    if (options.expires !== 0) jwt.setExpirationTime(options.expires ?? nowSeconds() + 60)
    return jwt.sign(new TextEncoder().encode(options.secret ?? SECRET))
  }

  it('count only when we signed them, for this user and session, in time', async () => {
    const mine = claimsOf(admin)
    const theirs = claimsOf((await newcomer(server, admin, 'jo')).token)
    const good = { user_id: mine.user_id, email: mine.email, jti: mine.jti }
    const forged: Record<string, string> = {
      'another secret': await sign(good, { secret: 'another secret that is long enough!' }),
      'another algorithm': await sign(good, { alg: 'HS512' }),
      'no algorithm': new UnsecuredJWT(good).setIssuedAt().setExpirationTime('1h').encode(),
      expired: await sign(good, { expires: nowSeconds() - 1 }),
      'without an end': await sign(good, { expires: 0 }),
      "another user's session": await sign({ ...good, jti: theirs.jti }),
      'another user on my session': await sign({ ...good, user_id: theirs.user_id }),
      'no session': await sign({ user_id: mine.user_id, email: mine.email }),
      'an unknown session': await sign({ ...good, jti: crypto.randomUUID() }),
      'a session that is no id': await sign({ ...good, jti: "' or 1=1 --" }),
      'a user id as text': await sign({ ...good, user_id: String(mine.user_id) }),
      'a changed payload': admin.replace(/\.(.)/, (_, letter) => `.${letter === 'e' ? 'f' : 'e'}`),
      garbage: 'a.b.c',
      'two dots': '..',
    }
    expect((await verify({ authorization: `Bearer ${await sign(good)}` })).json()).toEqual({
      message: 'Token is valid',
    })
    for (const [what, token] of Object.entries(forged)) {
      const reply = await verify({ authorization: `Bearer ${token}` })
      expect([what, reply.statusCode, reply.json().error?.code]).toEqual([what, 401, 'INVALID_TOKEN'])
    }
  })

  it('are missing where the header holds none', async () => {
    for (const authorization of ['', 'Bearer', 'Bearer ', 'Basic YTpi', admin, `Token ${admin}`])
      expectRefusal(await verify({ authorization }), 401, 'AUTH_REQUIRED')
  })

  it('may come as ?token= on the media paths only, and only to read', async () => {
    const query = `?token=${admin}`
    const statuses = async (method: 'GET' | 'HEAD' | 'POST', url: string) =>
      (await server.send({ method, url: url + query })).statusCode
    expect(await statuses('GET', '/tracks/1/stream')).toBe(404)
    expect(await statuses('HEAD', '/tracks/1/stream')).toBe(404)
    expect(await statuses('GET', '/images/entity/album/1')).toBe(404)
    for (const url of [
      '/auth/me',
      '/tracks/1/stream/../../../auth/me',
      '/tracks/',
      '/users',
      '/auth/me/images/entity/',
    ])
      expect([url, (await server.send({ url: url + query })).json().error?.code]).not.toEqual([url, undefined])
    expect(await statuses('GET', '/auth/me')).toBe(401)
    expect(await statuses('POST', '/tracks/play/1')).toBe(401)
    expectRefusal(await server.send({ url: '/tracks/1/stream?token=nonsense' }), 401, 'INVALID_TOKEN')
    expectRefusal(await server.send({ url: '/tracks/1/stream' }), 401, 'AUTH_REQUIRED')
  })
})

describe('the cookie', () => {
  const own = 'http://localhost:80'
  const send = (method: 'GET' | 'POST', headers: Record<string, string>) => {
    const url = method === 'GET' ? '/auth/me' : '/users/invites'
    const cookie = `animo_session=${admin}`
    return server.send({ method, url, headers: { cookie, ...headers }, ...(method === 'POST' && { payload: {} }) })
  }

  it('is set by signing in: HttpOnly, SameSite=Strict, for the whole site, as long as the token', async () => {
    const reply = await login({ email: 'ada@example.org', password: 'correct horse' })
    const [cookie] = reply.cookies
    expect(cookie).toMatchObject({ name: 'animo_session', path: '/', httpOnly: true, sameSite: 'Strict' })
    expect(cookie?.value).toBe(reply.json().access_token)
    expect(cookie?.secure).toBeUndefined()
    expect(cookie?.expires?.getTime()).toBe(claimsOf(cookie!.value).exp * 1000)
  })

  it('signs in for reading, and for writing from our own pages or listed ones', async () => {
    expect((await send('GET', {})).statusCode).toBe(200)
    expect((await send('GET', { origin: 'https://evil.example.org' })).statusCode).toBe(200)
    expect((await send('POST', {})).statusCode).toBe(201)
    expect((await send('POST', { origin: own, host: 'localhost:80' })).statusCode).toBe(201)
    expect((await send('POST', { origin: 'https://friend.example.org' })).statusCode).toBe(201)
  })

  it('does not sign in for writing from anywhere else', async () => {
    const foreign = ['https://evil.example.org', 'http://localhost:81', 'null', 'http://localhost:80.evil.example.org']
    for (const origin of foreign) expectRefusal(await send('POST', { origin }), 401, 'AUTH_REQUIRED')
    const pretended = { origin: 'https://evil.example.org', 'x-forwarded-host': 'evil.example.org' }
    expectRefusal(await send('POST', pretended), 401, 'AUTH_REQUIRED')
  })

  it('gives way to a bearer token, good or bad', async () => {
    expectRefusal(await send('GET', { authorization: 'Bearer nonsense' }), 401, 'INVALID_TOKEN')
  })

  it('is Secure over https, and the host is the one the browser asked, as a trusted proxy says', async () => {
    const outside = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'music.example.org' }
    await proxied.admin()
    const payload = { email: 'ada@example.org', password: 'correct horse' }
    const signIn = (more: object) => proxied.send({ method: 'POST', url: '/auth/login', payload, ...more })
    const [secure] = (await signIn({ headers: outside })).cookies
    expect(secure?.secure).toBe(true)
    const [plain] = (await signIn({ headers: outside, remoteAddress: '203.0.113.9' })).cookies
    expect(plain?.secure).toBeUndefined()

    const write = { method: 'POST', url: '/users/invites', payload: {} } as const
    const headers = { ...outside, cookie: `animo_session=${secure?.value}`, origin: 'https://music.example.org' }
    expect((await proxied.send({ ...write, headers })).statusCode).toBe(201)
    const stranger = await proxied.send({ ...write, headers, remoteAddress: '203.0.113.9' })
    expectRefusal(stranger, 401, 'AUTH_REQUIRED')
  })
})

it('makes its secret once and keeps it from other users of the machine', async () => {
  const file = path.join(proxied.dir, 'storage', 'secrets', 'jwt')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700)
  const secret = await readFile(file, 'utf8')
  expect(secret.length).toBeGreaterThanOrEqual(64)
  const again = await startTestServer({
    databaseUrl: proxied.config.databaseUrl!,
    env: { STORAGE_DIR: proxied.config.storageDir },
  })
  const token = await again.signIn('ada@example.org', 'correct horse')
  await again.close()
  expect(await readFile(file, 'utf8')).toBe(secret)
  expect(await isSignedIn(proxied, token)).toBe(true)
})
