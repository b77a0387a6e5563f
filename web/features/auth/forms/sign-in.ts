import { client, ok } from '../../../lib/api/client.ts'
import { queryClient } from '../../../lib/api/query.ts'

type Account = { name: string; email: string; newPassword: string }

/** Signs in; the session is a cookie that scripts cannot read. Whatever an earlier session left is forgotten. */
export async function signIn(email: string, password: string): Promise<void> {
  await ok(client.POST('/auth/login', { body: { email: email.trim(), password } }))
  queryClient.clear()
}

const bodyOf = ({ name, email, newPassword }: Account) => ({
  name: name.trim(),
  email: email.trim(),
  password: newPassword,
})

export async function createFirstUser(account: Account): Promise<void> {
  await ok(client.POST('/auth/create-first-user', { body: bodyOf(account) }))
  await signIn(account.email, account.newPassword)
}

export async function register(account: Account & { code?: string }): Promise<void> {
  const invite = account.code?.trim()
  await ok(client.POST('/auth/register', { body: { ...bodyOf(account), ...(invite && { invite }) } }))
  await signIn(account.email, account.newPassword)
}
