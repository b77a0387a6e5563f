import { z } from 'zod'

const email = z.string().trim().max(150).pipe(z.email())
/** Argon2id takes any length; the upper bound keeps a request from being a workload. */
const password = z.string().min(8).max(100)
const name = z.string().trim().min(1).max(100)
const recoveryCode = z.string().trim().min(4).max(128)

const role = z.enum(['admin', 'user'])
export const message = z.object({ message: z.string() })

export const registerBody = z.object({ name, email, password, invite: z.string().max(100).optional() })
/** Whatever is typed is compared: only a new password must be long enough. */
export const loginBody = z.object({ email, password: z.string().min(1).max(100) })
export const updateMeBody = z.object({
  name: name.optional(),
  email: email.optional(),
  password: password.optional(),
  /** Needed to change the e-mail address or the password. */
  current_password: z.string().max(100).optional(),
})
export const changePasswordBody = z.object({ current_password: z.string().max(100), new_password: password })
export const lookupBody = z.object({ email, recovery_code: recoveryCode })
export const resetBody = lookupBody.extend({ new_password: password })
export const confirmBody = z.object({ current_password: z.string().max(100) })

export const user = z.object({
  id: z.number(),
  name: z.string(),
  username: z.string(),
  email: z.string(),
  role,
  is_active: z.boolean(),
  created_at: z.string(),
  last_login_at: z.string().nullable(),
})
export const token = z.object({ access_token: z.string(), token_type: z.literal('bearer'), expires_in: z.number() })
export const lookup = user.pick({ id: true, name: true, username: true, email: true })
export const registration = z.enum(['closed', 'invite', 'open'])
/** What the sign-in page needs to know before anyone is signed in. */
export const authStatus = z.object({ first_user_needed: z.boolean(), registration, recovery: z.boolean() })
export const recoveryCodes = z.object({ codes: z.array(z.string()) })
export const recoveryState = z.object({ unused: z.number() })

export const inviteBody = z.object({
  role: role.default('user'),
  note: z.string().trim().max(200).optional(),
  expires_in_hours: z.number().int().min(1).max(720).default(72),
})
export const invite = z.object({
  id: z.number(),
  role,
  note: z.string().nullable(),
  created_at: z.string(),
  expires_at: z.string(),
  used_at: z.string().nullable(),
})
export const newInvite = invite.extend({ code: z.string() })
export const patchUserBody = z.object({ role: role.optional(), is_active: z.boolean().optional() })
export const issuedReset = z.object({ recovery_code: z.string() })
export const registrationBody = z.object({ registration })
export const idParams = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) })

export type User = z.infer<typeof user>
export type RegisterBody = z.infer<typeof registerBody>
export type UpdateMeBody = z.infer<typeof updateMeBody>
export type InviteBody = z.infer<typeof inviteBody>
export type PatchUserBody = z.infer<typeof patchUserBody>
export type Registration = z.infer<typeof registration>
