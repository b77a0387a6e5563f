import type { Db } from '../../../db/client.ts'
import { writeSetting } from '../../../db/settings.ts'
import { AppError } from '../../../errors.ts'
import type { Viewer } from '../../../platform/http/guards/viewer.ts'
import type { InviteBody, PatchUserBody, Registration } from '../contract.ts'
import { hashCode, newCode } from '../crypto/codes.ts'
import * as store from '../store.ts'

/** What an administrator does with other people's accounts. */
export function createUsers({ db }: { db: Db }) {
  const notFound = () => new AppError('NOT_FOUND')

  /** Refuses what would leave nobody to administer the server. */
  async function keepAnAdmin(tx: Db, id: number): Promise<void> {
    if ((await store.countOtherAdmins(tx, id)) === 0) throw new AppError('LAST_ADMIN')
  }

  return {
    list: () => store.listUsers(db),
    invites: () => store.listInvites(db),
    setRegistration: (mode: Registration) => writeSetting(db, 'registration', mode),

    async invite(viewer: Viewer, body: InviteBody): Promise<store.InviteRow & { code: string }> {
      const code = newCode()
      const expiresAt = new Date(Date.now() + body.expires_in_hours * 3_600_000)
      const values = {
        codeHash: hashCode(code),
        role: body.role,
        note: body.note ?? null,
        createdBy: viewer.id,
        expiresAt,
      }
      return { ...(await store.insertInvite(db, values)), code }
    },

    async revokeInvite(id: number): Promise<void> {
      if (!(await store.deleteInvite(db, id))) throw notFound()
    },

    /** A disabled account is signed out everywhere at once. */
    async update(id: number, body: PatchUserBody): Promise<store.UserRow> {
      return db.transaction(async (tx) => {
        await store.lockAccounts(tx)
        if (body.role === 'user' || body.is_active === false) await keepAnAdmin(tx, id)
        const values = {
          ...(body.role && { role: body.role }),
          ...(body.is_active !== undefined && { isActive: body.is_active }),
        }
        const user = await store.updateUser(tx, id, values)
        if (!user) throw notFound()
        if (body.is_active === false) await store.deleteSessionsOf(tx, id)
        return user
      })
    },

    /** Ends the user's sessions and makes a one-time code with which they set a new password within a day. */
    async reset(id: number): Promise<string> {
      const code = newCode()
      await db.transaction(async (tx) => {
        if (!(await store.findUser(tx, id))) throw notFound()
        await store.issueRecoveryCode(tx, id, hashCode(code))
        await store.deleteSessionsOf(tx, id)
      })
      return code
    },

    async remove(id: number): Promise<void> {
      await db.transaction(async (tx) => {
        await store.lockAccounts(tx)
        await keepAnAdmin(tx, id)
        if (!(await store.deleteUser(tx, id))) throw notFound()
      })
    },
  }
}

export type Users = ReturnType<typeof createUsers>
