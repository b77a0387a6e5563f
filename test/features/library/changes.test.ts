import { mkdir, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createReader } from '../../../src/features/library/files/reader.ts'
import { countAudio } from '../../../src/features/library/scan/count-audio.ts'
import { createScans } from '../../../src/features/library/scan/service.ts'
import { createWatcher } from '../../../src/features/library/scan/watch.ts'
import { mergeTracks } from '../../../src/features/library/store/write/counts.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { writeLibrary } from '../../support/audio/library.ts'
import { addFolder, createMusicDir, scanAll } from '../../support/library.ts'
import { addTrack } from './seed.ts'

let server: TestServer
let token: string
let music: Awaited<ReturnType<typeof createMusicDir>>
let folderId: number

beforeAll(async () => {
  server = await startTestServer({ jobs: true })
  token = await server.admin()
})
afterAll(() => server.close())
beforeEach(async () => {
  music = await createMusicDir()
  folderId = await addFolder(server, token, music.dir)
})
afterEach(async () => {
  await server.context.jobs.settle()
  await server.context.db.execute(sql`delete from favorites`)
  await server.send({ method: 'DELETE', url: `/library/folders/${folderId}`, token })
  await music.remove()
})

const get = async (url: string) => (await server.send({ url, token })).json()
const tracks = async (): Promise<{ id: number; name: string; is_favorite: boolean; musicbrainz_id: string | null }[]> =>
  (await get('/tracks/?limit=500')).items
const picture = (red: number) =>
  sharp({ create: { width: 64, height: 64, channels: 3, background: { r: red, g: 0, b: 0 } } })
    .jpeg()
    .toBuffer()
const song = (name: string, title: string, more: { recording?: string; cover?: Buffer } = {}) => ({
  path: `a/${name}.mp3`,
  format: 'mp3' as const,
  salt: name,
  tags: {
    ...{ title, artists: ['Nadia Vale'], album: 'Blue Hour', track: 1 },
    ...(more.cover && { cover: more.cover }),
    ...(more.recording && { musicbrainz: { recording: more.recording } }),
  },
})

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error('the awaited change was not seen')
    await sleep(20)
  }
}

describe('tracks that become one', () => {
  it('hand on one favourite, the oldest', async () => {
    const { db } = server.context
    const [a, b, c] = [await addTrack(db, 'A', []), await addTrack(db, 'B', []), await addTrack(db, 'C', [])]
    await db.execute(sql`insert into favorites (user_id, target_type, track_id)
      select u.id, 'track', t from users u, unnest(array[${b}, ${a}]::bigint[]) with ordinality as x(t, n) order by n`)
    const ids = async () => (await db.execute<{ id: string }>(sql`select id, track_id from favorites order by id`)).rows
    const [oldest] = await ids()
    await mergeTracks(db, [
      { from: a, to: c },
      { from: b, to: c },
    ])
    expect(await ids()).toEqual([{ id: oldest?.id, track_id: String(c) }])
    await db.execute(sql`delete from tracks where id = ${c}`)
  })

  it('are one favourite, and the MusicBrainz id goes along', async () => {
    const recording = 'aaaaaaaa-0000-4000-8000-000000000001'
    await writeLibrary(music.dir, [song('1', 'One', { recording }), song('2', 'Two')])
    await scanAll(server, token)
    const before = await tracks()
    expect(before).toHaveLength(2)
    for (const { id } of before) await server.send({ method: 'POST', url: `/favorites/track/${id}`, token })
    await writeLibrary(music.dir, [song('1', 'Both'), song('2', 'Both')])
    expect(await scanAll(server, token)).toMatchObject({ state: 'done', updated: 2, failed: 0 })
    expect(await tracks()).toMatchObject([{ name: 'Both', is_favorite: true, musicbrainz_id: recording }])
    const { rows } = await server.context.db.execute(sql`select 1 from favorites`)
    expect(rows).toHaveLength(1)
  })
})

describe('a folder removed while it is scanned', () => {
  it('ends its own part; the other folder is read', async () => {
    const other = await createMusicDir()
    await music.put({ 'a/1.mp3': 'e2e-tune.mp3' })
    await other.put({ 'b/1.ogg': 'e2e-tune.ogg' })
    const otherId = await addFolder(server, token, other.dir)
    const waits = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    const { db } = server.context
    const scanId = await db.transaction(async (tx) => {
      await tx.execute(sql`delete from music_folders where id = ${folderId}`)
      const started = await server.send({ method: 'POST', url: '/library/scan', token })
      // The scan has listed the folder and waits for its row, which is about to go.
      await until(async () => (await db.execute(waits)).rows.length > 0)
      return started.json().scan_id
    })
    await server.context.jobs.settle()
    expect(await get(`/library/scans/${scanId}`)).toMatchObject({ state: 'done', added: 1, failed: 0, errors: [] })
    expect(await tracks()).toMatchObject([{ name: 'E2E OGG' }])
    await server.send({ method: 'DELETE', url: `/library/folders/${otherId}`, token })
    await other.remove()
  })
})

describe('what lies beside audio', () => {
  it('a cover that comes, changes and goes is seen by the next scan', async () => {
    const urls = async (): Promise<string[]> =>
      (await get('/albums/')).items[0].images.map(({ url }: { url: string }) => url)
    await music.put({ 'B/1.ogg': 'e2e-tune.ogg' })
    await scanAll(server, token)
    expect(await urls()).toEqual([])
    await writeFile(music.at('B/cover.jpg'), await picture(200))
    expect(await scanAll(server, token)).toMatchObject({ unchanged: 1, updated: 0 })
    const [first] = await urls()
    expect(first).toMatch(/^\/images\//)
    await writeFile(music.at('B/cover.jpg'), await picture(20))
    await scanAll(server, token)
    const [second] = await urls()
    expect([second === undefined, second === first]).toEqual([false, false])
    await rm(music.at('B/cover.jpg'))
    expect(await scanAll(server, token)).toMatchObject({ unchanged: 1, updated: 0 })
    expect(await urls()).toEqual([])
  })

  it('a cover inside a file changes with the file', async () => {
    const cover = async () => (await get('/albums/')).items[0].images[0].url
    await writeLibrary(music.dir, [song('1', 'One', { cover: await picture(200) })])
    await scanAll(server, token)
    const before = await cover()
    await writeLibrary(music.dir, [song('1', 'One', { cover: await picture(20) })])
    await scanAll(server, token)
    expect(await cover()).not.toBe(before)
  })

  it('lyrics older than their audio are seen when they come and when they go', async () => {
    await music.put({ 'a/1.ogg': 'e2e-tune.ogg' })
    await scanAll(server, token)
    const [track] = await tracks()
    const words = async () => (await get(`/tracks/id/${track?.id}`)).lyrics
    await writeFile(music.at('a/1.lrc'), '[00:01.00]Nadie duerme\n')
    await utimes(music.at('a/1.lrc'), new Date(0), new Date(0))
    await scanAll(server, token)
    expect(await words()).toBe('[00:01.00]Nadie duerme')
    await rm(music.at('a/1.lrc'))
    await scanAll(server, token)
    expect(await words()).toBeNull()
  })
})

it('a server that starts goes on looking for covers', async () => {
  await music.put({ 'B/1.ogg': 'e2e-tune.ogg' })
  await scanAll(server, token)
  await server.context.db.execute(sql`update albums set cover_state = 'pending'`)
  const again = await startTestServer({ jobs: true, databaseUrl: server.config.databaseUrl! })
  await again.context.jobs.settle()
  const { rows } = await server.context.db.execute(sql`select distinct cover_state from albums`)
  expect(rows).toEqual([{ cover_state: 'none' }])
  await again.close()
})

describe('scans asked for', () => {
  it('at the same moment are one, and each shows its own errors', async () => {
    const { db } = server.context
    const scans = createScans({ db, enqueue: () => Promise.resolve() })
    const asked = await Promise.all(Array.from({ length: 8 }, () => scans.start(folderId)))
    const all = await scans.start()
    expect(new Set(asked).size).toBe(1)
    expect(asked).not.toContain(all)
    await db.execute(sql`insert into scan_errors (scan_id, folder_id, file, reason) values
      (${asked[0]}, ${folderId}, 'x', 'first'), (${all}, ${folderId}, 'y', 'one'), (${all}, ${folderId}, 'z', 'two')`)
    const latest = new Map((await scans.latest()).map((scan) => [scan.id, scan.errors]))
    expect(latest.get(asked[0]!)).toEqual([{ file: 'x', reason: 'first' }])
    expect(latest.get(all)).toEqual([
      { file: 'y', reason: 'one' },
      { file: 'z', reason: 'two' },
    ])
    for (const id of [asked[0]!, all]) await scans.cancel(id)
  })
})

it('a worker that fails is told with its cause, and the other files are read', async () => {
  await music.put({ 'a/1.ogg': 'e2e-tune.ogg' })
  const told: object[] = []
  const reader = createReader({ warn: (fields) => told.push(fields) })
  const good = { root: music.dir, relPath: 'a/1.ogg', size: 1000, lyricsFile: null }
  // What cannot be sent to the worker stands for all that breaks it.
  const bad = { ...good, relPath: 'a/2.ogg', odd: () => undefined }
  const results = await reader.read([bad, good])
  await reader.close()
  expect(results).toMatchObject([{ problem: 'The file could not be read' }, { ok: { tags: { title: 'E2E OGG' } } }])
  expect(told).toMatchObject([{ files: 2 }, { file: 'a/2.ogg', err: { name: 'DataCloneError' } }])
})

describe('counting music for the folder picker', () => {
  it('ends after so many entries of any kind, and after its time', async () => {
    await music.put({ 'a/b/1.mp3': 'tiny.mp3', 'a/2.mp3': 'tiny.mp3' })
    expect(await countAudio(music.dir)).toBe(2)
    await mkdir(music.at('full'))
    for (let at = 0; at < 30; at++) await writeFile(music.at(`full/${at}.txt`), '')
    expect(await countAudio(music.at('full'), { entries: 10 })).toBe(0)
    await music.put({ 'full/deep/1.mp3': 'tiny.mp3' })
    expect(await countAudio(music.at('full'), { entries: 30 })).toBe(0)
    let time = 0
    expect(await countAudio(music.dir, { now: () => (time += 600) })).toBe(0)
    expect((await server.send({ url: '/library/browse?path=/', token })).statusCode).toBe(200)
  })
})

it('a folder whose disk came after watching began is watched once a scan has found it', async () => {
  const seen: number[] = []
  const onChange = async (id: number) => void seen.push(id)
  const watcher = createWatcher({ db: server.context.db, log: server.app.log, onChange, quietMs: 50 })
  // A mount gives a path another directory and tells nobody, as a link above it does that is turned.
  for (const disk of ['none', 'disk']) await mkdir(music.at(`${disk}/music`), { recursive: true })
  const [link, root] = [music.at('link'), music.at('link/music')]
  await symlink(music.at('none'), link)
  await server.context.db.execute(sql`update music_folders set path = ${root} where id = ${folderId}`)
  await watcher.refresh()
  await watcher.ready()
  await rm(link)
  await symlink(music.at('disk'), link)
  await watcher.refresh()
  await watcher.ready()
  await music.put({ 'disk/music/1.mp3': 'tiny.mp3' })
  await until(() => seen.includes(folderId))
  await watcher.close()
})
