import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { emotionReply, randomReply } from '../../../src/features/mood-music/contract.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { type LibraryFile, writeLibrary } from '../../support/audio/library.ts'
import { addFolder, createMusicDir, scanAll } from '../../support/library.ts'

/** Genres of which everybody knows the mood, and the tempo that goes with them. */
const STYLES: [genre: string, bpm: number][] = [
  ...([
    ['Disco', 120],
    ['Funk', 112],
    ['Salsa', 180],
    ['Slowcore', 62],
    ['Blues', 70],
    ['Doom Metal', 65],
  ] as [string, number][]),
  ...([
    ['Hardcore', 175],
    ['Black Metal', 170],
    ['Ambient', 60],
    ['Piano', 66],
    ['Soul', 84],
    ['Techno', 135],
  ] as [string, number][]),
]
const GLAD = ['Disco', 'Funk', 'Salsa']
const GLOOMY = ['Slowcore', 'Blues', 'Doom Metal', 'Piano']
const WILD = ['Hardcore', 'Black Metal', 'Techno']
const STILL = ['Ambient', 'Piano', 'Soul', 'Slowcore', 'Blues']

const song = (title: string, artist: string, genre?: string, bpm?: number): LibraryFile => ({
  path: `${artist}/${title}.mp3`,
  format: 'mp3',
  tags: {
    title,
    artists: [artist],
    album: `Album of ${artist}`,
    ...(genre && { genres: [genre] }),
    ...(bpm && { bpm }),
  },
  salt: `${artist} ${title}`,
})

let server: TestServer
let closed: TestServer
let music: Awaited<ReturnType<typeof createMusicDir>>
let admin: string

beforeAll(async () => {
  closed = await startTestServer({ env: { EMOTIONS_REQUIRE_LOGIN: 'true' } })
  server = await startTestServer({ jobs: true })
  admin = await server.admin()
  music = await createMusicDir()
  await writeLibrary(music.dir, [
    // Two artists of four songs for each style.
    ...STYLES.flatMap(([genre, bpm]) =>
      [1, 2].flatMap((a) => [1, 2, 3, 4].map((n) => song(`${genre} ${a}-${n}`, `${genre} Band ${a}`, genre, bpm + n))),
    ),
    ...[1, 2].map((n) => song(`Nothing known ${n}`, 'Nobody Knows')),
    song('Only tempo', 'Metronome', undefined, 170),
    song('Only genre', 'Genre Only', 'Bossa Nova'),
  ])
  await addFolder(server, admin, music.dir)
  expect(await scanAll(server, admin)).toMatchObject({ state: 'done', added: 100, failed: 0 })
})
afterAll(async () => {
  await Promise.all([server.close(), closed.close()])
  await music.remove()
})

let caller = 1
/** Each call comes from another address: the limit has a test of its own. */
const address = () => `10.0.${(caller >> 8) & 255}.${caller++ & 255}`
const send = (on: TestServer, payload: unknown, more: { token?: string; headers?: Record<string, string> } = {}) =>
  on.send({
    method: 'POST',
    url: '/api/v1/music/emotion',
    payload: payload as object,
    remoteAddress: address(),
    ...more,
  })
const ask = async (emotion: string, preferences?: object, more = {}) => {
  const reply = await send(
    server,
    { emotion, confianza: 0.8, ...(preferences && { user_preferences: preferences }) },
    more,
  )
  if (reply.statusCode !== 200) throw new Error(`${emotion}: ${reply.body}`)
  return emotionReply.strict().parse(reply.json())
}
const random = (query = '', more: { token?: string; headers?: Record<string, string> } = {}, on = server) =>
  on.send({ url: `/api/v1/music/random${query}`, remoteAddress: address(), ...more })
const playlist = async (query = '', more = {}) => {
  const reply = await random(query, more)
  if (reply.statusCode !== 200) throw new Error(`${query}: ${reply.body}`)
  return randomReply.strict().parse(reply.json())
}
type Named = { name: string; artists: string[] }
const genreOf = (track: Named) => STYLES.find(([genre]) => track.name.startsWith(`${genre} `))?.[0] ?? ''
const share = (tracks: Named[], genres: string[]) =>
  tracks.filter((track) => genres.includes(genreOf(track))).length / tracks.length

describe('music for an emotion', () => {
  it('has the documented shape and our own additions', async () => {
    const body = await ask('triste', { language: 'es', intensity: 'medium', genres: ['Blues'] })
    const sorted = (keys: string) => keys.split(' ').sort()
    const keysOf = (value: object) => Object.keys(value).sort()
    expect(keysOf(body)).toEqual(
      sorted('success timestamp emotion_detected confianza playlist recommendation_reason metadata'),
    )
    expect(keysOf(body.playlist)).toEqual(
      sorted('id name description emotion mood_match_score image_url total_tracks tracks'),
    )
    expect(body).toMatchObject({
      ...{ success: true, emotion_detected: 'triste', confianza: 0.8 },
      recommendation_reason: 'Seleccionada por intensidad emocional y preferencias de usuario',
      playlist: { id: 'emotion-triste', emotion: 'sad', image_url: '/favicon.svg' },
      metadata: { total_tracks: 20, avg_valence: expect.any(Number), avg_energy: expect.any(Number) },
    })
    expect(body.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(body.playlist.tracks).toHaveLength(20)
    expect(body.playlist.total_tracks).toBeGreaterThanOrEqual(20)
    expect(body.playlist.mood_match_score).toBeGreaterThan(0)
    expect(body.playlist.mood_match_score).toBeLessThanOrEqual(1)
    const track = body.playlist.tracks[0]!
    expect(keysOf(track)).toEqual(
      sorted(
        'id name artists album duration_ms preview_url spotify_url track_id stream_url image_url valence energy mood_source',
      ),
    )
    expect(track).toMatchObject({
      ...{ id: String(track.track_id), artists: [expect.any(String)], album: `Album of ${track.artists[0]}` },
      ...{ preview_url: null, spotify_url: null, stream_url: `/tracks/${track.track_id}/stream`, image_url: null },
    })
    const mean = (key: 'valence' | 'energy') => {
      const known = body.playlist.tracks.flatMap((row) => row[key] ?? [])
      return known.reduce((sum, value) => sum + value, 0) / known.length
    }
    expect(body.metadata.avg_valence).toBeCloseTo(mean('valence'), 2)
    expect(body.metadata.avg_energy).toBeCloseTo(mean('energy'), 2)
    // What is named can be heard.
    const heard = await server.send({ url: track.stream_url!, token: admin })
    expect([heard.statusCode, heard.headers['content-type']]).toEqual([200, 'audio/mpeg'])
  })

  it.each([
    ...[
      ['feliz', 'happy'],
      ['triste', 'sad'],
      ['enojado', 'angry'],
      ['sorprendido', 'surprise'],
    ],
    ...[
      ['neutral', 'neutral'],
      ['amor', 'love'],
      ['disgusto', 'disgust'],
      ['miedo', 'fear'],
    ],
  ] as [string, string][])('%s and %s are one', async (spanish, english) => {
    for (const name of [spanish, english, ` ${spanish.toUpperCase()} `]) {
      const body = await ask(name)
      expect([body.emotion_detected, body.playlist.emotion, body.playlist.id]).toEqual([
        spanish,
        english,
        `emotion-${spanish}`,
      ])
      expect(body.recommendation_reason).toBe('Seleccionada por intensidad emocional')
    }
    const inEnglish = await ask(spanish, undefined, { headers: { 'accept-language': 'en' } })
    expect(inEnglish.playlist.name).not.toBe((await ask(spanish)).playlist.name)
    expect((await ask(spanish, { language: 'en' })).playlist.name).toBe(inEnglish.playlist.name)
  })

  it('refuses what is no emotion, also what every object has', async () => {
    for (const emotion of [
      'joy',
      '',
      'constructor',
      '__proto__',
      'toString',
      'hasOwnProperty',
      'feliz;',
      'happy sad',
    ]) {
      const reply = await send(server, { emotion, confianza: 0.5 })
      expect([reply.statusCode, reply.json().error.code], emotion).toEqual([400, 'INVALID_EMOTION'])
      expect(reply.json().error.message).toBe('Emoción no reconocida')
    }
  })

  it('says what is missing and what is wrong', async () => {
    for (const body of [{}, { emotion: 'feliz' }, { confianza: 0.5 }, undefined]) {
      const reply = await send(server, body)
      expect([reply.statusCode, reply.json().error.code], JSON.stringify(body)).toEqual([400, 'MISSING_PARAMETER'])
    }
    const wrong = [
      ...[{ confianza: 1.01 }, { confianza: -0.1 }, { confianza: '0.5' }, { confianza: null }, { emotion: 5 }],
      ...[{ emotion: 'x'.repeat(31) }, { user_preferences: 'rock' }, { user_preferences: { intensity: 'extreme' } }],
      ...[{ user_preferences: { genres: 'rock' } }, { user_preferences: { genres: Array(51).fill('rock') } }],
      { user_preferences: { genres: ['x'.repeat(101)] } },
    ]
    for (const part of wrong) {
      const reply = await send(server, { emotion: 'feliz', confianza: 0.5, ...part })
      expect([reply.statusCode, reply.json().error.code], JSON.stringify(part)).toEqual([400, 'INVALID_PARAMETER'])
    }
    for (const confianza of [0, 1]) expect((await send(server, { emotion: 'feliz', confianza })).statusCode).toBe(200)
    const broken = await server.send({
      ...{ method: 'POST', url: '/api/v1/music/emotion', payload: '{"emotion":', remoteAddress: address() },
      headers: { 'content-type': 'application/json' },
    })
    expect([broken.statusCode, broken.json().error.code]).toEqual([400, 'INVALID_PARAMETER'])
  })

  it('glad music is not sad music', async () => {
    const [glad, sad, angry, calm] = await Promise.all([
      ask('feliz'),
      ask('triste'),
      ask('enojado'),
      playlist('?mood=calm'),
    ])
    expect(share(glad.playlist.tracks.slice(0, 10), GLAD)).toBeGreaterThanOrEqual(0.5)
    expect(share(glad.playlist.tracks, GLOOMY)).toBe(0)
    expect(share(sad.playlist.tracks.slice(0, 10), GLOOMY)).toBeGreaterThanOrEqual(0.5)
    expect(share(sad.playlist.tracks.slice(0, 10), GLAD)).toBe(0)
    expect(share(angry.playlist.tracks.slice(0, 10), WILD)).toBeGreaterThanOrEqual(0.6)
    expect(share(calm.playlist.tracks.slice(0, 10), STILL)).toBeGreaterThanOrEqual(0.6)
    expect(glad.metadata.avg_valence!).toBeGreaterThan(sad.metadata.avg_valence! + 0.2)
    expect(angry.metadata.avg_energy!).toBeGreaterThan(sad.metadata.avg_energy! + 0.3)
  })

  it('a stronger wish reaches further, and a wished genre comes up', async () => {
    const [low, high] = await Promise.all([ask('feliz', { intensity: 'low' }), ask('feliz', { intensity: 'high' })])
    expect(high.metadata.avg_valence!).toBeGreaterThan(low.metadata.avg_valence!)
    const first = async (preferences?: object) => (await ask('triste', preferences)).playlist.tracks.slice(0, 10)
    const wished = share(await first({ genres: ['ambient'] }), ['Ambient'])
    expect(wished).toBeGreaterThan(share(await first(), ['Ambient']))
    expect((await ask('triste', { genres: ['no such genre', '', '%'] })).playlist.tracks).toHaveLength(20)
  })

  it('at most two songs of one artist in the first ten', async () => {
    for (const emotion of ['feliz', 'triste', 'enojado', 'amor', 'neutral']) {
      const { tracks } = (await ask(emotion)).playlist
      for (const ten of [tracks.slice(0, 10), tracks.slice(10)]) {
        const counts = new Map<string, number>()
        for (const { artists } of ten) counts.set(artists[0]!, (counts.get(artists[0]!) ?? 0) + 1)
        expect(Math.max(...counts.values()), emotion).toBeLessThanOrEqual(2)
      }
      expect(new Set(tracks.map((track) => track.track_id)).size).toBe(tracks.length)
    }
  })

  it('says null where nothing is known, and from what it guesses', async () => {
    const few = sql`name not like 'Nothing known%' and name not in ('Only tempo', 'Only genre', 'Techno 1-1')`
    const db = server.context.db
    await db.execute(sql`update tracks set has_file = false where ${few}`)
    const body = await ask('feliz')
    await db.execute(sql`update tracks set has_file = true where ${few}`)
    const guesses = body.playlist.tracks.map(({ name, valence, energy, mood_source }) => [
      ...[name, typeof valence, typeof energy, mood_source],
    ])
    expect(guesses.sort()).toEqual([
      ['Nothing known 1', 'object', 'object', null],
      ['Nothing known 2', 'object', 'object', null],
      ['Only genre', 'number', 'number', 'genre'],
      ['Only tempo', 'object', 'number', 'tempo'],
      ['Techno 1-1', 'number', 'number', 'genre+tempo'],
    ])
    expect(body.playlist.tracks.find(({ name }) => name === 'Nothing known 1')).toMatchObject({
      valence: null,
      energy: null,
    })
    // What is unknown does not count in the mean.
    const known = body.playlist.tracks.flatMap(({ valence }) => valence ?? [])
    expect(known).toHaveLength(2)
    expect(body.metadata.avg_valence).toBeCloseTo((known[0]! + known[1]!) / 2, 2)
  })
})

describe('random music', () => {
  it('has the documented shape', async () => {
    const body = await playlist('?mood=happy&limit=10')
    expect(Object.keys(body.playlist.tracks[0]!).sort()).toEqual(
      'album artists duration_ms id image_url name preview_url spotify_url stream_url track_id'.split(' '),
    )
    expect(body).toMatchObject({
      playlist: { id: 'mood-happy', mood: 'happy', name: 'Alegre', image_url: '/favicon.svg' },
      metadata: { total_returned: 10, has_more: true },
    })
    expect(body.playlist.total_tracks).toBeGreaterThan(10)
    expect(share(body.playlist.tracks, GLAD)).toBeGreaterThanOrEqual(0.5)
  })

  it('knows five moods, and emotions in both languages', async () => {
    const moods = [
      'happy',
      'sad',
      'energetic',
      'calm',
      'focus',
      'feliz',
      'triste',
      'enojado',
      'sorprendido',
      'neutral',
      'amor',
    ]
    for (const mood of moods) {
      const body = await playlist(`?mood=${mood}`)
      expect([body.playlist.mood, body.playlist.tracks.length], mood).toEqual([mood, 20])
      expect(body.playlist.name, mood).not.toBe('Sorpresa')
    }
    expect((await playlist('?mood=%20CALM%20')).playlist.mood).toBe('calm')
    expect((await playlist('?mood=love')).playlist.mood).toBe('amor')
    expect((await playlist('')).playlist).toMatchObject({ mood: 'any', name: 'Sorpresa' })
    expect((await playlist('?mood=sad', { headers: { 'accept-language': 'en' } })).playlist.name).toBe('Sad')
  })

  it('refuses other moods and limits', async () => {
    for (const query of [
      ...['mood=party', 'mood=', 'mood=constructor', 'mood=__proto__', 'mood=toString', 'mood=happy&mood=sad'],
      ...['limit=0', 'limit=51', 'limit=-1', 'limit=abc', 'limit=1e9', `mood=${'x'.repeat(31)}`],
    ]) {
      const reply = await random(`?${query}`)
      expect([reply.statusCode, reply.json().error.code], query).toEqual([400, 'INVALID_PARAMETER'])
    }
    expect((await playlist('?limit=50')).playlist.tracks).toHaveLength(50)
    expect((await playlist('?limit=1')).metadata).toEqual({ total_returned: 1, has_more: true })
  })
})

describe('private things stay private', () => {
  it('callers without an account see no path and no mark of anybody', async () => {
    const { id } = (await server.send({ url: '/tracks/', token: admin })).json().items[0]
    await server.send({ method: 'POST', url: `/favorites/track/${id}`, token: admin })
    for (const reply of [await random('?limit=50'), await send(server, { emotion: 'feliz', confianza: 1 })]) {
      expect(reply.statusCode).toBe(200)
      expect(reply.body.includes(music.dir) || reply.body.includes('.mp3')).toBe(false)
      expect(reply.body).not.toMatch(/favorite|path|user_id|played/i)
      const { stream_url: url } = reply.json().playlist.tracks[0]
      expect((await server.send({ url })).statusCode).toBe(401)
    }
  })

  it('an artist I hide is not played to me, and still to others', async () => {
    const artists = (await server.send({ url: '/artists/?search=disco', token: admin })).json().items
    for (const { id } of artists) await server.send({ method: 'POST', url: `/artists/id/${id}/hide`, token: admin })
    const disco = async (more: object) => share((await ask('feliz', undefined, more)).playlist.tracks, ['Disco'])
    expect(await disco({ token: admin })).toBe(0)
    expect(share((await playlist('?mood=happy&limit=50', { token: admin })).playlist.tracks, ['Disco'])).toBe(0)
    expect(await disco({})).toBeGreaterThan(0)
    await server.context.db.execute(sql`delete from hidden_artists`)
    expect(await disco({ token: admin })).toBeGreaterThan(0)
  })

  it('EMOTIONS_REQUIRE_LOGIN closes the routes to everybody else', async () => {
    const token = await closed.admin()
    const asked = { emotion: 'feliz', confianza: 1 }
    for (const reply of [await random('', {}, closed), await send(closed, asked)])
      expect([reply.statusCode, reply.json().error.code]).toEqual([401, 'AUTH_REQUIRED'])
    expect((await random(`?token=${token}`, {}, closed)).statusCode).toBe(401)
    // Signed in, on a library that holds nothing yet: no songs, and no error.
    const reply = await send(closed, asked, { token })
    expect([reply.statusCode, emotionReply.strict().safeParse(reply.json()).success]).toEqual([200, true])
    expect(reply.json()).toMatchObject({
      playlist: { tracks: [], total_tracks: 0, mood_match_score: 0 },
      metadata: { total_tracks: 0, avg_valence: null, avg_energy: null },
    })
    const any = await random('', { token }, closed)
    expect([any.statusCode, any.json().playlist.tracks, any.json().metadata]).toEqual([
      ...[200, [], { total_returned: 0, has_more: false }],
    ])
  })
})

it('sixty requests a minute, counted apart from everything else', async () => {
  const remoteAddress = '192.0.2.7'
  const one = () => server.send({ url: '/api/v1/music/random?limit=1', remoteAddress })
  // The clock stands still, so that no minute ends in between.
  vi.useFakeTimers({ toFake: ['Date'], now: Math.ceil(Date.now() / 60_000) * 60_000 + 5000 })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const replies = []
  for (let n = 0; n < 61; n++) replies.push(await one())
  expect(replies.map((reply) => reply.statusCode)).toEqual([...Array(60).fill(200), 429])
  expect(replies[0]?.headers).toMatchObject({ 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '59' })
  expect(replies[60]?.json().error).toMatchObject({ code: 'RATE_LIMIT_EXCEEDED', limit: 60, remaining: 0 })
  expect((await server.send({ url: '/api/v1/music/random', remoteAddress: '192.0.2.8' })).statusCode).toBe(200)
  expect((await server.send({ url: '/health', remoteAddress })).headers['x-ratelimit-limit']).not.toBe('60')
})
