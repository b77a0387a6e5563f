import { mkdir, rm, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createWatcher, type Watcher } from '../../../src/features/library/scan/watch.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { writeCorpus } from '../../support/audio/corpus.ts'
import { addFolder, createMusicDir, scanAll } from '../../support/library.ts'

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
  await server.send({ method: 'DELETE', url: `/library/folders/${folderId}`, token })
  await music.remove()
})

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error('the awaited change was not seen')
    await sleep(20)
  }
}

describe('watching a music folder', () => {
  let watcher: Watcher
  let seen: number[]

  beforeEach(async () => {
    seen = []
    const onChange = async (id: number) => void seen.push(id)
    watcher = createWatcher({ db: server.context.db, log: server.app.log, onChange, quietMs: 100 })
    await mkdir(music.at('there'))
    await watcher.refresh()
    await watcher.ready()
  })
  afterEach(() => watcher.close())

  it('asks once for many changes: a copied album is one', async () => {
    await music.put({ 'there/1.mp3': 'tiny.mp3', 'there/2.mp3': 'tiny.mp3', 'there/3.mp3': 'tiny.mp3' })
    await until(() => seen.length > 0)
    expect(seen).toEqual([folderId])
  })

  it('sees files in directories that are new, and files that go', async () => {
    await mkdir(music.at('new'))
    await until(() => seen.length === 1)
    await music.put({ 'new/1.mp3': 'tiny.mp3' })
    await until(() => seen.length === 2)
    await rm(music.at('new/1.mp3'))
    await until(() => seen.length === 3)
  })

  it('does not care for other files', async () => {
    await writeFile(music.at('there/notes.txt'), 'x')
    await writeFile(music.at('there/download.mp3.part'), 'x')
    await music.put({ 'there/1.mp3': 'tiny.mp3' })
    await until(() => seen.length > 0)
    expect(seen).toEqual([folderId])
  })
})

it('a change on disk reaches the library by itself', async () => {
  await server.context.library.watching()
  await music.put({ 'a/1.ogg': 'e2e-tune.ogg' })
  await until(async () => (await server.send({ url: '/tracks/', token })).json().total === 1)
})

it('a cancelled scan keeps what it found, and the next one finds the rest', async () => {
  writeCorpus(music.dir, 900, { artists: 9, albumsPerArtist: 5 })
  const started = await server.send({ method: 'POST', url: '/library/scan', token })
  const url = `/library/scans/${started.json().scan_id}`
  await until(async () => (await server.send({ url, token })).json().files_seen > 0)
  expect((await server.send({ method: 'POST', url: `${url}/cancel`, token })).statusCode).toBe(202)
  await server.context.jobs.settle()
  const cancelled = (await server.send({ url, token })).json()
  expect(cancelled.state).toBe('cancelled')
  expect(cancelled.added).toBeLessThan(900)
  expect(cancelled.finished_at).not.toBeNull()
  const rest = await scanAll(server, token)
  expect(rest.state).toBe('done')
  expect((await server.send({ url: '/tracks/?limit=1', token })).json().total).toBe(900)
})

it('what changed while the server was down is found when it starts', async () => {
  await music.put({ 'a/1.ogg': 'e2e-tune.ogg' })
  await server.context.library.start([])
  await server.context.jobs.settle()
  expect((await server.send({ url: '/tracks/', token })).json().total).toBe(1)
})
