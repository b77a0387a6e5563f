import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openDatabase } from '../../../../src/db/client.ts'
import { projectRoot } from '../../../../src/platform/lib/project-root.ts'
import { startFakes } from '../../../fakes/index.ts'
import { makeWorld } from '../../../fakes/world/world.ts'
import { createTestDatabase } from '../../../support/database.ts'
import { catalogueIn, type Online, startOnline } from '../support.ts'

const world = makeWorld({ artists: 12 })
const ferry = world.artists[0]!
const WAIT = { timeout: 60_000, interval: 50 }
let fakes: Awaited<ReturnType<typeof startFakes>>
let database: Awaited<ReturnType<typeof createTestDatabase>>
let look: ReturnType<typeof openDatabase>
let child: ChildProcess | undefined
let dir: string
let untouched: Online

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'animo-kill-'))
  fakes = await startFakes(world, { latencyMs: 30, given: { musicbrainz: { everyMs: 0 } } })
  database = await createTestDatabase()
  look = openDatabase(database.url, () => undefined)
})
afterAll(async () => {
  child?.kill('SIGKILL')
  await untouched?.close()
  await look.close()
  await database.drop()
  await fakes.close()
  await rm(dir, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}

async function startProcess(): Promise<string> {
  const port = await freePort()
  const at = (name: string) => path.join(dir, name)
  child = spawn(process.execPath, ['--import', 'tsx', 'test/support/unpaced-server.ts'], {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...{ PATH: process.env.PATH, ...fakes.env, DATABASE_URL: database.url, PORT: String(port), WEB_PORT: '0' },
      ...{ STORAGE_DIR: at('storage'), CACHE_DIR: at('cache'), DOWNLOADS_DIR: at('downloads') },
      ...{ JWT_SECRET_KEY: 'x'.repeat(40), CONTACT_EMAIL: 'ada@example.org' },
    },
  })
  await once(child, 'message')
  return `http://127.0.0.1:${port}`
}

async function post(base: string, url: string, body?: object, token?: string) {
  const headers = {
    ...(body && { 'content-type': 'application/json' }),
    ...(token && { authorization: `Bearer ${token}` }),
  }
  const reply = await fetch(base + url, { method: 'POST', headers, ...(body && { body: JSON.stringify(body) }) })
  return (await reply.json()) as ReturnType<typeof JSON.parse>
}

const runState = async () =>
  (
    await look.db.execute<{ state: string; tracks: number; done: number }>(
      sql`select state, tracks, steps_done as done from runs`,
    )
  ).rows[0]

it('an expansion whose process is killed goes on at the next start and ends as if nothing had happened', async () => {
  const base = await startProcess()
  const user = { name: 'Ada', email: 'ada@example.org', password: 'correct horse' }
  await post(base, '/auth/create-first-user', user)
  const { access_token } = await post(base, '/auth/login', { email: user.email, password: user.password })
  await post(base, `/artists/search-auto-download?ref=${ferry.mbid}&similar=2`, undefined, access_token)
  // Some tracks of some artist are written, and others are still to come.
  await vi.waitFor(async () => expect((await runState())?.tracks).toBeGreaterThan(0), WAIT)
  const exit = once(child!, 'exit')
  child?.kill('SIGKILL')
  await exit
  expect(await runState()).toMatchObject({ state: 'running' })

  await startProcess()
  await vi.waitFor(async () => expect(await runState()).toMatchObject({ state: 'done' }), WAIT)

  untouched = await startOnline(world)
  await untouched.post(`/artists/search-auto-download?ref=${ferry.mbid}&similar=2`)
  await untouched.server.context.jobs.settle()
  const whole = await catalogueIn(untouched.server.context.db)
  expect(whole.length).toBeGreaterThan(300)
  expect(await catalogueIn(look.db)).toEqual(whole)
}, 120_000)
