import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import {
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  rmdir,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import type { Binaries } from './binaries.ts'
import { canEnter, type ServiceUser } from './service-user.ts'

export const SUPERUSER = 'animo'

/** Where the service user may keep the data that belong in `storageDir/postgres`. */
export async function placeData(storageDir: string, user: ServiceUser): Promise<string> {
  const dataDir = path.join(storageDir, 'postgres')
  await mkdir(storageDir, { recursive: true })
  if (!user || (await canEnter(storageDir, user))) return dataDir
  // Only root can enter the storage folder: the data live outside, and a link keeps them findable.
  const there = await lstat(dataDir).catch(() => null)
  if (there?.isDirectory())
    throw new CannotStart(`${user.name} cannot reach ${dataDir}: let others enter its parent folders.`)
  // A storage folder that moves keeps its data, and a new one at an old place does not meet those of the old one.
  if (there) return readlink(dataDir)
  const outside = path.join('/var/lib/animo', randomUUID())
  await mkdir(path.dirname(outside), { recursive: true, mode: 0o755 })
  await symlink(outside, dataDir)
  return outside
}

/** Reads the password of the cluster, making one the first time. */
export async function clusterPassword(storageDir: string): Promise<string> {
  const file = path.join(storageDir, 'secrets', 'postgres-password')
  const known = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  if (known) return known.trim()
  const password = randomBytes(24).toString('base64url')
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  // The file is empty where an earlier start died while writing it: no cluster has been made with it yet.
  await writeFile(file, password, { mode: 0o600 })
  return password
}

/** Makes the cluster unless it exists. It appears in one step, so a kill in the middle leaves nothing half-made. */
export async function ensureCluster(binaries: Binaries, dataDir: string, password: string, user: ServiceUser) {
  if (await orAbsent(stat(path.join(dataDir, 'PG_VERSION')))) return
  const found = await orAbsent(readdir(dataDir))
  if (found && found.length > 0) {
    throw new CannotStart(`${dataDir} is not empty but has no PG_VERSION: put its data back, or move it away.`)
  }
  const draft = `${dataDir}.new-${randomUUID()}`
  const scratch = await mkdtemp(path.join(tmpdir(), 'animo-initdb-'))
  const passwordFile = path.join(scratch, 'password')
  try {
    await mkdir(draft, { mode: 0o700 })
    await writeFile(passwordFile, password, { mode: 0o600 })
    if (user) await Promise.all([draft, scratch, passwordFile].map((file) => chown(file, user.uid, user.gid)))
    await initdb(binaries, draft, passwordFile, user)
    if (found) await rmdir(dataDir)
    await rename(draft, dataDir)
  } finally {
    await rm(scratch, { recursive: true, force: true })
    await rm(draft, { recursive: true, force: true })
  }
}

/** null: it does not exist. Data that cannot be looked at now are not absent. */
function orAbsent<T>(look: Promise<T>): Promise<T | null> {
  return look.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

function initdb(binaries: Binaries, dataDir: string, passwordFile: string, user: ServiceUser): Promise<void> {
  return run(
    binaries.initdb,
    [
      ...['-D', dataDir, '-U', SUPERUSER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
      ...['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums'],
    ],
    user,
  )
}

/** Runs one of the Postgres programs to its end; a failure carries what it printed. */
export function run(file: string, args: string[], user: ServiceUser): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(user && { uid: user.uid, gid: user.gid }),
    })
    let output = ''
    const keep = (chunk: Buffer) => {
      output = (output + chunk).slice(-4000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${path.basename(file)} ended with ${code}:\n${output}`)),
    )
  })
}
