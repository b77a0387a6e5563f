import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { Input } from '../../../components/controls/input.tsx'
import { type Option, Select } from '../../../components/controls/select.tsx'
import { SecretLine } from '../../../components/data/secret-line.tsx'
import { Dialog } from '../../../components/overlays/dialog.tsx'
import { client, ok } from '../../../lib/api/client.ts'
import type { User } from '../../../lib/api/models.ts'
import { authStatusQuery } from '../../../lib/api/query.ts'
import { useUserChange } from '../queries.ts'

const HOURS = { day: 24, week: 168, month: 720 } as const
type Span = keyof typeof HOURS
const SPANS: readonly Span[] = ['day', 'week', 'month']
const ROLES: readonly User['role'][] = ['user', 'admin']

const linkOf = (code: string) => `${window.location.origin}/login?invite=${encodeURIComponent(code)}`

type ChoiceProps<T extends string> = {
  label: string
  value: T
  options: readonly Option<T>[]
  onChange: (value: T) => void
}

/** A choice with its name before it. */
function Choice<T extends string>(props: ChoiceProps<T>) {
  return (
    <div className="flex items-center justify-between">
      <span className="text-sm font-medium">{props.label}</span>
      <Select {...props} />
    </div>
  )
}

function InviteForm({ onMade }: { onMade: (code: string) => void }) {
  const { t } = useTranslation()
  const [role, setRole] = useState<User['role']>('user')
  const [span, setSpan] = useState<Span>('week')
  const [note, setNote] = useState('')
  const make = useUserChange(
    async () => {
      const body = { role, expires_in_hours: HOURS[span], ...(note.trim() && { note: note.trim() }) }
      onMade((await ok(client.POST('/users/invites', { body }))).code)
    },
    () => null,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate(undefined)
  }
  const roles = ROLES.map((value) => ({ value, label: t(`users.role.${value}`) }))
  const spans = SPANS.map((value) => ({ value, label: t(`users.invites.${value}`) }))
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Input
        label={t('users.invites.note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        maxLength={200}
        autoComplete="off"
      />
      <Choice label={t('users.invites.role')} value={role} options={roles} onChange={setRole} />
      <Choice label={t('users.invites.days')} value={span} options={spans} onChange={setSpan} />
      <Button type="submit" look="primary" busy={make.isPending} className="mt-2 self-end">
        {t('users.invites.make')}
      </Button>
    </form>
  )
}

/** Makes an invitation and shows its link, once. */
export function InviteDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation()
  const { data: status } = useQuery(authStatusQuery)
  const [code, setCode] = useState<string | null>(null)
  const change = (next: boolean) => {
    onOpenChange(next)
    if (!next) setCode(null)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={t(code ? 'users.invites.ready' : 'users.invite')}
      {...(code && { description: t('users.invites.readyText') })}
    >
      {status?.registration === 'closed' && (
        <p className="mb-4 text-sm text-accent-text">{t('users.invites.closedHint')}</p>
      )}
      {code ? <SecretLine value={linkOf(code)} /> : <InviteForm onMade={setCode} />}
    </Dialog>
  )
}
