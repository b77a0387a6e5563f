import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { ErrorState } from '../../../components/feedback/error-state.tsx'
import { client, ok } from '../../../lib/api/client.ts'
import type { Invite } from '../../../lib/api/models.ts'
import { useFormat } from '../../../lib/hooks/use-format.ts'
import { invitesQuery, useUserChange } from '../queries.ts'

function Row({ invite }: { invite: Invite }) {
  const { t } = useTranslation()
  const format = useFormat()
  const withdraw = useUserChange(
    () => ok(client.DELETE('/users/invites/{id}', { params: { path: { id: invite.id } } })),
    () => t('users.invites.withdrawn'),
  )
  const expired = new Date(invite.expires_at) < new Date()
  const state = invite.used_at
    ? t('users.invites.used', { ago: format.ago(invite.used_at) })
    : expired
      ? t('users.invites.expired')
      : t('users.invites.expires', { ago: format.ago(invite.expires_at) })
  return (
    <li className="flex items-center gap-4 py-1.5">
      <p className="min-w-0 grow truncate text-sm">
        {invite.note ?? t(`users.role.${invite.role}`)}
        <span className="text-faint" title={format.fullDate(invite.used_at ?? invite.expires_at)}>
          {' '}
          · {state}
        </span>
      </p>
      {!invite.used_at && (
        <IconButton
          icon={X}
          label={t('users.invites.withdraw')}
          size="small"
          disabled={withdraw.isPending}
          onClick={() => withdraw.mutate(undefined)}
        />
      )}
    </li>
  )
}

export function InviteList() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(invitesQuery)
  if (error) return <ErrorState compact error={error} onRetry={() => void refetch()} />
  if (!data) return null
  if (data.length === 0) return <p className="text-sm text-faint">{t('users.invites.none')}</p>
  return (
    <ul>
      {data.map((invite) => (
        <Row key={invite.id} invite={invite} />
      ))}
    </ul>
  )
}
