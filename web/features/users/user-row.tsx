import { Ban, CircleCheck, EllipsisVertical, KeyRound, Shield, Trash2, User as UserIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../components/controls/icon-button.tsx'
import { SecretLine } from '../../components/data/secret-line.tsx'
import { Cover } from '../../components/media/cover.tsx'
import { Confirm } from '../../components/overlays/confirm.tsx'
import { Dialog } from '../../components/overlays/dialog.tsx'
import { Menu, type MenuGroups } from '../../components/overlays/menu.tsx'
import { client, ok } from '../../lib/api/client.ts'
import type { User } from '../../lib/api/models.ts'
import { useFormat } from '../../lib/hooks/use-format.ts'
import { useUserChange } from './queries.ts'

type Patch = { role?: User['role']; is_active?: boolean }

function useChanges({ id, name }: User) {
  const { t } = useTranslation()
  const params = { path: { id } }
  const patch = useUserChange(
    (body: Patch) => ok(client.PATCH('/users/{id}', { params, body })),
    () => t('users.updated', { name }),
  )
  const reset = useUserChange(
    () => ok(client.POST('/users/{id}/reset', { params })),
    () => null,
  )
  const remove = useUserChange(
    () => ok(client.DELETE('/users/{id}', { params })),
    () => t('users.deleting.done', { name }),
  )
  return { patch, reset, remove }
}

function Who({ user, isMe }: { user: User; isMe: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const seen = user.last_login_at
  return (
    <div className="min-w-0 grow">
      <p className="truncate text-sm font-semibold">
        {user.name}
        {isMe && <span className="font-normal text-faint"> ({t('users.you')})</span>}
        {user.role === 'admin' && (
          <span className="ml-2 rounded-full bg-hover px-2 py-0.5 text-xs font-medium text-soft">
            {t('users.role.admin')}
          </span>
        )}
        {!user.is_active && (
          <span className="ml-2 rounded-full bg-hover px-2 py-0.5 text-xs font-medium text-danger">
            {t('users.disabled')}
          </span>
        )}
      </p>
      <p className="truncate text-sm text-faint">
        {user.email}
        <span title={seen ? format.fullDate(seen) : undefined}>
          {' '}
          · {seen ? t('users.lastSeen', { ago: format.ago(seen) }) : t('users.never')}
        </span>
      </p>
    </div>
  )
}

function useUserMenu(user: User, { patch, reset }: ReturnType<typeof useChanges>, onRemove: () => void): MenuGroups {
  const { t } = useTranslation()
  const admin = user.role === 'admin'
  return [
    [
      {
        id: 'role',
        label: t(admin ? 'users.makeUser' : 'users.makeAdmin'),
        icon: admin ? UserIcon : Shield,
        onSelect: () => patch.mutate({ role: admin ? 'user' : 'admin' }),
      },
      {
        id: 'active',
        label: t(user.is_active ? 'users.disable' : 'users.enable'),
        icon: user.is_active ? Ban : CircleCheck,
        onSelect: () => patch.mutate({ is_active: !user.is_active }),
      },
      { id: 'reset', label: t('users.reset'), icon: KeyRound, onSelect: () => reset.mutate(undefined) },
    ],
    [{ id: 'remove', label: t('users.remove'), icon: Trash2, danger: true, onSelect: onRemove }],
  ]
}

/** One account with what an administrator may do to it. One's own is managed on the account page. */
export function UserRow({ user, isMe }: { user: User; isMe: boolean }) {
  const { t } = useTranslation()
  const [removing, setRemoving] = useState(false)
  const changes = useChanges(user)
  const { reset, remove } = changes
  const groups = useUserMenu(user, changes, () => setRemoving(true))
  const names = { name: user.name }
  return (
    <li className="flex items-center gap-4 rounded-control py-2.5">
      <Cover name={user.name} url={undefined} size={40} shape="round" />
      <Who user={user} isMe={isMe} />
      {!isMe && (
        <Menu groups={groups}>
          <IconButton icon={EllipsisVertical} label={t('users.menu', names)} tip={false} />
        </Menu>
      )}
      <Dialog
        open={reset.data !== undefined}
        onOpenChange={() => reset.reset()}
        title={t('users.code.title', names)}
        description={t('users.code.text', names)}
      >
        <SecretLine value={reset.data?.recovery_code ?? ''} />
      </Dialog>
      <Confirm
        open={removing}
        onOpenChange={setRemoving}
        title={t('users.deleting.title', names)}
        description={t('users.deleting.text')}
        action={t('users.remove')}
        onConfirm={() => remove.mutate(undefined)}
      />
    </li>
  )
}
