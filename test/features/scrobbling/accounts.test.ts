import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { services, serviceView } from '../../../src/features/scrobbling/contract.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { createProviders, createService } from './service.ts'

const listenbrainz = createService('listenbrainz')
const lastfm = createService('lastfm', { bySignIn: true })
const providers = createProviders(listenbrainz, lastfm)
let server: TestServer
let admin: string
let ben: string

beforeAll(async () => {
  server = await startTestServer({ providers, jobs: true })
  admin = await server.admin()
  ben = await server.member(admin)
})
afterAll(() => server.close())
afterEach(async () => {
  await server.context.db.execute(sql`delete from scrobble_accounts`)
  for (const service of [listenbrainz, lastfm]) service.reset()
  providers.off.clear()
})

const list = async (token = admin) => {
  const body = (await server.send({ url: '/scrobbling', token })).json()
  expect(services.strict().safeParse(body).success).toBe(true)
  return body.items
}
const put = (service: string, token: unknown, as = admin) =>
  server.send({ method: 'PUT', url: `/scrobbling/${service}`, token: as, payload: { token } })
const post = (path: string, payload?: object) =>
  server.send({ method: 'POST', url: `/scrobbling/${path}`, token: admin, ...(payload && { payload }) })
const code = (reply: { statusCode: number; json(): { error: { code: string } } }) => [
  reply.statusCode,
  reply.json().error.code,
]

describe('services', () => {
  it('are listed with how to connect', async () => {
    const none = { account: null, state: null, note: null, waiting: 0, last_sent_at: null, available: true }
    expect(await list()).toEqual([
      { service: 'listenbrainz', title: 'LISTENBRAINZ', connect: 'token', ...none },
      { service: 'lastfm', title: 'LASTFM', connect: 'sign-in', ...none },
    ])
  })

  it('that were switched off stay in sight of who is connected', async () => {
    listenbrainz.tokens.set('good', 'ada')
    await put('listenbrainz', 'good')
    providers.off.add(listenbrainz)
    expect((await list()).find((line: { account: string }) => line.account === 'ada')).toMatchObject({
      ...{ service: 'listenbrainz', available: false, state: 'active' },
    })
    expect((await list(ben)).map((line: { service: string }) => line.service)).toEqual(['lastfm'])
  })
})

describe('connecting with a token', () => {
  it('asks the service whose it is; each user has their own', async () => {
    listenbrainz.tokens.set('good', 'ada').set('other', 'benny')
    const reply = await put('listenbrainz', ' good ')
    expect([reply.statusCode, serviceView.strict().safeParse(reply.json()).success]).toEqual([200, true])
    expect(reply.json()).toMatchObject({ account: 'ada', state: 'active', last_sent_at: null })
    await put('listenbrainz', 'other', ben)
    expect([(await list())[0].account, (await list(ben))[0].account]).toEqual(['ada', 'benny'])
    listenbrainz.tokens.set('third', 'ada-two')
    expect((await put('listenbrainz', 'third')).json()).toMatchObject({ account: 'ada-two' })
    expect(await server.context.db.$count(sql`scrobble_accounts`)).toBe(2)
  })

  it('never shows the token again, not even to who reads the database', async () => {
    listenbrainz.tokens.set('very-secret-token', 'ada')
    const reply = await put('listenbrainz', 'very-secret-token')
    expect(reply.body + JSON.stringify(await list())).not.toContain('very-secret')
    const { rows } = await server.context.db.execute(sql`select * from scrobble_accounts`)
    expect(JSON.stringify(rows)).not.toContain('very-secret')
    expect(rows).toHaveLength(1)
  })

  it('says what is wrong: the token, the service, the way', async () => {
    expect(code(await put('listenbrainz', 'bad'))).toEqual([400, 'INVALID_PARAMETER'])
    for (const token of ['', '  ', 7, null, 'x'.repeat(2001)])
      expect((await put('listenbrainz', token)).statusCode).toBe(400)
    expect(code(await put('lastfm', 'good'))).toEqual([400, 'INVALID_PARAMETER'])
    expect(code(await put('nobody', 'good'))).toEqual([404, 'NOT_FOUND'])
    expect((await put('No%20Body', 'good')).statusCode).toBe(400)
    listenbrainz.fail('unreachable')
    const silent = await put('listenbrainz', 'good')
    expect(code(silent)).toEqual([503, 'SERVICE_UNAVAILABLE'])
    expect(silent.body).not.toContain('good')
    listenbrainz.breakWith(new TypeError('a fault of ours'))
    expect(code(await put('listenbrainz', 'good'))).toEqual([500, 'INTERNAL_ERROR'])
    expect((await list())[0].account).toBe(null)
  })
})

describe('connecting by signing in', () => {
  it('leads to the service and back', async () => {
    const callback = 'https://music.example.org/settings/scrobbling?service=lastfm'
    const { url } = (await post('lastfm/sign-in', { callback })).json()
    expect(new URL(url).searchParams.get('cb')).toBe(callback)
    const own = new URL((await post('lastfm/sign-in')).json().url).searchParams.get('cb') ?? ''
    expect(new URL(own).pathname + new URL(own).search).toBe('/settings/scrobbling?service=lastfm')

    lastfm.tokens.set('grant-abc', 'ada').set('session-abc', 'ada')
    expect((await post('lastfm/callback', { token: 'abc' })).json()).toMatchObject({ account: 'ada', state: 'active' })
  })

  it('takes the whole address too', async () => {
    lastfm.tokens.set('grant-abc', 'ada').set('session-abc', 'ada')
    const reply = await post('lastfm/callback', { token: `https://music.example.org/?service=lastfm&token=abc#x` })
    expect(reply.json()).toMatchObject({ account: 'ada' })
    expect(code(await post('lastfm/callback', { token: 'https://music.example.org/' }))).toEqual([
      ...[400, 'INVALID_PARAMETER'],
    ])
  })

  it('refuses what was not confirmed, other services and odd addresses', async () => {
    expect(code(await post('lastfm/callback', { token: 'stale' }))).toEqual([400, 'INVALID_PARAMETER'])
    lastfm.fail('timeout')
    expect(code(await post('lastfm/callback', { token: 'abc' }))).toEqual([503, 'SERVICE_UNAVAILABLE'])
    expect(code(await post('listenbrainz/sign-in'))).toEqual([400, 'INVALID_PARAMETER'])
    expect(code(await post('listenbrainz/callback', { token: 'abc' }))).toEqual([400, 'INVALID_PARAMETER'])
    for (const callback of ['javascript:alert(1)', 'nowhere', `https://x.example/${'x'.repeat(500)}`])
      expect((await post('lastfm/sign-in', { callback })).statusCode, callback).toBe(400)
  })
})

describe('disconnecting', () => {
  it('forgets the account, mine only', async () => {
    listenbrainz.tokens.set('good', 'ada')
    await put('listenbrainz', 'good')
    await put('listenbrainz', 'good', ben)
    const leave = (token: string) => server.send({ method: 'DELETE', url: '/scrobbling/listenbrainz', token })
    expect((await leave(admin)).statusCode).toBe(200)
    expect(code(await leave(admin))).toEqual([404, 'NOT_FOUND'])
    expect([(await list())[0].account, (await list(ben))[0].account]).toEqual([null, 'ada'])
  })
})

it('is for those who signed in', async () => {
  for (const [method, url] of [
    ...([
      ['GET', '/scrobbling'],
      ['PUT', '/scrobbling/lastfm'],
      ['DELETE', '/scrobbling/lastfm'],
    ] as const),
    ...([
      ['POST', '/scrobbling/lastfm/sign-in'],
      ['POST', '/scrobbling/lastfm/callback'],
    ] as const),
    ...([['POST', '/tracks/now-playing/1']] as const),
  ])
    expect((await server.send({ method, url })).statusCode, url).toBe(401)
})
