import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  erasedReply,
  historyReply,
  hoursReply,
  streaksReply,
} from '../../../../src/features/emotions/history/contract.ts'
import { startTestServer, type TestServer } from '../../../support/app.ts'
import { expectRefusal, TIME } from '../../auth/support.ts'
import { addArtist, addTrack } from '../../library/seed.ts'
import { at, openSession, reading, sendAs } from '../sessions/support.ts'
import { ask, HISTORY, recorded, told } from './support.ts'

let server: TestServer
let ada: string
let ben: string
beforeAll(async () => {
  server = await startTestServer()
  ada = await server.admin()
  ben = await server.member(ada)
})
afterAll(() => server.close())

const iso = (seconds: number) => at(seconds).toISOString()
const rests = ['', '/streaks', '/hours', '/export']

describe('the documented reply', () => {
  it('has all it should have', async () => {
    const holder = await recorded(server, 'feliz feliz triste disgusto incierto feliz')
    const body = await told(server, holder, `&from_timestamp=${iso(0)}&to_timestamp=${iso(90)}`)
    expect(historyReply.strict().safeParse(body).error).toBeUndefined()
    expect(body).toEqual({
      ...{ success: true, timestamp: expect.stringMatching(TIME), session_id: holder.id },
      period: { start: iso(0), end: iso(90), duration_minutes: 1.5 },
      statistics: {
        ...{ total_detections: 6, uncertain_detections: 1, dominant_emotion: 'feliz', average_confidence: 0.75 },
        emotion_distribution: { feliz: 3, triste: 1, enojado: 1, sorprendido: 0, neutral: 1, amor: 0 },
        emotion_percentages: { feliz: 50, triste: 16.67, enojado: 16.67, sorprendido: 0, neutral: 16.67, amor: 0 },
        detailed_distribution: {
          ...{ feliz: 3, triste: 1, enojado: 0, sorprendido: 0, neutral: 0, amor: 0, disgusto: 1, miedo: 0 },
        },
        emotion_changes: 4,
        longest_emotion_streak: { emotion: 'feliz', duration_seconds: 1, count: 2 },
      },
      timeline: expect.any(Array),
      playlists_played: [],
      metadata: { total_returned: 6, has_more: false, next_cursor: null },
    })
    expect(body.timeline[3]).toEqual({
      ...{ timestamp: iso(3), clase: 'enojado', clase_detallada: 'disgusto', confianza: 0.75, source: 'image' },
      scores: { happy: 0.75, surprise: 0.1, sad: 0.05, angry: 0.04, disgust: 0.03, fear: 0.02, neutral: 0.01 },
    })
    expect(body.timeline[4]).toMatchObject({ clase: 'neutral', clase_detallada: 'incierto' })
  })

  it('gives scores highest first', async () => {
    const holder = await openSession(server, { recording: true })
    const scores = { happy: 0.1, surprise: 0.05, sad: 0.6, angry: 0.05, disgust: 0.05, fear: 0.05, neutral: 0.1 }
    server.context.recorder.record(holder, reading(0, 'triste', { scores }))
    const [entry] = (await told(server, holder)).timeline
    expect(Object.keys(entry.scores).slice(0, 3)).toEqual(['sad', 'happy', 'neutral'])
  })

  it('of a session without detections says so', async () => {
    const holder = await openSession(server)
    const body = await told(server, holder)
    expect(historyReply.strict().safeParse(body).error).toBeUndefined()
    expect(body.statistics).toMatchObject({
      ...{ total_detections: 0, dominant_emotion: null, average_confidence: 0, emotion_changes: 0 },
      longest_emotion_streak: null,
    })
    const { created_at, last_activity_at } = (await server.send({ url: `/api/v1/sessions/${holder.id}` })).json()
      .session
    expect(body.period).toMatchObject({ start: created_at, end: last_activity_at })
    for (const rest of ['/streaks', '/hours']) await told(server, holder, '', rest)
  })

  it('says what is still on its way, too', async () => {
    const holder = await openSession(server, { recording: true })
    server.context.recorder.record(holder, reading(0))
    expect((await told(server, holder)).statistics.total_detections).toBe(1)
  })

  it('of an ended session stays readable', async () => {
    const holder = await recorded(server, 'feliz')
    await server.send({ method: 'POST', url: `/api/v1/sessions/${holder.id}/end` })
    expect((await told(server, holder)).statistics.total_detections).toBe(1)
  })
})

describe('the timeline', () => {
  it('pages in both directions, of one class too, while statistics are of all', async () => {
    const holder = await recorded(server, 'feliz triste feliz miedo feliz triste feliz')
    const walk = async (query: string) => {
      const seen: string[] = []
      let cursor = ''
      for (;;) {
        const body = await told(server, holder, `&limit=2${query}${cursor && `&cursor=${cursor}`}`)
        expect(body.statistics.total_detections).toBe(7)
        expect(body.metadata.total_returned).toBe(body.timeline.length)
        seen.push(...body.timeline.map((entry: { timestamp: string }) => entry.timestamp))
        expect(body.metadata.has_more).toBe(body.metadata.next_cursor !== null)
        if (!body.metadata.has_more) return seen
        cursor = body.metadata.next_cursor
        const { last_timestamp } = JSON.parse(Buffer.from(cursor, 'base64').toString())
        expect(last_timestamp).toBe(Date.parse(seen.at(-1) ?? ''))
        // It goes into an address as it is.
        expect(encodeURIComponent(cursor).replaceAll('%3D', '=')).toBe(cursor)
      }
    }
    const seconds = (...list: number[]) => list.map(iso)
    expect(await walk('')).toEqual(seconds(0, 1, 2, 3, 4, 5, 6))
    expect(await walk('&order=desc')).toEqual(seconds(6, 5, 4, 3, 2, 1, 0))
    expect(await walk('&emotion=feliz')).toEqual(seconds(0, 2, 4, 6))
    expect(await walk('&emotion=feliz&order=desc')).toEqual(seconds(6, 4, 2, 0))
    expect(await walk('&emotion=miedo')).toEqual(seconds(3))
    expect(await walk('&emotion=amor')).toEqual([])
  })

  it('takes both ends of a period, in any zone', async () => {
    const holder = await recorded(server, 'feliz triste neutral')
    const body = await told(server, holder, `&from_timestamp=${iso(1)}&to_timestamp=2026-03-02T11:00:02%2B01:00`)
    expect(body.timeline.map((entry: { timestamp: string }) => entry.timestamp)).toEqual([iso(1), iso(2)])
    expect(body.period).toEqual({ start: iso(1), end: iso(2), duration_minutes: 0.02 })
    expect(body.statistics.emotion_changes).toBe(1)
  })
})

describe('all sessions of a user', () => {
  it('are told together, in order of time, those of others not', async () => {
    const mine = [await recorded(server, 'feliz triste', ada), await recorded(server, 'neutral neutral miedo', ada)]
    await recorded(server, 'amor amor', ben)
    await recorded(server, 'amor')
    const all = { id: 'all', token: ada }
    const first = await told(server, all, '&limit=3')
    expect(first.statistics).toMatchObject({ total_detections: 5, emotion_changes: 2 })
    expect(first.session_id).toBe('all')
    const second = await told(server, all, `&limit=3&cursor=${first.metadata.next_cursor}`)
    const entries = [...first.timeline, ...second.timeline]
    expect(entries.map(({ timestamp }) => timestamp)).toEqual([0, 0, 1, 1, 2].map(iso))
    expect(new Set(entries.map(({ session_id }) => session_id))).toEqual(new Set(mine.map(({ id }) => id)))
    expect((await told(server, all, '', '/streaks')).streaks).toHaveLength(4)
    expect((await told(server, all, '', '/hours')).hours).toEqual([
      { hour: '2026-03-02T10:00:00+00:00', counts: { feliz: 1, triste: 1, neutral: 2, miedo: 1 } },
    ])
  })

  it('need somebody who asks', async () => {
    for (const rest of rests) expectRefusal(await ask(server, { id: 'all' }, '', rest), 401, 'AUTH_REQUIRED')
    const url = `${HISTORY}?session_id=all`
    expectRefusal(await sendAs(server, {}, { method: 'DELETE', url }), 401, 'AUTH_REQUIRED')
  })

  it('of somebody new are none', async () => {
    const token = await server.member(ada, 'newcomer')
    for (const rest of rests)
      await ask(server, { id: 'all', token }, '', rest).then((r) => expect(r.statusCode).toBe(200))
  })
})

describe('every endpoint', () => {
  it.each(rests)('%s answers the owner, or whoever holds an anonymous id', async (rest) => {
    const owned = await openSession(server, {}, ben)
    for (const token of [ada, undefined])
      expectRefusal(await ask(server, { ...owned, token }, '', rest), 404, 'INVALID_SESSION')
    expect((await ask(server, owned, '', rest)).statusCode).toBe(200)
    const open = await openSession(server)
    for (const token of [ben, undefined]) expect((await ask(server, { ...open, token }, '', rest)).statusCode).toBe(200)
    for (const id of ['abc123', `emo_${'A'.repeat(22)}`])
      expectRefusal(await ask(server, { id }, '', rest), 404, 'INVALID_SESSION')
  })

  it.each(rests)('%s refuses a period that is none', async (rest) => {
    const holder = await openSession(server)
    for (const query of [
      '&from_timestamp=yesterday',
      '&from_timestamp=2026-01-01',
      '&to_timestamp=2026-01-01T00:00:00',
      '&from_timestamp=2026-02-30T00:00:00Z',
      '&from_timestamp=0000-01-01T00:00:00Z',
      '&from_timestamp=0001-01-01T00:00:00%2B23:59',
      '&to_timestamp=9999-12-31T23:59:59-00:01',
      '&from_timestamp=',
      '&from_timestamp=2026-01-02T00:00:00Z&to_timestamp=2026-01-01T00:00:00Z',
    ])
      expectRefusal(await ask(server, holder, query, rest), 400, 'INVALID_PARAMETER')
    const url = `${HISTORY}${rest}`
    expectRefusal(await sendAs(server, holder, { url }), 400, 'MISSING_PARAMETER')
    expectRefusal(await sendAs(server, holder, { url: `${url}?session_id=` }), 400, 'INVALID_PARAMETER')
  })

  it('takes the very first and the very last moment', async () => {
    const holder = await recorded(server, 'feliz')
    for (const rest of rests.filter((one) => one !== '/hours'))
      expect(
        (await ask(server, holder, '&from_timestamp=0001-01-01T00:00:00Z&to_timestamp=9999-12-31T23:59:59.999Z', rest))
          .statusCode,
      ).toBe(200)
  })

  it.each([
    ...[
      ['', 'limit=0'],
      ['', 'limit=501'],
      ['', 'limit=x'],
      ['', 'order=up'],
      ['', 'emotion=furioso'],
    ],
    ...[
      ['/streaks', 'limit=2001'],
      ['/hours', 'tz=Mars/Olympus'],
      ['/hours', 'tz=%2B02:00'],
    ],
    ...[
      ['/export', 'tz=x'],
      ['/export', 'format=xml'],
      ['/export', 'lang=fr'],
    ],
  ] as const)('%s refuses %s', async (rest, query) => {
    expectRefusal(await ask(server, await openSession(server), `&${query}`, rest), 400, 'INVALID_PARAMETER')
  })

  const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64')
  it.each([
    ...['x', '%00', text(null), text({}), text([1, 2]), text({ last_timestamp: '1', last_session: 1 })],
    ...[text({ last_timestamp: 1e300, last_session: 1 }), text({ last_timestamp: 1.5, last_session: 1 })],
    ...[text({ last_timestamp: 8.64e15, last_session: 1 }), text({ last_timestamp: -8.64e15, last_session: 1 })],
    ...[text({ last_timestamp: 9e15, last_session: 1 }), text({ last_timestamp: 1, last_session: -1 })],
  ])('refuses the cursor %s', async (cursor) => {
    const holder = await openSession(server)
    for (const rest of ['', '/streaks'])
      expectRefusal(await ask(server, holder, `&cursor=${encodeURIComponent(cursor)}`, rest), 400, 'INVALID_PARAMETER')
  })

  it('allows thirty questions a minute together, and says so', async () => {
    const holder = await openSession(server)
    const remoteAddress = '10.99.0.1'
    const url = `${HISTORY}?session_id=${holder.id}`
    const replies = []
    for (let n = 0; n < 62; n++)
      replies.push(
        await server.send({ url: n % 2 ? url : `${HISTORY}/streaks?session_id=${holder.id}`, remoteAddress }),
      )
    const limited = replies.filter(({ statusCode }) => statusCode === 429)
    // A minute may end within the test, and then thirty more are allowed.
    expect(limited.length).toBeGreaterThanOrEqual(2)
    expect(replies[0]?.headers['x-ratelimit-limit']).toBe('30')
    expect(limited[0]?.json().error).toMatchObject({ code: 'RATE_LIMIT_EXCEEDED', limit: 30, remaining: 0 })
  })
})

describe('streaks', () => {
  it('come by detailed class, cut to the period, in pages', async () => {
    const holder = await recorded(server, 'feliz feliz triste disgusto enojado incierto feliz feliz feliz')
    const body = await told(server, holder, '', '/streaks')
    expect(streaksReply.strict().safeParse(body).error).toBeUndefined()
    const view = (of: typeof body) =>
      of.streaks.map((one: Record<string, unknown>) => [
        one.clase,
        one.clase_detallada,
        one.started_at,
        one.count,
        one.duration_seconds,
      ])
    expect(view(body)).toEqual([
      ['feliz', 'feliz', iso(0), 2, 1],
      ['triste', 'triste', iso(2), 1, 0],
      ['enojado', 'disgusto', iso(3), 1, 0],
      ['enojado', 'enojado', iso(4), 1, 0],
      [null, 'incierto', iso(5), 1, 0],
      ['feliz', 'feliz', iso(6), 3, 2],
    ])
    const period = `&from_timestamp=${iso(1)}&to_timestamp=${iso(7)}`
    const first = await told(server, holder, `${period}&limit=4`, '/streaks')
    const second = await told(server, holder, `${period}&limit=4&cursor=${first.metadata.next_cursor}`, '/streaks')
    expect([...view(first), ...view(second)].map(([, name, start, count]) => [name, start, count])).toEqual([
      ...[
        ['feliz', iso(1), 1],
        ['triste', iso(2), 1],
        ['disgusto', iso(3), 1],
        ['enojado', iso(4), 1],
      ],
      ...[
        ['incierto', iso(5), 1],
        ['feliz', iso(6), 2],
      ],
    ])
    expect([first.metadata.total_returned, second.metadata]).toEqual([
      4,
      { total_returned: 2, has_more: false, next_cursor: null },
    ])
  })

  it('end after thirty seconds of silence, not before', async () => {
    const holder = await openSession(server, { recording: true })
    for (const seconds of [0, 30, 60.001, 90]) server.context.recorder.record(holder, reading(seconds))
    const { streaks } = await told(server, holder, '', '/streaks')
    expect(streaks.map((one: { duration_seconds: number }) => one.duration_seconds)).toEqual([30, 29.999])
    const { statistics } = await told(server, holder)
    expect(statistics).toMatchObject({ emotion_changes: 0, longest_emotion_streak: { duration_seconds: 30, count: 2 } })
  })
})

describe('hours', () => {
  it('are those of the zone, also where the clock is put back and where hours begin at a half', async () => {
    const holder = await openSession(server, { recording: true })
    const moments = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T01:45:00Z']
    for (const moment of moments) server.context.recorder.record(holder, { ...reading(0), at: new Date(moment) })
    const madrid = await told(
      server,
      holder,
      `&tz=Europe/Madrid&from_timestamp=${moments[0]}&to_timestamp=${moments[2]}`,
      '/hours',
    )
    expect(hoursReply.strict().safeParse(madrid).error).toBeUndefined()
    expect(madrid.hours).toEqual([
      { hour: '2026-10-25T02:00:00+02:00', counts: { feliz: 1 } },
      { hour: '2026-10-25T02:00:00+01:00', counts: { feliz: 2 } },
    ])
    // Postgres knows no zone of this name, and takes IST for that of Israel.
    const sydney = await told(server, holder, '&tz=AET', '/hours')
    expect(sydney.hours.map((one: { hour: string }) => one.hour)).toEqual([
      '2026-10-25T11:00:00+11:00',
      '2026-10-25T12:00:00+11:00',
    ])
    const india = await told(
      server,
      holder,
      `&tz=Asia/Kolkata&from_timestamp=${moments[0]}&to_timestamp=${moments[2]}`,
      '/hours',
    )
    expect(india.hours).toEqual([
      { hour: '2026-10-25T06:00:00+05:30', counts: { feliz: 1 } },
      { hour: '2026-10-25T07:00:00+05:30', counts: { feliz: 2 } },
    ])
  })

  it('are given for 400 days, and not for more', async () => {
    const holder = await openSession(server)
    const until = (days: number) =>
      `&from_timestamp=2025-01-01T00:00:00Z&to_timestamp=${new Date(Date.parse('2025-01-01') + days * 86_400_000).toISOString()}`
    expect((await ask(server, holder, until(400), '/hours')).statusCode).toBe(200)
    expectRefusal(await ask(server, holder, until(401), '/hours'), 400, 'INVALID_PARAMETER')
  })
})

describe('DELETE', () => {
  const erase = (id: string, query = '', token?: string) =>
    sendAs(server, { token }, { method: 'DELETE', url: `${HISTORY}?session_id=${id}${query}` })

  it('erases a period, or everything, and says how much', async () => {
    const holder = await recorded(server, 'feliz feliz triste feliz feliz')
    const part = await erase(holder.id, `&from_timestamp=${iso(2)}&to_timestamp=${iso(3)}`)
    expect(erasedReply.strict().parse(part.json()).deleted).toEqual({ detections: 2 })
    const left = await told(server, holder)
    expect(left.statistics).toMatchObject({
      ...{ total_detections: 3, emotion_changes: 0 },
      longest_emotion_streak: { emotion: 'feliz', duration_seconds: 4, count: 3 },
    })
    expect((await erase(holder.id, `&from_timestamp=${iso(100)}`)).json().deleted).toEqual({ detections: 0 })
    expect((await erase(holder.id)).json().deleted).toEqual({ detections: 3 })
    expect((await told(server, holder)).statistics.total_detections).toBe(0)
    server.context.recorder.record(holder, { ...reading(10), at: new Date(Date.now() + 1000) })
    expect((await told(server, holder)).statistics).toMatchObject({ total_detections: 1, emotion_changes: 0 })
  })

  it('erases what is still on its way', async () => {
    const holder = await openSession(server, { recording: true })
    server.context.recorder.record(holder, reading(0))
    expect((await erase(holder.id)).json().deleted).toEqual({ detections: 1 })
    expect((await told(server, holder)).statistics.total_detections).toBe(0)
  })

  it('of all sessions leaves those of others', async () => {
    const token = await server.member(ada, 'eraser')
    const mine = [await recorded(server, 'feliz triste', token), await recorded(server, 'feliz', token)]
    const other = await recorded(server, 'feliz', ben)
    expectRefusal(await erase(mine[0]!.id, '', ben), 404, 'INVALID_SESSION')
    expect((await erase('all', '', token)).json().deleted).toEqual({ detections: 3 })
    expect((await told(server, other)).statistics.total_detections).toBe(1)
    expect((await told(server, mine[0]!)).statistics.total_detections).toBe(0)
  })
})

describe('playlists that were played', () => {
  it('are the stretches of plays for a mood, of the owner, in the period', async () => {
    const token = await server.member(ada, 'listener')
    const holder = await recorded(server, 'feliz', token)
    const track = await addTrack(server.context.db, 'Song', [await addArtist(server.context.db, 'Artist')])
    const user = (await server.send({ url: '/auth/me', token })).json().id
    const played: [number, string][] = [
      ...([
        [-3600, 'mood:feliz'],
        [0, 'mood:feliz'],
        [200, 'mood:feliz'],
        [400, 'album:12'],
        [500, 'mood:happy'],
      ] as const),
      ...([
        [700, 'mood:feliz'],
        [4000, 'mood:feliz'],
        [4100, 'mood:'],
      ] as const),
    ].map(([seconds, source]) => [seconds, source])
    for (const [seconds, source] of played)
      await server.context.db.execute(
        sql`insert into plays (user_id, track_id, played_at, duration_played_seconds, playlist_context)
          values (${user}, ${track}, ${iso(seconds)}::timestamptz, 90, ${source})`,
      )
    const body = await told(server, holder, `&from_timestamp=${iso(0)}&to_timestamp=${iso(5000)}`)
    expect(body.playlists_played).toEqual([
      ...[
        [0, 'feliz', 3],
        [500, 'happy', 1.5],
        [700, 'feliz', 1.5],
        [4000, 'feliz', 1.5],
      ].map(([seconds, emotion, minutes]) => ({
        ...{ emotion, playlist_id: emotion === 'happy' ? 'mood-happy' : 'emotion-feliz' },
        playlist_name: emotion === 'happy' ? 'Alegre' : 'Buen ánimo',
        ...{ played_at: iso(Number(seconds)), duration_minutes: minutes },
      })),
    ])
    const english = await sendAs(server, holder, {
      url: `${HISTORY}?session_id=${holder.id}&from_timestamp=${iso(0)}&to_timestamp=${iso(100)}`,
      headers: { 'accept-language': 'en' },
    })
    expect(english.json().playlists_played[0].playlist_name).toBe('Good spirits')
  })
})

it('a server that asks for an account asks for it here too', async () => {
  const closed = await startTestServer({ env: { EMOTIONS_REQUIRE_LOGIN: 'true' } })
  await closed.admin()
  for (const rest of rests) expectRefusal(await ask(closed, { id: 'abc123' }, '', rest), 401, 'AUTH_REQUIRED')
  await closed.close()
})
