import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Page } from '../../components/layout/page.tsx'
import { PageHeader } from '../../components/layout/page-header.tsx'
import { meQuery } from '../../lib/api/query.ts'
import { DeleteAccount, SignOut } from './leaving.tsx'
import { LookSection } from './look-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { EmailSection, NameSection } from './profile-sections.tsx'
import { RecoverySection } from './recovery-section.tsx'

/** Everything about one's own account. */
export function AccountPage() {
  const { t } = useTranslation()
  const { data: user } = useQuery(meQuery)
  if (!user) return null
  return (
    <Page narrow>
      <PageHeader title={t('account.title')} />
      <div>
        <NameSection key={user.name} user={user} />
        <EmailSection key={user.email} user={user} />
        <PasswordSection />
        <RecoverySection />
        <LookSection />
        <SignOut />
        <DeleteAccount user={user} />
      </div>
    </Page>
  )
}
