import { useQuery } from '@tanstack/react-query'
import { Lock, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { EmptyState } from '../../components/feedback/empty-state.tsx'
import { ErrorState } from '../../components/feedback/error-state.tsx'
import { Skeleton } from '../../components/feedback/skeleton.tsx'
import { Page } from '../../components/layout/page.tsx'
import { PageHeader } from '../../components/layout/page-header.tsx'
import { Section } from '../../components/layout/section.tsx'
import { meQuery } from '../../lib/api/query.ts'
import { InviteDialog } from './invites/invite-dialog.tsx'
import { InviteList } from './invites/invite-list.tsx'
import { usersQuery } from './queries.ts'
import { RegistrationSetting } from './registration-setting.tsx'
import { UserRow } from './user-row.tsx'

function People({ me }: { me: number }) {
  const { data, error, refetch } = useQuery(usersQuery)
  if (error) return <ErrorState compact error={error} onRetry={() => void refetch()} />
  if (!data) return [1, 2, 3].map((row) => <Skeleton key={row} className="my-2 h-12" />)
  return (
    <ul>
      {data.map((user) => (
        <UserRow key={user.id} user={user} isMe={user.id === me} />
      ))}
    </ul>
  )
}

/** The accounts of the household, for administrators. */
export function UsersPage() {
  const { t } = useTranslation()
  const { data: me } = useQuery(meQuery)
  const [inviting, setInviting] = useState(false)
  if (!me) return null
  if (me.role !== 'admin') return <EmptyState icon={Lock} title={t('users.title')} text={t('users.noAccess')} />
  const action = (
    <Button look="primary" icon={UserPlus} onClick={() => setInviting(true)}>
      {t('users.invite')}
    </Button>
  )
  return (
    <Page narrow>
      <PageHeader title={t('users.title')} action={action} />
      <section aria-label={t('users.people')} className="mb-6">
        <People me={me.id} />
      </section>
      <Section title={t('users.registration.title')}>
        <RegistrationSetting />
      </Section>
      <Section title={t('users.invites.title')}>
        <InviteList />
      </Section>
      <InviteDialog open={inviting} onOpenChange={setInviting} />
    </Page>
  )
}
