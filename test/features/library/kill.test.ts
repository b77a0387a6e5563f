import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { projectRoot } from '../../../src/platform/lib/project-root.ts'
import { startTestServer } from '../../support/app.ts'
import { writeCorpus } from '../../support/audio/corpus.ts'
import { createTestDatabase } from '../../support/database.ts'
import { addFolder, createMusicDir, scanAll } from '../../support/library.ts'

const FILES = 1200
type Reply = Record<'access_token' | 'state', string> &
  Record<'scan_id' | 'files_seen' | 'added' | 'updated' | 'unchanged', number>
let music: Awaited<ReturnType<typeof createMusicDir>>
let database: Awaited<ReturnType<typeof createTestDatabase>>
let child: ChildProcess | undefined

beforeAll(async () => {
  music = await createMusicDir()
  writeCorpus(music.dir, FILES, { artists: 20, albumsPerArtist: 5 })
  database = await createTestDatabase()
})
afterAll(async () => {
  child?.kill('SIGKILL')
  await database.drop()
  await music.remove()
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}

/** A real server process on the test database; resolves when it answers. */
async function startProcess(): Promise<string> {
  const port = await freePort()
  const at = (name: string) => path.join(`${music.dir}-server`, name)
  child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: projectRoot,
    stdio: 'ignore',
    env: {
      ...{
        PATH: process.env.PATH,
        DATABASE_URL: database.url,
        PORT: String(port),
        WEB_PORT: '0',
        LOG_LEVEL: 'silent',
        RATE_LIMIT_ANONYMOUS: '100000',
        OFFLINE: 'true',
      },
      ...{
        STORAGE_DIR: at('storage'),
        CACHE_DIR: at('cache'),
        DOWNLOADS_DIR: at('downloads'),
        JWT_SECRET_KEY: 'x'.repeat(40),
      },
    },
  })
  const base = `http://127.0.0.1:${port}`
  await until(async () => (await fetch(`${base}/health/live`)).ok)
  return base
}

async function until(done: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!(await done().catch(() => false))) {
    if (Date.now() > deadline) throw new Error('the awaited state did not come')
    await sleep(20)
  }
}

async function call(base: string, method: string, url: string, body?: object, token?: string): Promise<Reply> {
  const headers = {
    ...(body && { 'content-type': 'application/json' }),
    ...(token && { authorization: `Bearer ${token}` }),
  }
  const reply = await fetch(base + url, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  return (await reply.json()) as Reply
}

it('a scan whose process is killed goes on at the next start and ends as if nothing had happened', async () => {
  let base = await startProcess()
  const account = { name: 'Ada', email: 'ada@example.org', password: 'correct horse' }
  await call(base, 'POST', '/auth/create-first-user', account)
  const { access_token: token } = await call(base, 'POST', '/auth/login', account)
  await call(base, 'POST', '/library/folders', { path: music.dir }, token)
  const { scan_id: scanId } = await call(base, 'POST', '/library/scan', undefined, token)
  await until(async () => (await call(base, 'GET', `/library/scans/${scanId}`, undefined, token)).files_seen > 100)
  child?.kill('SIGKILL')
  if (child) await once(child, 'exit')

  base = await startProcess()
  const scan = () => call(base, 'GET', `/library/scans/${scanId}`, undefined, token)
  await until(async () => (await scan()).state === 'done')
  const result = await scan()
  expect(result).toMatchObject({ files_total: FILES, files_seen: FILES, failed: 0, missing: 0 })
  expect(result.unchanged).toBeGreaterThan(0)
  expect(result.added + result.unchanged + result.updated).toBe(FILES)
  child?.kill('SIGTERM')
  if (child) await once(child, 'exit')

  const [killed, clean] = [await startTestServer({ databaseUrl: database.url }), await startTestServer({ jobs: true })]
  try {
    const admin = await clean.admin()
    await addFolder(clean, admin, music.dir)
    expect(await scanAll(clean, admin)).toMatchObject({ added: FILES })
    const lines = sql`select f.rel_path, t.track_key, t.name, t.artist_line, a.album_key, a.name as album, a.artist_line as album_line, a.total_tracks,
      (select string_agg(ar.name || ':' || ar.track_count, ',' order by ta.position) from track_artists ta join artists ar on ar.id = ta.artist_id where ta.track_id = t.id) as artists
      from recording_files f join tracks t on t.id = f.track_id join albums a on a.id = t.album_id order by f.rel_path collate "C"`
    expect((await killed.context.db.execute(lines)).rows).toEqual((await clean.context.db.execute(lines)).rows)
  } finally {
    await clean.close()
    await killed.close()
  }
})
