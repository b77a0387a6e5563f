import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../../src/db/client.ts'
import { mostPlayed, playRecorded, recentPlays } from '../../../src/features/plays/contract.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { addArtist, addTrack } from '../library/seed.ts'

let server: TestServer
let db: Db
let admin: string
let member: string
let tracks: number[]

beforeAll(async () => {
  server = await startTestServer()
  db = server.context.db
  admin = await server.admin()
  member = await server.member(admin)
  const artist = await addArtist(db, 'Played Artist')
  tracks = []
  for (let n = 1; n <= 60; n++) tracks.push(await addTrack(db, `Song ${n}`, [artist]))
})
afterAll(() => server.close())
afterEach(() => db.execute(sql`delete from plays`))

const play = (id: number | string, token = admin, payload?: object) =>
  server.send({ method: 'POST', url: `/tracks/play/${id}`, token, ...(payload && { payload }) })
const get = async (url: string, token = admin) => {
  const reply = await server.send({ url, token })
  if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`)
  return reply.json()
}
const count = () => db.$count(sql`plays`)
/** As if everything so far had happened that much earlier. */
const later = (seconds: number) =>
  db.execute(sql`update plays set played_at = played_at - ${seconds} * interval '1 second'`)

describe('recording a play', () => {
  it('answers the documented row', async () => {
    const reply = await play(tracks[0]!, admin, { duration_played_seconds: 95, device_info: 'web', mood_tag: 'feliz' })
    const body = reply.json()
    expect([reply.statusCode, body.message]).toEqual([200, 'Play recorded'])
    expect(playRecorded.strict().safeParse(body).success).toBe(true)
    expect(body.play_history).toEqual({
      ...{ id: expect.any(Number), user_id: (await get('/auth/me')).id, track_id: tracks[0], platform: 'local' },
      ...{ played_at: expect.stringMatching(/^\d{4}-.*Z$/), duration_played_seconds: 95, device_info: 'web' },
      ...{ mood_tag: 'feliz', playlist_context: null, was_recommended: false, recommendation_source: null },
    })
    const bare = (await play(tracks[1]!)).json().play_history
    expect(bare).toMatchObject({ duration_played_seconds: 0, device_info: null, mood_tag: null })
    expect(Math.abs(Date.now() - Date.parse(bare.played_at))).toBeLessThan(60_000)
  })

  it('counts two reports within ten seconds once, also when they come at the same time', async () => {
    // Connections are opened on demand: with all of them open, the reports below meet in the database.
    await Promise.all(Array.from({ length: 30 }, () => get('/tracks/recent-plays')))
    for (const other of tracks.slice(10, 20)) await Promise.all(Array.from({ length: 12 }, () => play(other)))
    expect(await count()).toBe(10)
    await db.execute(sql`delete from plays`)
    const replies = await Promise.all(Array.from({ length: 12 }, () => play(tracks[0]!)))
    expect(new Set(replies.map((reply) => reply.json().play_history.id)).size).toBe(1)
    expect(await count()).toBe(1)
    await later(9)
    expect((await play(tracks[0]!)).json().play_history.id).toBe(replies[0]!.json().play_history.id)
    await later(2)
    await play(tracks[0]!)
    expect(await count()).toBe(2)
    // Another song and another listener are another play.
    await Promise.all([play(tracks[1]!), play(tracks[0]!, member)])
    expect(await count()).toBe(4)
  })

  it('refuses what is no track and no report', async () => {
    for (const id of ['0', '-1', '1e30', 'abc', '1.5']) {
      const reply = await play(id)
      expect([reply.statusCode, reply.json().error.code], id).toEqual([400, 'INVALID_PARAMETER'])
    }
    const unknown = await play(99_999_999)
    expect([unknown.statusCode, unknown.json().error.code]).toEqual([404, 'NOT_FOUND'])
    for (const payload of [
      ...[{ duration_played_seconds: -1 }, { duration_played_seconds: 1e9 }, { duration_played_seconds: '5' }],
      ...[{ device_info: 'x'.repeat(201) }, { mood_tag: 7 }, { device_info: 'a\0b' }],
    ])
      expect((await play(tracks[0]!, admin, payload)).statusCode, JSON.stringify(payload)).toBe(400)
    expect(await count()).toBe(0)
  })

  it('is for those who signed in', async () => {
    expect((await server.send({ method: 'POST', url: `/tracks/play/${tracks[0]}` })).statusCode).toBe(401)
    for (const url of ['/tracks/recent-plays', '/tracks/most-played'])
      expect((await server.send({ url })).statusCode).toBe(401)
  })
})

describe('lists of plays', () => {
  /** Songs played one after the other, a minute each. */
  async function history(order: readonly number[], token = admin) {
    for (const at of order) {
      await play(tracks[at]!, token)
      await later(60)
    }
  }
  type Line = { track_id: number; track_name: string; played_at: string; play_count: number; last_played_at: string }
  const ids = (body: { items: Line[] }) => body.items.map((row) => row.track_id)

  it('recent: one row a play, newest first, mine only', async () => {
    await history([3, 1, 1, 2])
    await play(tracks[3]!)
    await history([7], member)
    const body = await get('/tracks/recent-plays')
    expect(recentPlays.strict().safeParse(body).success).toBe(true)
    expect(ids(body)).toEqual([3, 2, 1, 1, 3].map((at) => tracks[at]))
    const times = body.items.map((row: Line) => row.played_at)
    expect(times).toEqual([...times].sort().reverse())
    expect(new Set(times).size).toBe(5)
    expect(ids(await get('/tracks/recent-plays', member))).toEqual([tracks[7]])
  })

  it('most played: with counts and the last time, mine only', async () => {
    await history([5, 6, 6, 6, 8, 8, 9, 9])
    await history([5, 5, 5, 5], member)
    const body = await get('/tracks/most-played')
    expect(mostPlayed.strict().safeParse(body).success).toBe(true)
    // Of two with the same count, the one played later comes first.
    expect(ids(body)).toEqual([6, 9, 8, 5].map((at) => tracks[at]))
    expect(body.items.map((row: Line) => row.play_count)).toEqual([3, 2, 2, 1])
    const recent: Line[] = (await get('/tracks/recent-plays')).items
    for (const row of body.items as Line[])
      expect(row.last_played_at).toBe(recent.find((other) => other.track_id === row.track_id)?.played_at)
    expect((await get('/tracks/most-played', member)).items).toMatchObject([{ track_id: tracks[5], play_count: 4 }])
  })

  it('are short by default and bounded, and refuse other limits', async () => {
    await db.execute(sql`insert into plays (user_id, track_id) select u.id, t.id from users u, tracks t`)
    for (const list of ['/tracks/recent-plays', '/tracks/most-played']) {
      expect((await get(list)).items).toHaveLength(10)
      expect((await get(`${list}?limit=50`)).items).toHaveLength(50)
      for (const limit of ['0', '51', '-1', 'abc'])
        expect((await server.send({ url: `${list}?limit=${limit}`, token: admin })).statusCode, limit).toBe(400)
    }
  })

  it('forget a track with the track, and everything with the user', async () => {
    const gone = await addTrack(db, 'Soon gone', [])
    await play(gone)
    await play(tracks[0]!)
    await db.execute(sql`delete from tracks where id = ${gone}`)
    expect(ids(await get('/tracks/recent-plays'))).toEqual([tracks[0]])
    const leaving = await server.member(admin, 'leaving')
    await play(tracks[0]!, leaving)
    expect(await count()).toBe(2)
    await db.execute(sql`delete from users where email = 'leaving@example.org'`)
    expect(await count()).toBe(1)
  })
})
