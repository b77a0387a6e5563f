import type { User } from './contract.ts'
import type { InviteRow, UserRow } from './store.ts'

/** A user as its owner and administrators see it. */
export const viewUser = (row: UserRow): User => ({
  id: row.id,
  name: row.name,
  username: row.username,
  email: row.email,
  role: row.role,
  is_active: row.isActive,
  created_at: row.createdAt.toISOString(),
  last_login_at: row.lastLoginAt?.toISOString() ?? null,
})

export const viewInvite = (row: InviteRow) => ({
  id: row.id,
  role: row.role,
  note: row.note,
  created_at: row.createdAt.toISOString(),
  expires_at: row.expiresAt.toISOString(),
  used_at: row.usedAt?.toISOString() ?? null,
})
