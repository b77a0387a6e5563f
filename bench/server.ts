import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export const root = path.resolve(import.meta.dirname, '..')
export const TOKEN_USER = { name: 'Bench', email: 'bench@example.org', password: 'measured twice' }
const START_PATIENCE_MS = 60_000

export type Server = Awaited<ReturnType<typeof startServer>>

/** A temporary folder that the database's own user may enter too. */
export async function temporaryDir(): Promise<{ dir: string; remove(): Promise<void> }> {
  const dir = await mkdtemp(path.join(tmpdir(), 'animo-bench-'))
  await chmod(dir, 0o755)
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) }
}

/** Starts what `npm run serve` starts, with its storage in `dir`, and waits for the first healthy reply. */
export async function startServer(dir: string, more: Readonly<Record<string, string>> = {}) {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, serveArguments(), {
    cwd: dir,
    env: { ...environment(dir, port), ...more },
    stdio: 'inherit',
  })
  const base = `http://127.0.0.1:${port}`
  await untilHealthy(child, base, began)
  const healthyMs = performance.now() - began

  return {
    ...{ base, port, healthyMs },
    memory: () => memoryOf(child),

    /** A JSON request; throws on any answer that is no success. */
    async send<T>(method: string, url: string, options: { token?: string; body?: object | FormData } = {}): Promise<T> {
      const { token, body } = options
      const json = body !== undefined && !(body instanceof FormData)
      const reply = await fetch(base + url, {
        method,
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(json && { 'content-type': 'application/json' }),
        },
        ...(body && { body: body instanceof FormData ? body : JSON.stringify(body) }),
      })
      if (!reply.ok) throw new Error(`${method} ${url}: ${reply.status} ${await reply.text()}`)
      return (await reply.json()) as T
    },

    async stop(): Promise<void> {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      if (child.exitCode === null && child.kill('SIGTERM')) await ended
    },
  }
}

/** Makes the first user and signs in. */
export async function signIn(server: Server): Promise<string> {
  await server.send('POST', '/auth/create-first-user', { body: TOKEN_USER })
  const { email, password } = TOKEN_USER
  const reply = await server.send<{ access_token: string }>('POST', '/auth/login', { body: { email, password } })
  return reply.access_token
}

/** The flags of the `serve` script belong to what is measured. */
function serveArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: { serve: string }
  }
  return scripts.serve
    .split(' ')
    .slice(1)
    .map((part) => (part.startsWith('-') ? part : path.join(root, part)))
}

function environment(dir: string, port: number): NodeJS.ProcessEnv {
  const at = (name: string) => path.join(dir, name)
  const { PATH, HOME, SystemRoot } = process.env
  return {
    ...{ PATH, HOME, SystemRoot, STORAGE_DIR: at('storage'), CACHE_DIR: at('cache'), DOWNLOADS_DIR: at('downloads') },
    ...{ PORT: String(port), WEB_PORT: '0', LOG_LEVEL: 'error', OFFLINE: 'true' },
    // Otherwise the limits would be what is measured.
    ...{ RATE_LIMIT_ANONYMOUS: '1000000', RATE_LIMIT_USER: '1000000', LIVE_CONNECTIONS_PER_CALLER: '100' },
  }
}

async function untilHealthy(child: ChildProcess, base: string, began: number): Promise<void> {
  for (;;) {
    const reply = await fetch(`${base}/health`).catch(() => null)
    if (reply?.status === 200 && ((await reply.json()) as { status: string }).status === 'healthy') return
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode} while starting.`)
    if (performance.now() - began > START_PATIENCE_MS) throw new Error('The server does not become healthy.')
    await sleep(10)
  }
}

/** Megabytes of the whole process, all threads: now, and the most there ever were. null where /proc does not tell. */
function memoryOf(child: ChildProcess): { now: number; peak: number } | null {
  if (process.platform !== 'linux') return null
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  const read = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1024
  return { now: read('VmRSS'), peak: read('VmHWM') }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
