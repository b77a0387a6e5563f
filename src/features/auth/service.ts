import type { Db } from '../../db/client.ts'
import { isUniqueViolation } from '../../db/client.ts'
import { readSetting } from '../../db/settings.ts'
import { AppError } from '../../errors.ts'
import type { Viewer } from '../../platform/http/guards/viewer.ts'
import type { Attempts } from './attempts.ts'
import type { RegisterBody, Registration, UpdateMeBody } from './contract.ts'
import { registration as registrationModes } from './contract.ts'
import { hashCode, newCode, sameSecret } from './crypto/codes.ts'
import { checkPassword, hashPassword } from './crypto/passwords.ts'
import { TOKEN_SECONDS, type Tokens } from './crypto/tokens.ts'
import * as store from './store.ts'

type Deps = Readonly<{
  db: Db
  tokens: Tokens
  attempts: Attempts
  recoveryCode?: string | undefined
  /** What holds until an administrator sets something else. */
  registration: Registration
}>
type Caller = Readonly<{ address: string; userAgent?: string | undefined }>
export type SignIn = Readonly<{ token: string; expiresAt: Date; user: store.UserRow }>

const CODES_PER_USER = 10

/** Accounts: who exists, who is signed in, and how a lost password is recovered. */
export function createAuth({ db, tokens, attempts, recoveryCode, registration }: Deps) {
  let someUsers = false

  async function signIn(user: store.UserRow, caller: Caller): Promise<SignIn> {
    const expiresAt = new Date(Date.now() + TOKEN_SECONDS * 1000)
    const sessionId = await store.insertSession(db, user.id, expiresAt, caller.userAgent?.slice(0, 300) ?? null)
    await store.updateUser(db, user.id, { lastLoginAt: new Date() })
    const token = await tokens.sign({ userId: user.id, sessionId, email: user.email }, expiresAt)
    return { token, expiresAt, user }
  }

  async function addUser(tx: Db, body: RegisterBody, role: store.UserRow['role']): Promise<store.UserRow> {
    const passwordHash = await hashPassword(body.password)
    const username = await freeUsername(tx, body.email)
    try {
      return await store.insertUser(tx, { name: body.name, email: body.email, username, passwordHash, role })
    } catch (error) {
      throw isUniqueViolation(error) ? new AppError('EMAIL_TAKEN', { cause: error }) : error
    }
  }

  async function confirmPassword(viewer: Viewer, password: string | undefined, address: string): Promise<void> {
    if (password === undefined) throw new AppError('MISSING_PARAMETER', { details: 'current_password' })
    const account = String(viewer.id)
    await attempts.take('confirm', address, account)
    const user = await store.findUser(db, viewer.id)
    if (!user) throw new AppError('INVALID_TOKEN')
    if (!(await checkPassword(user.passwordHash, password))) throw new AppError('INVALID_PASSWORD')
    await attempts.clear('confirm', address, account)
  }

  /** The user whom this e-mail and code belong to. Every way to be wrong answers alike and costs alike. */
  async function checkRecovery(email: string, code: string, address: string) {
    await attempts.take('recovery', address, email)
    const user = await store.findUserByEmail(db, email)
    const master = recoveryCode !== undefined && sameSecret(code, recoveryCode)
    const personal = await store.hasRecoveryCode(db, user?.id ?? 0, hashCode(code))
    if (!user?.isActive || !(master || personal)) throw new AppError('INVALID_RECOVERY')
    return { user, master }
  }

  return {
    async status() {
      const [users, mode, codes] = await Promise.all([
        store.countUsers(db),
        this.registration(),
        store.countRecoveryCodes(db),
      ])
      return { first_user_needed: users === 0, registration: mode, recovery: recoveryCode !== undefined || codes > 0 }
    },

    async registration(): Promise<Registration> {
      const stored = registrationModes.safeParse(await readSetting(db, 'registration'))
      return stored.success ? stored.data : registration
    },

    /** Whether anybody has an account. Asked for every caller who is nobody, so the usual answer is remembered. */
    async hasUsers(): Promise<boolean> {
      someUsers ||= (await store.countUsers(db)) > 0
      return someUsers
    },

    async createFirstUser(body: RegisterBody, caller: Caller): Promise<store.UserRow> {
      await attempts.take('register', caller.address, body.email)
      return db.transaction(async (tx) => {
        await store.lockAccounts(tx)
        if ((await store.countUsers(tx)) > 0) throw new AppError('FIRST_USER_EXISTS')
        return addUser(tx, body, 'admin')
      })
    },

    async register(body: RegisterBody, caller: Caller): Promise<store.UserRow> {
      await attempts.take('register', caller.address, body.email)
      const mode = await this.registration()
      return db.transaction(async (tx) => {
        await store.lockAccounts(tx)
        if ((await store.countUsers(tx)) === 0) return addUser(tx, body, 'admin')
        const invite = body.invite ? await store.spendInvite(tx, hashCode(body.invite)) : undefined
        if (body.invite && !invite) throw new AppError('INVALID_INVITE')
        if (mode === 'closed' || (mode === 'invite' && !invite)) throw new AppError('REGISTRATION_CLOSED')
        const user = await addUser(tx, body, invite?.role ?? 'user')
        if (invite) await store.setInviteUser(tx, invite.id, user.id)
        return user
      })
    },

    async login(email: string, password: string, caller: Caller): Promise<SignIn> {
      await attempts.take('login', caller.address, email)
      const user = await store.findUserByEmail(db, email)
      const matches = await checkPassword(user?.passwordHash, password)
      if (!user?.isActive || !matches) throw new AppError('INVALID_CREDENTIALS')
      await attempts.clear('login', caller.address, email)
      return signIn(user, caller)
    },

    /** The viewer of a token, or null when it is forged, old, signed out or of a disabled account. */
    async identify(token: string): Promise<Viewer | null> {
      const claims = await tokens.read(token)
      const user = claims && (await store.findSessionUser(db, claims.sessionId))
      if (!claims || user?.id !== claims.userId) return null
      return { id: user.id, name: user.name, email: user.email, role: user.role, sessionId: claims.sessionId }
    },

    /** Whether a viewer known from before may still act: not signed out, not disabled, not deleted. */
    isSignedIn: async (viewer: Viewer): Promise<boolean> =>
      (await store.findSessionUser(db, viewer.sessionId))?.id === viewer.id,

    logout: (viewer: Viewer) => store.deleteSession(db, viewer.sessionId),

    async me(viewer: Viewer): Promise<store.UserRow> {
      const user = await store.findUser(db, viewer.id)
      if (!user) throw new AppError('INVALID_TOKEN')
      return user
    },

    async updateMe(viewer: Viewer, body: UpdateMeBody, caller: Caller): Promise<store.UserRow> {
      const sensitive = body.password !== undefined || body.email !== undefined
      if (sensitive) await confirmPassword(viewer, body.current_password, caller.address)
      const passwordHash = body.password === undefined ? undefined : await hashPassword(body.password)
      const values = {
        ...(body.name && { name: body.name }),
        ...(body.email && { email: body.email }),
        ...(passwordHash && { passwordHash }),
      }
      const user = await store.updateUser(db, viewer.id, values).catch((error: unknown) => {
        throw isUniqueViolation(error) ? new AppError('EMAIL_TAKEN', { cause: error }) : error
      })
      if (!user) throw new AppError('INVALID_TOKEN')
      if (passwordHash) await store.deleteSessionsOf(db, viewer.id, viewer.sessionId)
      return user
    },

    /** Other sessions of the user end; the one that asked goes on. */
    async changePassword(viewer: Viewer, current: string, next: string, caller: Caller): Promise<void> {
      await confirmPassword(viewer, current, caller.address)
      await store.updateUser(db, viewer.id, { passwordHash: await hashPassword(next) })
      await store.deleteSessionsOf(db, viewer.id, viewer.sessionId)
    },

    async deleteMe(viewer: Viewer): Promise<void> {
      await db.transaction(async (tx) => {
        await store.lockAccounts(tx)
        const alone = (await store.countUsers(tx)) === 1
        if (!alone && (await store.countOtherAdmins(tx, viewer.id)) === 0) throw new AppError('LAST_ADMIN')
        await store.deleteUser(tx, viewer.id)
      })
      someUsers = false
    },

    async lookup(email: string, code: string, caller: Caller): Promise<store.UserRow> {
      return (await checkRecovery(email, code, caller.address)).user
    },

    /** Sets a new password, ends every session of the user and spends a personal code. */
    async resetPassword(email: string, code: string, password: string, caller: Caller): Promise<void> {
      const { user, master } = await checkRecovery(email, code, caller.address)
      const passwordHash = await hashPassword(password)
      await db.transaction(async (tx) => {
        if (!master && !(await store.spendRecoveryCode(tx, user.id, hashCode(code))))
          throw new AppError('INVALID_RECOVERY')
        await store.updateUser(tx, user.id, { passwordHash })
        await store.deleteSessionsOf(tx, user.id)
      })
    },

    countRecoveryCodes: (viewer: Viewer) => store.countRecoveryCodes(db, viewer.id),

    /** New codes replace the old ones; they are shown this once. */
    async newRecoveryCodes(viewer: Viewer, password: string, caller: Caller): Promise<string[]> {
      await confirmPassword(viewer, password, caller.address)
      const codes = Array.from({ length: CODES_PER_USER }, newCode)
      await db.transaction((tx) => store.replaceRecoveryCodes(tx, viewer.id, codes.map(hashCode)))
      return codes
    },
  }
}

/** The part before "@", with 2, 3, ... behind it when somebody has it already. */
async function freeUsername(db: Db, email: string): Promise<string> {
  const base = (email.split('@')[0] ?? '').toLowerCase().slice(0, 40) || 'user'
  const taken = new Set(await store.takenUsernames(db, base))
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? base : `${base}${n}`
    if (!taken.has(candidate)) return candidate
  }
}

export type Auth = ReturnType<typeof createAuth>
