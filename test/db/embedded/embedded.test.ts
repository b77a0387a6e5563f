import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type EmbeddedPostgres, startEmbedded } from '../../../src/db/embedded.ts'

const asRoot = process.getuid?.() === 0
let dir: string
const warnings: string[] = []
const log = { info: () => undefined, debug: () => undefined, warn: (text: string) => void warnings.push(text) }
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'animo-embedded-'))
  await chmod(dir, 0o755)
})
afterAll(() => rm(dir, { recursive: true, force: true }))

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query({ text, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}
const opened: EmbeddedPostgres[] = []
afterEach(async () => {
  for (const postgres of opened.splice(0)) await postgres.stop()
})
async function open(storage: string): Promise<EmbeddedPostgres> {
  const postgres = await startEmbedded(storage, log, true)
  opened.push(postgres)
  return postgres
}
const pidOf = async (storage: string) =>
  Number((await readFile(path.join(storage, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
/** Ended, though its parent may not have buried it yet. */
const isGone = (pid: number) => {
  try {
    process.kill(pid, 0)
  } catch {
    return true
  }
  return existsSync(`/proc/${pid}/stat`) && readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
}

/** Another process that owns the folder; resolves with its address when Postgres answers. */
async function startOwner(storage: string) {
  const script = path.join(import.meta.dirname, 'owner.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, storage], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const [line] = await Promise.race([once(child.stdout, 'data'), ended])
  return { child, url: String(line).trim(), ended }
}

describe('our own Postgres', () => {
  const storage = () => path.join(dir, 'storage')

  it('starts from nothing, with checksums and a password, on this machine only', async () => {
    const postgres = await open(storage())
    const facts = `select current_setting('data_checksums'), current_setting('listen_addresses'),
      current_setting('server_encoding'), current_setting('unix_socket_directories')`
    expect(await query(postgres.url(), facts)).toEqual(['on', '127.0.0.1', 'UTF8', ''])
    for (const name of ['pg_trgm', 'unaccent']) await query(postgres.url(), `create extension ${name}`)
    await query(postgres.url(), 'create table kept as select 1 as n')

    const wrong = new URL(postgres.url())
    wrong.password = 'wrong'
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    expect((await stat(path.join(storage(), 'secrets', 'postgres-password'))).mode & 0o777).toBe(0o600)
    await postgres.stop()
    expect(await postgres.exited).toBe(0)
    expect(await readdir(storage())).toEqual(['postgres', 'secrets'])
  })

  it('keeps its data and its password over a restart, and never runs as root', async () => {
    const password = await readFile(path.join(storage(), 'secrets', 'postgres-password'), 'utf8')
    const postgres = await open(storage())
    expect(new URL(postgres.url()).password).toBe(password)
    expect(await query(postgres.url(), 'select n from kept')).toEqual([1])
    const status = await readFile(`/proc/${await pidOf(storage())}/status`, 'utf8').catch(() => null)
    if (status !== null) {
      const uids = /^Uid:\s+(.+)$/m.exec(status)?.[1]?.split(/\s+/) ?? []
      expect(uids).toHaveLength(4)
      expect(uids).not.toContain('0')
    }

    const second = open(storage())
    await expect(second).rejects.toThrow(/^Another Animo \(process \d+\) is using .+ STORAGE_DIR\.$/)
    expect(await query(postgres.url(), 'select n from kept')).toEqual([1])
    await postgres.stop()
  })

  it('comes back after kill -9 of its owner, whose Postgres is still there', async () => {
    const owner = await startOwner(storage())
    await query(owner.url, 'insert into kept values (2)')
    const orphan = await pidOf(storage())
    await expect(open(storage())).rejects.toThrow(`process ${owner.child.pid}`)
    owner.child.kill('SIGKILL')
    await owner.ended
    expect(isGone(orphan)).toBe(false)

    const postgres = await open(storage())
    expect(warnings.at(-1)).toContain('an earlier Animo left behind')
    expect(isGone(orphan)).toBe(true)
    expect(await query(postgres.url(), 'select n from kept order by n')).toEqual([1, 2])

    process.kill(await pidOf(storage()), 'SIGKILL')
    expect(await postgres.exited).toBeNull()
    await postgres.stop()
  })

  it('comes back after Postgres itself was killed, and leaves a stranger with its process id alone', async () => {
    // The id in the file that the killed Postgres left now "belongs" to this test.
    const file = path.join(storage(), 'postgres', 'postmaster.pid')
    const [, ...rest] = (await readFile(file, 'utf8')).split('\n')
    await writeFile(file, [process.ppid, ...rest].join('\n'))
    const postgres = await open(storage())
    expect(isGone(process.ppid)).toBe(false)
    expect(await query(postgres.url(), 'select n from kept order by n')).toEqual([1, 2])
    await postgres.stop()
  })

  it('never takes data it cannot make out for none', async () => {
    const odd = path.join(dir, 'odd')
    const data = path.join(odd, 'postgres')
    await mkdir(data, { recursive: true })
    await writeFile(path.join(data, 'precious'), 'mine')
    await expect(open(odd)).rejects.toThrow(/^\S+ is not empty but has no PG_VERSION: .+\.$/)
    // There is one, only it cannot be looked at now.
    await symlink('PG_VERSION', path.join(data, 'PG_VERSION'))
    await expect(open(odd)).rejects.toMatchObject({ code: 'ELOOP' })
    expect((await readdir(data)).sort()).toEqual(['PG_VERSION', 'precious'])
    expect((await readdir(odd)).sort()).toEqual(['postgres', 'secrets'])
  })

  it('makes its data in an empty folder that is there already', async () => {
    const empty = path.join(dir, 'empty')
    await mkdir(path.join(empty, 'postgres'), { recursive: true })
    const postgres = await open(empty)
    expect(await query(postgres.url(), 'select 1')).toEqual([1])
    await postgres.stop()
  })

  it('says why it cannot start, and gives the folder back', async () => {
    const broken = path.join(dir, 'broken')
    await mkdir(path.join(broken, 'postgres'), { recursive: true })
    await writeFile(path.join(broken, 'postgres', 'PG_VERSION'), '9.6\n')
    await expect(open(broken)).rejects.toThrow(/Postgres ended with \d+ while starting/)
    expect(await readdir(broken)).not.toContain('animo.lock')
  })
})

describe.skipIf(!asRoot)('for root, in a folder that only root can enter (needs root)', () => {
  it('keeps the data where the service user reaches them, found again wherever the folder moves', async () => {
    const hidden = path.join(dir, 'private')
    await mkdir(hidden, { mode: 0o700 })
    const storage = path.join(hidden, 'storage')
    const first = await open(storage)
    const data = await realpath(path.join(storage, 'postgres'))
    try {
      expect((await lstat(path.join(storage, 'postgres'))).isSymbolicLink()).toBe(true)
      expect(path.dirname(data)).toBe('/var/lib/animo')
      expect((await stat(data)).mode & 0o777).toBe(0o700)
      await query(first.url(), 'create table kept as select 7 as n')
      await first.stop()

      const moved = path.join(dir, 'moved')
      await mkdir(moved, { mode: 0o700 })
      await rename(storage, path.join(moved, 'storage'))
      const second = await open(path.join(moved, 'storage'))
      expect(await query(second.url(), 'select n from kept')).toEqual([7])
      await second.stop()
    } finally {
      await rm(data, { recursive: true, force: true })
    }
  })

  it('does not meet the data of an earlier folder of the same name', async () => {
    const hidden = path.join(dir, 'again')
    const made: string[] = []
    for (let round = 0; round < 2; round++) {
      await mkdir(hidden, { mode: 0o700 })
      const postgres = await open(hidden)
      made.push(await realpath(path.join(hidden, 'postgres')))
      expect(await query(postgres.url(), 'select 1')).toEqual([1])
      await postgres.stop()
      await rm(hidden, { recursive: true })
    }
    await Promise.all(made.map((data) => rm(data, { recursive: true, force: true })))
    expect(new Set(made).size).toBe(2)
  })
})
