import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../../src/db/client.ts'
import { lyricsReply } from '../../../src/features/lyrics/contract.ts'
import { UpstreamError } from '../../../src/platform/upstream/types.ts'
import type { FoundLyrics, PortName, Ports, TrackRef } from '../../../src/providers/ports.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { addAlbum, addArtist, addTrack } from '../library/seed.ts'

type Answer = FoundLyrics | null | Error
/** Services of lyrics that answer as a test says. */
function createServices() {
  const asked: { name: string; track: TrackRef; priority: string }[] = []
  let answers: { name: string; title: string; answer: () => Promise<Answer> }[] = []
  return {
    asked,
    names: () => asked.map(({ name }) => name),
    answer: (...given: [string, Answer | (() => Promise<Answer>)][]) => {
      answers = given.map(([name, answer]) => ({
        ...{ name, title: name.toUpperCase() },
        answer: typeof answer === 'function' ? answer : () => Promise.resolve(answer),
      }))
    },
    of<P extends PortName>(port: P) {
      if (port !== 'lyrics') return []
      return answers.map(({ name, title, answer }) => {
        const lyrics: Ports['lyrics'] = {
          async lyrics(track, { priority }) {
            asked.push({ name, track, priority })
            const found = await answer()
            if (found instanceof Error) throw found
            return found
          },
        }
        return { name, title, port: lyrics as Ports[P] }
      })
    },
  }
}

const services = createServices()
const words = (plain: string | null, synced: string | null = null): FoundLyrics => ({
  plain,
  synced,
  instrumental: false,
})
const dead = new UpstreamError('lrclib', 'unreachable', 'LRCLIB does not answer')
const SYNCED = '[00:01.50]First\n[00:03.00]\n[00:04.25]Second'

let server: TestServer
let db: Db
let admin: string
let artist: number
let track: number

beforeAll(async () => {
  server = await startTestServer({ providers: services })
  db = server.context.db
  admin = await server.admin()
  artist = await addArtist(db, 'Night Ferry')
  await db.execute(sql`insert into music_folders (path) values ('/music')`)
})
afterAll(() => server.close())
beforeEach(async () => {
  services.asked.length = 0
  services.answer(['lrclib', null])
  const album = await addAlbum(db, 'Harbour Lights', [artist])
  track = await addTrack(db, 'Tide Table', [artist], { albumId: album, durationMs: 201_000, isrc: 'GBAAA2600001' })
})
afterEach(() => db.execute(sql`delete from recording_files`))

async function addFile(name: string, source: string, text: string, more: { codec?: string; state?: string } = {}) {
  const { codec = 'MP3', state = 'present' } = more
  await db.execute(sql`with file as (insert into recording_files
      (folder_id, rel_path, album_dir, track_id, state, size, mtime_ms, quick_hash, tags, codec, container, lossless, duration_ms)
    select id, ${name}, '', ${track}, ${state}, 1, 1, ${name}, '{}', ${codec}, ${codec}, ${codec === 'FLAC'}, 1
    from music_folders returning id)
    insert into lyrics (file_id, source, text) select id, ${source}, ${text} from file`)
}
const ask = (query = '', id: number | string = track, token = admin) =>
  server.send({ url: `/tracks/id/${id}/lyrics${query}`, token })
async function get(query = '') {
  const reply = await ask(query)
  if (reply.statusCode !== 200) throw new Error(reply.body)
  expect(lyricsReply.strict().safeParse(reply.json()).success).toBe(true)
  return reply.json()
}
const later = (days: number) =>
  db.execute(sql`update track_lyrics set fetched_at = fetched_at - ${days} * interval '1 day'`)

describe('words of the own files', () => {
  it('are read with their stamps, and nobody is asked', async () => {
    await addFile('a.mp3', 'embedded', SYNCED)
    expect(await get()).toEqual({
      ...{ track_id: track, source: 'embedded', source_title: null, instrumental: false, plain: 'First\n\nSecond' },
      lines: [
        { at_ms: 1500, text: 'First' },
        { at_ms: 3000, text: '' },
        { at_ms: 4250, text: 'Second' },
      ],
      ...{ fetched_at: null, unavailable: null },
    })
    expect(services.asked).toEqual([])
  })

  it('synced ones beat plain ones, those beside a file those inside, a file that is there one that is not', async () => {
    await addFile('a.mp3', 'embedded', 'inside')
    expect(await get()).toMatchObject({ source: 'embedded', plain: 'inside', lines: null })
    await addFile('b.flac', 'sidecar', 'beside', { codec: 'FLAC' })
    expect(await get()).toMatchObject({ source: 'sidecar', plain: 'beside' })
    await addFile('c.mp3', 'sidecar', 'gone', { state: 'missing' })
    expect(await get()).toMatchObject({ plain: 'beside' })
    await addFile('d.mp3', 'embedded', '[00:01.00]synced')
    expect(await get()).toMatchObject({ source: 'embedded', lines: [{ at_ms: 1000, text: 'synced' }] })
    expect(services.asked).toEqual([])
  })

  it('that say nothing do not count', async () => {
    await addFile('a.mp3', 'embedded', '[ar:Night Ferry]\n \n')
    services.answer(['lrclib', words('found')])
    expect(await get()).toMatchObject({ source: 'lrclib', plain: 'found' })
  })

  it('are kept within bounds', async () => {
    await addFile('a.mp3', 'embedded', '[00:01.00]la\n'.repeat(200_000))
    expect((await get()).lines).toHaveLength(5000)
  })
})

describe('words of providers', () => {
  it('are asked for with what is known of the track, once, and kept', async () => {
    await db.execute(sql`insert into external_ids (entity, entity_id, provider, value)
      values ('track', ${track}, 'musicbrainz', ${crypto.randomUUID()})`)
    services.answer(['lrclib', words('First\n\nSecond', SYNCED)])
    const first = await get()
    expect(first).toMatchObject({
      source: 'lrclib',
      source_title: 'LRCLIB',
      plain: 'First\n\nSecond',
      unavailable: null,
    })
    expect(first.lines).toHaveLength(3)
    expect(Math.abs(Date.now() - Date.parse(first.fetched_at))).toBeLessThan(60_000)
    expect(services.asked).toEqual([
      {
        ...{ name: 'lrclib', priority: 'person' },
        track: {
          ...{ title: 'Tide Table', artist: 'Night Ferry', album: 'Harbour Lights', durationMs: 201_000 },
          ...{ isrc: 'GBAAA2600001', ids: { musicbrainz: expect.any(String) } },
        },
      },
    ])
    await later(1000)
    expect((await get()).lines).toEqual(first.lines)
    expect(services.asked).toHaveLength(1)
  })

  it('say so when a song has none', async () => {
    services.answer(['lrclib', { plain: null, synced: null, instrumental: true }])
    for (let n = 0; n < 2; n++) expect(await get()).toMatchObject({ source: 'lrclib', instrumental: true, lines: null })
    expect(services.asked).toHaveLength(1)
  })

  it('a miss is believed for 14 days', async () => {
    expect(await get()).toMatchObject({ source: null, plain: null, lines: null, fetched_at: expect.any(String) })
    await later(13.9)
    await get()
    expect(services.asked).toHaveLength(1)
    await later(0.2)
    services.answer(['lrclib', words('at last')])
    expect(await get()).toMatchObject({ plain: 'at last' })
    expect(services.asked).toHaveLength(2)
  })

  it('refresh asks again; finding nothing takes no words away', async () => {
    services.answer(['lrclib', words('old')])
    await get()
    services.answer(['lrclib', null])
    expect(await get('?refresh=true')).toMatchObject({ plain: 'old', unavailable: null })
    services.answer(['lrclib', words('new', '[00:01.00]new')])
    expect(await get('?refresh=true')).toMatchObject({ plain: 'new', lines: [{ at_ms: 1000, text: 'new' }] })
    expect(services.asked).toHaveLength(3)
  })

  it('refresh finds synced words for a file that has plain ones', async () => {
    await addFile('a.mp3', 'embedded', 'plain')
    services.answer(['lrclib', words('plain', '[00:01.00]synced')])
    expect(await get()).toMatchObject({ source: 'embedded' })
    expect(await get('?refresh=true')).toMatchObject({ source: 'lrclib', lines: [{ at_ms: 1000, text: 'synced' }] })
    expect(await get()).toMatchObject({ source: 'lrclib' })
  })

  it('local asks nobody', async () => {
    expect(await get('?local=true')).toMatchObject({ source: null, fetched_at: null, unavailable: null })
    expect(await get('?local=true&refresh=true')).toMatchObject({ source: null })
    expect(services.asked).toEqual([])
  })

  it('the next one is asked when one has nothing or cannot be asked', async () => {
    services.answer(
      ['first', null],
      ['second', dead],
      ['third', words('')],
      ['fourth', words('here')],
      ['fifth', words('no')],
    )
    expect(await get()).toMatchObject({ source: 'fourth', plain: 'here', unavailable: null })
    expect(services.names()).toEqual(['first', 'second', 'third', 'fourth'])
  })

  it('that cannot be asked do not fail the page, and are asked the next time', async () => {
    services.answer(['lrclib', dead], ['other', null])
    expect(await get()).toMatchObject({ source: null, unavailable: 'unreachable', fetched_at: null })
    services.answer(['lrclib', new TypeError('a fault of ours')])
    expect(await get()).toMatchObject({ unavailable: 'failed' })
    services.answer()
    expect(await get()).toMatchObject({ unavailable: 'off' })
    services.answer(['lrclib', words('back')])
    expect(await get()).toMatchObject({ plain: 'back', unavailable: null })
    services.answer(['lrclib', dead])
    expect(await get('?refresh=true')).toMatchObject({ plain: 'back', unavailable: 'unreachable' })
  })

  it('are asked once by two who want the same at once', async () => {
    let open: () => void = () => undefined
    const gate = new Promise<Answer>((resolve) => {
      open = () => resolve(words('together'))
    })
    services.answer(['lrclib', () => gate])
    const both = Promise.all([get(), get(), get()])
    await expect.poll(() => services.asked.length).toBeGreaterThan(0)
    // Whole requests later the others wait too.
    for (let n = 0; n < 5; n++) await get('?local=true')
    open()
    for (const reply of await both) expect(reply).toMatchObject({ plain: 'together' })
    expect(services.asked).toHaveLength(1)
  })

  it('may answer when the track is gone', async () => {
    const gone = track
    services.answer([
      'lrclib',
      async () => {
        await db.execute(sql`delete from tracks where id = ${gone}`)
        return words('too late')
      },
    ])
    expect((await ask()).statusCode).toBe(404)
  })
})

describe('who may read', () => {
  it('is signed in, asks for a track that is there, and does not hide its artist', async () => {
    expect((await server.send({ url: `/tracks/id/${track}/lyrics` })).statusCode).toBe(401)
    expect((await ask('', 99_999_999)).statusCode).toBe(404)
    for (const id of ['0', 'abc', '1.5']) expect((await ask('', id)).statusCode, id).toBe(400)
    for (const query of ['?refresh=1', '?local=yes']) expect((await ask(query)).statusCode, query).toBe(400)
    const ben = await server.member(admin)
    await db.execute(sql`insert into hidden_artists (user_id, artist_id)
      select id, ${artist} from users where email = 'ben@example.org'`)
    expect((await ask('', track, ben)).statusCode).toBe(404)
    expect((await ask()).statusCode).toBe(200)
  })
})
