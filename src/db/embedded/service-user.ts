import { access, constants, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { CannotStart } from '../cannot-start.ts'

/** Whom Postgres runs as. `null`: as ourselves, who are not root. */
export type ServiceUser = Readonly<{ name: string; uid: number; gid: number }> | null

const PREFERRED = ['animo', 'postgres', 'nobody']

/**
 * Postgres refuses to run as root, so a root start hands it to the owner of the data, or while there are none to an
 * ordinary account of this machine: `animo` if the administrator made one, else `postgres`, else `nobody`, which
 * every Unix has. Postgres takes no data of another user: `CannotStart` tells an ordinary user who owns them.
 */
export async function findServiceUser(
  dataDir: string,
  uid = process.getuid?.(),
  passwdFile = '/etc/passwd',
): Promise<ServiceUser> {
  if (uid === undefined) return null
  const owner = await ownerOf(dataDir)
  if (uid !== 0 && (!owner || owner.uid === uid)) return null
  const rows = (await readFile(passwdFile, 'utf8')).split('\n').map((line) => line.split(':'))
  const ownerName = rows.find((fields) => fields[2] === String(owner?.uid))?.[0] ?? `the user ${owner?.uid}`
  if (uid !== 0) throw new CannotStart(`The data in ${dataDir} belong to ${ownerName}: start Animo as that user.`)
  if (owner && owner.uid !== 0) return { name: ownerName, ...owner }
  for (const name of PREFERRED) {
    const row = rows.find((fields) => fields[0] === name)
    if (row) return { name, uid: Number(row[2]), gid: Number(row[3]) }
  }
  throw new CannotStart(
    `Postgres cannot run as root, and none of the users ${PREFERRED.join(', ')} exists here. Create one of them, start Animo as an ordinary user, or set DATABASE_URL.`,
  )
}

async function ownerOf(dataDir: string): Promise<{ uid: number; gid: number } | null> {
  try {
    const { uid, gid } = await stat(dataDir)
    return { uid, gid }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** May this user walk into `dir`? Every directory on the way needs the search bit that applies to them. */
export async function canEnter(dir: string, user: ServiceUser): Promise<boolean> {
  if (!user)
    return access(dir, constants.R_OK | constants.X_OK).then(
      () => true,
      () => false,
    )
  for (let at = path.resolve(dir); ; at = path.dirname(at)) {
    const { mode, uid, gid } = await stat(at)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (at === path.dirname(at)) return true
  }
}
