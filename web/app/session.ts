import { redirect } from '@tanstack/react-router'
import { endsSession } from '../lib/api/error.ts'
import type { User } from '../lib/api/models.ts'
import { authStatusQuery, meQuery, queryClient } from '../lib/api/query.ts'
import { safeNext } from './safe-next.ts'

/** Pages that are for people who are not signed in. */
const isOpen = (path: string) => path === '/login' || path === '/welcome'

/** Lets the signed-in in; sends others to sign in, or to the first start while nobody has an account. */
export async function requireSession(href: string): Promise<User> {
  try {
    return await queryClient.ensureQueryData(meQuery)
  } catch (error) {
    if (!endsSession(error)) throw error
    const status = await queryClient.fetchQuery(authStatusQuery)
    if (status.first_user_needed) throw redirect({ to: '/welcome' })
    throw redirect({ to: '/login', search: { next: safeNext(href) } })
  }
}

/** When a reply says that the session has ended while a page is open: sign in again, then come back. */
export function leaveForSignIn(): void {
  const { pathname, search } = window.location
  const wasSignedIn = queryClient.getQueryData(meQuery.queryKey) !== undefined
  if (!wasSignedIn || isOpen(pathname)) return
  queryClient.clear()
  window.location.assign(`/login?next=${encodeURIComponent(safeNext(pathname + search))}`)
}
