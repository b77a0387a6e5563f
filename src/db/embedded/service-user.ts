import { access, constants, readFile, stat } from 'node:fs/promises'
import path from 'node:path'

/** Whom Postgres runs as. `null`: as ourselves, who are not root. */
export type ServiceUser = Readonly<{ name: string; uid: number; gid: number }> | null

const PREFERRED = ['animo', 'postgres', 'nobody']

/**
 * Postgres refuses to run as root, so a root start hands it to an ordinary account of this machine: `animo` if the
 * administrator made one, else `postgres`, else `nobody`, which every Unix has.
 */
export async function findServiceUser(uid = process.getuid?.(), passwdFile = '/etc/passwd'): Promise<ServiceUser> {
  if (uid !== 0) return null
  const rows = (await readFile(passwdFile, 'utf8')).split('\n').map((line) => line.split(':'))
  for (const name of PREFERRED) {
    const row = rows.find((fields) => fields[0] === name)
    if (row) return { name, uid: Number(row[2]), gid: Number(row[3]) }
  }
  throw new Error(
    `Postgres cannot run as root, and none of the users ${PREFERRED.join(', ')} exists here. Create one of them, start Animo as an ordinary user, or set DATABASE_URL.`,
  )
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
