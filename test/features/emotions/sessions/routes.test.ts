import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deletedReply, sessionReply, sessionsReply } from '../../../../src/features/emotions/sessions/contract.ts'
import { startTestServer, type TestServer } from '../../../support/app.ts'
import { expectRefusal, TIME } from '../../auth/support.ts'
import { countOf, openSession, reading } from './support.ts'

const SHAPE = /^emo_[A-Za-z0-9_-]{22}$/
let server: TestServer
let ada: string
let ben: string
beforeAll(async () => {
  server = await startTestServer()
  ada = await server.admin()
  ben = await server.member(ada)
})
afterAll(() => server.close())

const url = (id: string, rest = '') => `/api/v1/sessions/${id}${rest}`

describe('POST /api/v1/sessions', () => {
  it('makes one that records nothing, for anyone, and says its id in the header too', async () => {
    for (const token of [undefined, ada]) {
      const reply = await server.send({ method: 'POST', url: '/api/v1/sessions', ...(token && { token }) })
      const body = reply.json()
      expect([reply.statusCode, reply.headers['x-session-id']]).toEqual([201, body.session.session_id])
      expect(sessionReply.strict().safeParse(body).success).toBe(true)
      expect(body.session).toEqual({
        ...{ session_id: expect.stringMatching(SHAPE), name: null, recording: false, ended_at: null, detections: 0 },
        ...{ created_at: expect.stringMatching(TIME), last_activity_at: expect.stringMatching(TIME) },
      })
    }
  })

  it('takes a name and the consent', async () => {
    const payload = { name: '  Evening  ', recording: true }
    const reply = await server.send({ method: 'POST', url: '/api/v1/sessions', payload })
    expect(reply.json().session).toMatchObject({ name: 'Evening', recording: true })
  })

  it.each([
    [{ name: 7 }, 'name'],
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(101) }, 'name'],
    [{ recording: 'yes' }, 'recording'],
    [{ recording: null }, 'recording'],
    ['[]', ''],
  ])('refuses %j', async (payload, field) => {
    const headers = { 'content-type': 'application/json' }
    const reply = await server.send({ method: 'POST', url: '/api/v1/sessions', payload, headers })
    const error = expectRefusal(reply, 400, 'INVALID_PARAMETER')
    expect(error.fields).toEqual([expect.objectContaining({ field })])
  })

  it('refuses a name that the database cannot keep', async () => {
    const reply = await server.send({ method: 'POST', url: '/api/v1/sessions', payload: { name: 'a\u0000b' } })
    expectRefusal(reply, 400, 'INVALID_PARAMETER')
  })
})

describe('a session answers', () => {
  const each = [
    ['GET', '', undefined],
    ['PATCH', '', { name: 'mine now' }],
    ['POST', '/end', undefined],
    ['DELETE', '', undefined],
  ] as const

  it.each(each)('%s%s: of a user to that user only', async (method, rest, payload) => {
    const { id } = await openSession(server, {}, ada)
    const body = payload && { payload }
    for (const token of [ben, undefined])
      expectRefusal(
        await server.send({ method, url: url(id, rest), ...body, ...(token && { token }) }),
        404,
        'INVALID_SESSION',
      )
    expect((await server.send({ method, url: url(id, rest), ...body, token: ada })).statusCode).toBe(200)
  })

  it.each(each)('%s%s: without a user to whoever knows its id', async (method, rest, payload) => {
    for (const token of [ben, undefined]) {
      const { id } = await openSession(server)
      const reply = await server.send({
        ...{ method, url: url(id, rest) },
        ...(payload && { payload }),
        ...(token && { token }),
      })
      expect(reply.statusCode).toBe(200)
    }
  })

  it.each(each)('%s%s: to nobody who makes an id up', async (method, rest, payload) => {
    for (const id of ['abc123', `emo_${'A'.repeat(22)}`, 'emo_', '1', '%27%20or%201=1', 'x'.repeat(201)]) {
      const reply = await server.send({ method, url: url(id, rest), ...(payload && { payload }) })
      const long = id.length > 200
      expectRefusal(reply, long ? 400 : 404, long ? 'INVALID_PARAMETER' : 'INVALID_SESSION')
    }
  })
})

describe('PATCH', () => {
  it('renames, takes the name away, gives and withdraws consent, each by itself', async () => {
    const { id } = await openSession(server, { name: 'first' })
    const patch = async (payload: object) =>
      (await server.send({ method: 'PATCH', url: url(id), payload })).json().session
    expect(await patch({ name: 'second' })).toMatchObject({ name: 'second', recording: false })
    expect(await patch({ recording: true })).toMatchObject({ name: 'second', recording: true })
    expect(await patch({ name: null })).toMatchObject({ name: null, recording: true })
    expect(await patch({})).toMatchObject({ name: null, recording: true })
    expect(await patch({ recording: false })).toMatchObject({ recording: false })
  })

  it.each([[{ name: '' }], [{ name: 'x'.repeat(101) }], [{ recording: 1 }], [{ recording: null }]])(
    'refuses %j',
    async (payload) => {
      const { id } = await openSession(server)
      expectRefusal(await server.send({ method: 'PATCH', url: url(id), payload }), 400, 'INVALID_PARAMETER')
    },
  )

  it('refuses an empty body', async () => {
    const { id } = await openSession(server)
    expectRefusal(await server.send({ method: 'PATCH', url: url(id) }), 400, 'MISSING_PARAMETER')
  })
})

describe('an ended session', () => {
  it('takes no detection, keeps its history and may be renamed', async () => {
    const holder = await openSession(server, { recording: true })
    server.context.recorder.record(holder, reading(1))
    const ended = (await server.send({ method: 'POST', url: url(holder.id, '/end') })).json().session
    expect(ended).toMatchObject({ detections: 1, ended_at: expect.stringMatching(TIME) })
    const again = (await server.send({ method: 'POST', url: url(holder.id, '/end') })).json().session
    expect(again.ended_at).toBe(ended.ended_at)
    await expect(server.context.sessions.open({ id: holder.id, viewerId: null })).rejects.toMatchObject({
      code: 'INVALID_SESSION',
    })
    const renamed = await server.send({ method: 'PATCH', url: url(holder.id), payload: { name: 'over' } })
    expect(renamed.json().session.name).toBe('over')
    const consent = await server.send({ method: 'PATCH', url: url(holder.id), payload: { recording: true } })
    expectRefusal(consent, 409, 'CONFLICT')
  })
})

describe('DELETE', () => {
  it('says what went, and it is gone', async () => {
    const holder = await openSession(server, { recording: true })
    for (const seconds of [1, 2, 3]) server.context.recorder.record(holder, reading(seconds))
    expect(await countOf(server, holder)).toBe(3)
    const reply = await server.send({ method: 'DELETE', url: url(holder.id) })
    expect(deletedReply.strict().parse(reply.json()).deleted).toEqual({ sessions: 1, detections: 3 })
    expectRefusal(await server.send({ url: url(holder.id) }), 404, 'INVALID_SESSION')
    expectRefusal(await server.send({ method: 'DELETE', url: url(holder.id) }), 404, 'INVALID_SESSION')
  })
})

describe('GET /api/v1/sessions', () => {
  it('pages through the own ones, newest first', async () => {
    const cleo = await server.member(ada, 'cleo')
    const made: string[] = []
    for (const name of ['a', 'b', 'c', 'd', 'e']) made.unshift((await openSession(server, { name }, cleo)).id)
    const page = async (query: string) => {
      const reply = await server.send({ url: `/api/v1/sessions?${query}`, token: cleo })
      const body = sessionsReply.strict().parse(reply.json())
      return { ids: body.sessions.map(({ session_id }) => session_id), ...body.metadata }
    }
    const first = await page('limit=2')
    expect(first).toMatchObject({ ids: made.slice(0, 2), total_returned: 2, has_more: true })
    const second = await page(`limit=2&cursor=${first.next_cursor}`)
    expect(second).toMatchObject({ ids: made.slice(2, 4), has_more: true })
    const last = await page(`limit=2&cursor=${second.next_cursor}`)
    expect(last).toEqual({ ids: made.slice(4), total_returned: 1, has_more: false, next_cursor: null })
    expect((await page('limit=5')).has_more).toBe(false)
    expect((await page('')).ids).toEqual(made)
  })

  it('is for signed-in callers, and refuses odd limits and cursors', async () => {
    expectRefusal(await server.send({ url: '/api/v1/sessions' }), 401, 'AUTH_REQUIRED')
    const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const query of [
      'limit=0',
      'limit=201',
      'limit=x',
      'cursor=x',
      `cursor=${text(['1'])}`,
      `cursor=${text([-1])}`,
    ])
      expectRefusal(await server.send({ url: `/api/v1/sessions?${query}`, token: ada }), 400, 'INVALID_PARAMETER')
  })
})

it('a server that asks for an account asks for it here too', async () => {
  const closed = await startTestServer({ env: { EMOTIONS_REQUIRE_LOGIN: 'true' } })
  const token = await closed.admin()
  expectRefusal(await closed.send({ method: 'POST', url: '/api/v1/sessions' }), 401, 'AUTH_REQUIRED')
  const mine = await closed.send({ method: 'POST', url: '/api/v1/sessions', token })
  expect(mine.statusCode).toBe(201)
  expectRefusal(await closed.send({ url: url(mine.json().session.session_id) }), 401, 'AUTH_REQUIRED')
  await closed.close()
})

it('keeps no id of an anonymous session, only its hash', async () => {
  const { id } = await openSession(server)
  const rows = JSON.stringify(
    (await server.context.db.execute('select * from emotion_sessions order by id desc limit 1')).rows,
  )
  expect(rows).not.toContain(id)
  expect(rows).not.toContain(id.slice(4))
})

it('nothing of sessions and their history is kept by browsers and proxies', async () => {
  const { id } = await openSession(server, { recording: true }, ada)
  const asked = [
    ...['', `/${id}`, '/nobody'].map((rest) => ({ url: `/api/v1/sessions${rest}` })),
    ...[{ method: 'POST', url: '/api/v1/sessions' } as const, { method: 'POST', url: url(id, '/end') } as const],
    { method: 'PATCH', url: url(id), payload: { name: 'x' } } as const,
    ...['', '/streaks', '/hours', '/export'].flatMap((rest) =>
      [id, 'nobody'].map((of) => ({ url: `/api/v1/history/emotions${rest}?session_id=${of}` })),
    ),
    { method: 'DELETE', url: `/api/v1/history/emotions?session_id=${id}` } as const,
    { url: '/api/v1/history/settings' },
    { method: 'PUT', url: '/api/v1/history/settings', payload: { retention_days: null } } as const,
    { method: 'DELETE', url: url(id) } as const,
  ]
  for (const one of asked) {
    const reply = await server.send({ ...one, token: ada })
    expect([reply.statusCode < 500, reply.headers['cache-control']], reply.body).toEqual([true, 'no-store'])
  }
  for (const path of ['sessions', 'history/settings'])
    expect((await server.send({ url: `/api/v1/${path}` })).headers['cache-control']).toBe('no-store')
})
