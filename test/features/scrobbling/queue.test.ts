import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../../src/db/client.ts'
import { sendDue } from '../../../src/features/scrobbling/send/send.ts'
import { createVault } from '../../../src/features/scrobbling/vault.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { addAlbum, addArtist, addTrack } from '../library/seed.ts'
import { createProviders, createService } from './service.ts'

const first = createService('listenbrainz')
const second = createService('lastfm')
const providers = createProviders(first, second)
const never = new AbortController().signal
let server: TestServer
let db: Db
let admin: string
let artists: number[]
let tracks: number[]

beforeAll(async () => {
  server = await startTestServer({
    providers,
    jobs: true,
    env: { JWT_SECRET_KEY: 'a secret for tests, forty characters' },
  })
  db = server.context.db
  admin = await server.admin()
  artists = [await addArtist(db, 'Nadia Vale'), await addArtist(db, 'Tomas Reyl')]
  const album = await addAlbum(db, 'Harbour Lights', [artists[0]!])
  tracks = []
  for (let n = 1; n <= 12; n++)
    tracks.push(await addTrack(db, `Song ${n}`, [artists[0]!], { albumId: album, trackNumber: n, durationMs: 200_000 }))
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.context.jobs.settle()
  for (const table of ['scrobbles', 'scrobble_accounts', 'plays']) await db.execute(sql.raw(`delete from ${table}`))
  first.reset()
  second.reset()
})

async function connect(service = first, account = 'ada', as = admin) {
  service.tokens.set(`${account}-token`, account)
  const payload = { token: `${account}-token` }
  const reply = await server.send({ method: 'PUT', url: `/scrobbling/${service.name}`, token: as, payload })
  if (reply.statusCode !== 200) throw new Error(reply.body)
}
const play = (track: number, payload: object = { duration_played_seconds: 100 }, as = admin) =>
  server.send({ method: 'POST', url: `/tracks/play/${track}`, token: as, payload })
/** Plays of the first so many songs, a minute apart, which nobody has sent yet. */
async function heard(count: number, as = admin) {
  first.fail('unreachable')
  second.fail('unreachable')
  for (const track of tracks.slice(0, count)) await play(track, undefined, as)
  await settle()
  await db.execute(
    sql`update scrobbles s set started_at = started_at - (select count(*) from scrobbles o where o.id > s.id) * interval '1 minute'`,
  )
  first.heal()
  second.heal()
  for (const service of [first, second]) for (const list of [service.batches, service.asks]) list.length = 0
  await due()
}
const settle = () => server.context.jobs.settle()
/** What waits is due now. */
const due = () => db.execute(sql`update scrobbles set next_at = now() - interval '1 second'`)
const waiting = () => db.$count(sql`scrobbles`)
const status = async (as = admin) =>
  (await server.send({ url: '/scrobbling', token: as })).json().items[0] as Record<string, unknown>
const log = () => {
  const lines: string[] = []
  const write = (fields: object, text: string) => void lines.push(`${text} ${JSON.stringify(fields)}`)
  return { lines, info: write, warn: write, error: write }
}
const sending = (more: Partial<Pick<Parameters<typeof sendDue>[0], 'db' | 'vault' | 'now'>> = {}) => ({
  ...{ db, providers, vault: createVault('a secret for tests, forty characters'), log: log() },
  ...{ now: () => new Date(), random: () => 0.5 },
  ...more,
})

describe('a play', () => {
  it('reaches every connected service, as it was heard', async () => {
    await connect(first)
    await connect(second, 'ada-fm')
    const duo = await addTrack(db, 'Duet', artists, { durationMs: 240_000, albumId: null })
    await db.execute(sql`update track_artists set join_phrase = ' & ' where track_id = ${duo} and position = 0`)
    const mbid = crypto.randomUUID()
    await db.execute(sql`insert into external_ids (entity, entity_id, provider, value)
      values ('track', ${tracks[0]}, 'musicbrainz', ${mbid})`)
    const { played_at } = (await play(tracks[0]!, { duration_played_seconds: 150 })).json().play_history
    await play(duo)
    await play(duo, { duration_played_seconds: 130 })
    await settle()
    const startedAt = new Date(Date.parse(played_at) - 150_000)
    const song = {
      ...{ artist: 'Nadia Vale', track: 'Song 1', album: 'Harbour Lights', albumArtist: 'Nadia Vale', trackNumber: 1 },
      ...{ durationMs: 200_000, recordingMbid: mbid, startedAt },
    }
    expect(first.taken).toEqual([{ ...song, account: 'ada' }])
    expect(second.taken).toEqual([{ ...song, account: 'ada-fm' }])
    expect(await waiting()).toBe(0)
    expect(first.asks[0]).toMatchObject({ priority: 'background' })
    await db.execute(sql`delete from plays`)
    await play(duo, {})
    await settle()
    expect(first.taken[1]).toMatchObject({ artist: 'Nadia Vale & Tomas Reyl', album: null, albumArtist: null })
  })

  it('that is too short, not heard enough, or of nobody is kept here only', async () => {
    await connect()
    const short = await addTrack(db, 'Jingle', [artists[0]!], { durationMs: 30_000 })
    const nobody = await addTrack(db, 'Nobody', [], { durationMs: 200_000 })
    await play(short)
    await play(nobody)
    await play(tracks[0]!, { duration_played_seconds: 99 })
    await settle()
    expect([await waiting(), first.batches, await db.$count(sql`plays`)]).toEqual([0, [], 3])
  })

  it('of who is connected to nothing is nobody else’s business', async () => {
    await connect()
    const ben = await server.member(admin, 'benedict')
    await play(tracks[0]!, {}, ben)
    await settle()
    expect([await waiting(), first.taken]).toEqual([0, []])
  })

  it('reported twice waits once', async () => {
    await connect()
    first.fail('unreachable')
    await Promise.all(Array.from({ length: 6 }, () => play(tracks[0]!)))
    expect(await waiting()).toBe(1)
  })
})

describe('the queue', () => {
  it('sends what waited in the order in which it was heard, in batches', async () => {
    await connect()
    await heard(7)
    expect(await status()).toMatchObject({ waiting: 7, last_sent_at: null })
    await sendDue(sending(), undefined, never)
    expect(first.batches.map((batch) => batch.length)).toEqual([3, 3, 1])
    expect(first.titles()).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `Song ${n}`))
    const { waiting: left, last_sent_at: at, note } = await status()
    expect([left, note, Math.abs(Date.now() - Date.parse(String(at))) < 60_000]).toEqual([0, null, true])
  })

  it('keeps everything while a service is silent, and leaves it alone for a while', async () => {
    await connect()
    await heard(4)
    first.fail('unreachable')
    const deps = sending()
    await sendDue(deps, undefined, never)
    expect([first.batches.length, await waiting()]).toEqual([1, 4])
    expect(await status()).toMatchObject({ state: 'active', note: 'listenbrainz says unreachable', waiting: 4 })
    const { rows } = await db.execute(sql`select attempts, next_at > now() + interval '20 seconds' as later,
      next_at < now() + interval '3 minutes' as soon from scrobbles where attempts > 1`)
    expect(rows).toHaveLength(3)
    for (const row of rows) expect(row).toEqual({ attempts: 2, later: true, soon: true })
    first.heal()
    await due()
    await sendDue(deps, undefined, never)
    expect([first.titles().length, await waiting()]).toEqual([4, 0])
  })

  it('one silent service does not hold up another, nor one user another', async () => {
    await connect(first)
    await connect(second)
    const ben = await server.member(admin, `b${Date.now()}`)
    await connect(first, 'benny', ben)
    await heard(2)
    await heard(1, ben)
    first.fail('unreachable')
    await sendDue(sending(), undefined, never)
    // The dead one is asked for one account only.
    expect([first.batches.length, second.taken.length]).toEqual([1, 2])
    first.heal()
    first.tokens.delete('ada-token')
    await due()
    await sendDue(sending(), undefined, never)
    expect(first.taken.map((taken) => taken.account)).toEqual(['benny'])
  })

  it('waits as long as a service wishes', async () => {
    await connect()
    await heard(1)
    first.fail('busy', { until: new Date(Date.now() + 2 * 3_600_000) })
    await sendDue(sending(), undefined, never)
    const { rows } = await db.execute(
      sql`select round(extract(epoch from next_at - now()) / 60)::int as minutes from scrobbles`,
    )
    expect(rows).toEqual([{ minutes: 120 }])
  })

  it('drops what a service does not want', async () => {
    await connect()
    await heard(3)
    first.unwanted(({ track }) => track === 'Song 2')
    await sendDue(sending(), undefined, never)
    expect([first.titles(), await waiting()]).toEqual([['Song 1', 'Song 3'], 0])
  })

  it('lets one bad listening hold up only itself', async () => {
    await connect()
    await heard(3)
    first.poison(({ track }) => track === 'Song 2')
    await sendDue(sending(), undefined, never)
    expect([first.titles(), await waiting()]).toEqual([['Song 1', 'Song 3'], 1])
  })

  it('gives up after 14 days, and says so', async () => {
    await connect()
    await heard(2)
    await db.execute(sql`update scrobbles set created_at = now() - interval '14 days 1 minute'
      where listening ->> 'track' = 'Song 1'`)
    first.fail('failed', { status: 500 })
    const deps = sending()
    await sendDue(deps, undefined, never)
    expect(await waiting()).toBe(1)
    expect(String((await status()).note)).toContain('1 listenings were given up after 14 days')
    expect(deps.log.lines.join()).toContain('given up after 14 days')
    expect(deps.log.lines.join()).not.toContain('ada-token')
  })

  it('keeps everything when the token is refused, and sends it after a new sign-in', async () => {
    await connect()
    await heard(2)
    first.tokens.clear()
    const deps = sending()
    await sendDue(deps, undefined, never)
    expect(await status()).toMatchObject({ state: 'refused', note: 'listenbrainz says refused', waiting: 2 })
    await sendDue(deps, undefined, never)
    expect(first.batches).toHaveLength(1)
    await play(tracks[5]!)
    await settle()
    expect([first.batches.length, await waiting()]).toEqual([1, 3])
    await connect()
    await settle()
    expect(first.titles()).toHaveLength(3)
    expect(await status()).toMatchObject({ state: 'active', note: null, waiting: 0 })
  })

  it('asks for a new sign-in when the secret of the server has changed', async () => {
    await connect()
    await heard(1)
    await sendDue(sending({ vault: createVault('another secret') }), undefined, never)
    expect(await status()).toMatchObject({
      state: 'refused',
      waiting: 1,
      note: expect.stringContaining('connect again'),
    })
    expect(first.batches).toEqual([])
  })

  it('survives a fault of ours, which is logged without the token', async () => {
    await connect()
    await heard(1)
    first.breakWith(new TypeError('a fault of ours'))
    const deps = sending()
    await sendDue(deps, undefined, never)
    expect([await waiting(), deps.log.lines.length]).toEqual([1, 1])
    expect(deps.log.lines.join()).not.toContain('ada-token')
  })

  it('leaves with the account', async () => {
    await connect()
    await heard(2)
    await server.send({ method: 'DELETE', url: '/scrobbling/listenbrainz', token: admin })
    expect(await waiting()).toBe(0)
  })
})

describe('several processes, stops and kills', () => {
  it('two that send at once share the work', async () => {
    await connect()
    await heard(12)
    await Promise.all([1, 2, 3].map(() => sendDue(sending(), undefined, never)))
    expect(first.batches.flat().sort()).toEqual([...new Set(first.batches.flat())].sort())
    expect([first.taken.length, await waiting()]).toEqual([12, 0])
  })

  it('a process that was killed holds its rows for ten minutes; what was taken already is known there', async () => {
    await connect()
    await heard(2)
    // Killed after the service had taken them and before they were deleted.
    const dying = db.execute.bind(db)
    const killed = Object.create(db, {
      delete: {
        value: () => {
          throw new Error('killed')
        },
      },
    }) as Db
    await expect(sendDue(sending({ db: killed }), undefined, never)).rejects.toThrow('killed')
    expect([first.taken.length, await waiting()]).toEqual([2, 2])
    await sendDue(sending(), undefined, never)
    expect(first.batches).toHaveLength(1)
    const { rows } = await dying(
      sql`select distinct round(extract(epoch from next_at - now()) / 60)::int as minutes from scrobbles`,
    )
    expect(rows).toEqual([{ minutes: 10 }])
    await sendDue(sending({ now: () => new Date(Date.now() + 11 * 60_000) }), undefined, never)
    expect([first.batches.length, first.taken.length, await waiting()]).toEqual([2, 2, 0])
  })

  it('a stop in order puts back what was not taken', async () => {
    await connect()
    await heard(2)
    const stop = new AbortController()
    first.hold(
      new Promise((_resolve, reject) => {
        stop.signal.addEventListener('abort', () => reject(stop.signal.reason))
      }),
    )
    const running = sendDue(sending(), undefined, stop.signal)
    await expect.poll(() => first.batches.length).toBe(1)
    stop.abort()
    await running
    const { rows } = await db.execute(sql`select next_at <= now() + interval '1 second' as due, note from scrobbles`)
    expect(rows).toEqual([1, 2].map(() => ({ due: true, note: null })))
  })

  it('what waited while the server was down goes when it starts', async () => {
    await connect()
    await heard(2)
    await server.context.scrobbling.register()
    await settle()
    expect([first.taken.length, await waiting()]).toEqual([2, 0])
  })
})

describe('now playing', () => {
  const nowPlaying = (id: number | string, as = admin) =>
    server.send({ method: 'POST', url: `/tracks/now-playing/${id}`, token: as })

  it('tells every service that takes it and answers at once', async () => {
    await connect(first)
    await connect(second)
    expect((await nowPlaying(tracks[2]!)).statusCode).toBe(202)
    await server.context.scrobbling.settled()
    expect([first.playing, second.playing].map((list) => list.map(({ track }) => track))).toEqual([
      ...[['Song 3'], ['Song 3']],
    ])
    expect([await waiting(), first.taken]).toEqual([0, []])
  })

  it('fails silently for the listener, once', async () => {
    await connect(first)
    await connect(second)
    first.fail('unreachable')
    expect((await nowPlaying(tracks[0]!)).statusCode).toBe(202)
    await server.context.scrobbling.settled()
    expect([first.playing.length, second.playing.length]).toEqual([0, 1])
    first.heal()
    first.tokens.clear()
    await nowPlaying(tracks[0]!)
    await server.context.scrobbling.settled()
    expect(await status()).toMatchObject({ state: 'refused' })
  })

  it('is for tracks one may see', async () => {
    expect((await nowPlaying(99_999_999)).statusCode).toBe(404)
    expect((await nowPlaying('abc')).statusCode).toBe(400)
    const ben = await server.member(admin, 'hiding')
    await db.execute(sql`insert into hidden_artists (user_id, artist_id)
      select id, ${artists[0]} from users where email = 'hiding@example.org'`)
    expect((await nowPlaying(tracks[0]!, ben)).statusCode).toBe(404)
  })
})
