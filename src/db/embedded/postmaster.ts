import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { run } from './cluster.ts'
import type { ServiceUser } from './service-user.ts'

export type Postmaster = Readonly<{ port: number; exited: Promise<number | null>; stop(): Promise<void> }>
type Options = {
  binaries: Binaries
  dataDir: string
  user: ServiceUser
  settings: Record<string, string>
  log(line: string): void
}

const READY = 'database system is ready to accept connections'
const STOP_PATIENCE_MS = 30_000

/**
 * What passes by itself: the children of a killed Postgres let go of the data within moments, and a port that was free
 * may have been taken since.
 */
const PASSING = /pre-existing shared memory block|could not create any TCP\/IP sockets/
const START_PATIENCE_MS = 10_000

/** Starts Postgres on a free port of 127.0.0.1 and waits until it takes connections. */
export async function startPostmaster(options: Options): Promise<Postmaster> {
  const deadline = Date.now() + START_PATIENCE_MS
  for (;;) {
    try {
      return await launch(options)
    } catch (error) {
      if (!PASSING.test(String(error)) || Date.now() > deadline) throw error
      await sleep(100)
    }
  }
}

async function launch(options: Options): Promise<Postmaster> {
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    ...options.settings,
  }
  const args = [
    '-D',
    options.dataDir,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const child = spawn(options.binaries.postgres, args, {
    cwd: '/',
    // A group of its own: Ctrl-C in the terminal reaches Animo, which stops Postgres last.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    ...(options.user && { uid: options.user.uid, gid: options.user.gid }),
  })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await untilReady(child, options.log)
  return { port, exited, stop: () => stop(child, exited) }
}

function untilReady(child: ChildProcess, log: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let tail = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      tail = (tail + text).slice(-4000)
      for (const line of text.split('\n')) if (line.trim()) log(line)
      if (tail.includes(READY)) resolve()
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Postgres ended with ${code} while starting:\n${tail}`)))
  })
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
async function stop(child: ChildProcess, exited: Promise<number | null>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGINT')
  const impatient = setTimeout(() => child.kill('SIGQUIT'), STOP_PATIENCE_MS)
  await exited.finally(() => clearTimeout(impatient))
}

/** Ends a Postgres that outlived its Animo (kill -9), so that the next one can own the data again. */
export async function stopOrphan(binaries: Binaries, dataDir: string, user: ServiceUser): Promise<boolean> {
  const text = await readFile(path.join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  if (!pid || !(await holdsData(pid, dataDir))) return false
  await run(binaries.pg_ctl, ['stop', '-D', dataDir, '-m', 'fast', '-w', '-t', '30'], user)
  return true
}

/** Is this process really the Postgres of this folder, and not a stranger with a recycled process id? */
async function holdsData(pid: number, dataDir: string): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null)
  return command === null ? process.platform !== 'linux' : command.split('\0').includes(dataDir)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
