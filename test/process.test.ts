import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from './support/database.ts'

const MAIN = path.join(import.meta.dirname, '..', 'src', 'main.ts')
const TSX = import.meta.resolve('tsx')
let dir: string
const children: ChildProcess[] = []
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'animo-process-'))
  await chmod(dir, 0o755)
})
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
})
afterAll(() => rm(dir, { recursive: true, force: true }))

/** Takes a free port, and keeps it until the server is closed. */
async function takePort(): Promise<{ port: number; server: Server }> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return { port: address.port, server }
}
async function freePorts(): Promise<[number, number]> {
  const [first, second] = [await takePort(), await takePort()]
  for (const { server } of [first, second]) await new Promise((resolve) => server.close(resolve))
  return [first.port, second.port]
}

/** The server as a user starts it, in a folder of its own: storage, cache and downloads get their usual names. */
async function start(env: Record<string, string> = {}, cwd?: string) {
  const home = cwd ?? (await mkdtemp(path.join(dir, 'home-')))
  await chmod(home, 0o755)
  const [port, webPort] = await freePorts()
  const child = spawn(process.execPath, ['--import', TSX, MAIN], {
    cwd: home,
    env: { PATH: process.env.PATH ?? '', PORT: String(port), WEB_PORT: String(webPort), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  const output = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.err += text
  })
  const exit = once(child, 'exit').then(([code]) => code as number | null)
  const says = (text: string) =>
    expect.poll(() => output.out + output.err, { timeout: 25_000, interval: 20 }).toContain(text)
  return { child, home, ports: [port, webPort] as const, output, exit, says }
}

/** The process of our own Postgres, and whether it is still there. */
const postgresOf = async (home: string) =>
  Number((await readFile(path.join(home, 'storage', 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
const isRunning = async (pid: number, home: string) =>
  (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes(home)

/** A request whose body is not finished: it runs until `finish` sends the rest. */
function slowLogin(port: number) {
  const body = JSON.stringify({ email: 'nobody@example.org', password: 'a long password' })
  const socket = connect(port, '127.0.0.1')
  let reply = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    reply += text
  })
  const head = ['POST /auth/login HTTP/1.1', 'host: localhost', 'content-type: application/json']
  socket.write(`${[...head, `content-length: ${body.length}`].join('\r\n')}\r\n\r\n${body.slice(0, 10)}`)
  return {
    begun: once(socket, 'connect'),
    finish: async () => {
      socket.write(body.slice(10))
      await expect.poll(() => reply, { timeout: 10_000, interval: 20 }).toContain('"error"')
      return reply
    },
    closed: once(socket, 'close'),
  }
}

describe('the process', () => {
  it('answers on both ports, keeps a second one out, and finishes running requests before it ends', async () => {
    const animo = await start()
    await animo.says('Animo is ready')
    for (const port of animo.ports) {
      const reply = await fetch(`http://127.0.0.1:${port}/health/ready`)
      expect([reply.status, await reply.json()]).toEqual([200, { status: 'ready' }])
    }
    expect(existsSync(path.join(animo.home, 'storage', 'secrets', 'jwt'))).toBe(true)

    const second = await start({}, animo.home)
    expect(await second.exit).toBe(1)
    expect(second.output.err).toBe(
      `Another Animo (process ${animo.child.pid}) is using ${path.join(animo.home, 'storage')}. Stop it or set another STORAGE_DIR.\n`,
    )

    const postgres = await postgresOf(animo.home)
    expect(await isRunning(postgres, animo.home)).toBe(true)
    const logins = animo.ports.map(slowLogin)
    await Promise.all(logins.map(({ begun }) => begun))
    await fetch(`http://127.0.0.1:${animo.ports[0]}/health/live`)
    animo.child.kill('SIGTERM')
    await animo.says('SIGTERM: finishing running requests')
    for (const login of logins) expect(await login.finish()).toMatch(/^HTTP\/1\.1 401 .*INVALID_CREDENTIALS/s)
    expect(await animo.exit).toBe(0)
    await Promise.all(logins.map(({ closed }) => closed))
    expect(await isRunning(postgres, animo.home)).toBe(false)
    expect((await readdir(path.join(animo.home, 'storage'))).sort()).not.toContain('animo.lock')
  })

  it('says in one sentence what is wrong with the configuration', async () => {
    const animo = await start({ PORT: 'eighty', DATABASE_URL: 'nonsense' })
    expect(await animo.exit).toBe(1)
    const lines = animo.output.err.trim().split('\n')
    expect(lines).toEqual([
      expect.stringMatching(/^PORT is not usable: .+\.$/),
      expect.stringMatching(/^DATABASE_URL is not usable: .+\.$/),
    ])
    expect(await readdir(animo.home)).toEqual([])
  })

  it('says so when a port is taken, and leaves no Postgres behind', async () => {
    const { port, server } = await takePort()
    const refused = async (name: string) => {
      const animo = await start({ [name]: String(port) })
      expect(await animo.exit).toBe(1)
      expect(animo.output.err).toMatch(new RegExp(`^${name} ${port} cannot be used on 127.0.0.1 .+\\.$`, 'm'))
      expect(await readdir(path.join(animo.home, 'storage', 'postgres'))).not.toContain('postmaster.pid')
    }
    await Promise.all([refused('PORT'), refused('WEB_PORT')])
    server.close()
  })

  it('stops in order also when it is told to while it starts', async () => {
    const animo = await start()
    const lock = path.join(animo.home, 'storage', 'animo.lock')
    await expect.poll(() => existsSync(lock), { timeout: 20_000, interval: 5 }).toBe(true)
    animo.child.kill('SIGINT')
    expect(await animo.exit).toBe(0)
    const left = await readdir(path.join(animo.home, 'storage'))
    expect(left).not.toContain('animo.lock')
    expect(await readdir(path.join(animo.home, 'storage', 'postgres'))).not.toContain('postmaster.pid')
  })
})

describe('with a Postgres of somebody else', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  it('ends when its queue cannot start, and says why', async () => {
    const odd = await createTestDatabase()
    const client = new pg.Client({ connectionString: odd.url })
    await client.connect()
    await client.query('create schema pgboss; create table pgboss.version (nothing int)')
    await client.end()
    const animo = await start({ DATABASE_URL: odd.url })
    expect(await animo.exit).toBe(1)
    expect(animo.output.err).toContain('cannot cast type pgboss.version')
    for (const port of animo.ports) await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow()
    await odd.drop()
  })

  it('starts none of its own, and does not wait for those who only listen', async () => {
    const animo = await start({ DATABASE_URL: database.url, WEB_PORT: '0', LOG_LEVEL: 'info' })
    await animo.says('Animo is ready')
    expect(await readdir(path.join(animo.home, 'storage'))).not.toContain('postgres')
    const at = `http://127.0.0.1:${animo.ports[0]}`
    const post = (url: string, body: object) =>
      fetch(at + url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    const account = { name: 'Ada', email: 'ada@example.org', password: 'correct horse' }
    expect((await post('/auth/create-first-user', account)).status).toBe(200)
    const { access_token: token } = (await (await post('/auth/login', account)).json()) as { access_token: string }

    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    const { rows } = await client.query(`insert into scans (state, started_at) values ('running', now()) returning id`)
    await client.end()
    const headers = { authorization: `Bearer ${token}` }
    const events = await fetch(`${at}/library/scans/${rows[0].id}/events`, { headers })
    const reader = events.body!.getReader()
    expect(new TextDecoder().decode((await reader.read()).value)).toContain(': connected')
    animo.child.kill('SIGTERM')
    for (let done = false; !done; ) done = (await reader.read()).done
    expect(await animo.exit).toBe(0)
    expect(animo.output.out + animo.output.err).not.toMatch(/correct horse|argon2/)
  })
})
