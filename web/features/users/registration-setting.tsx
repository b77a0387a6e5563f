import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Select } from '../../components/controls/select.tsx'
import { client, ok } from '../../lib/api/client.ts'
import type { Registration } from '../../lib/api/models.ts'
import { authStatusQuery, queryClient } from '../../lib/api/query.ts'
import { useUserChange } from './queries.ts'

const MODES: readonly Registration[] = ['closed', 'invite', 'open']

export function RegistrationSetting() {
  const { t } = useTranslation()
  const { data: status } = useQuery(authStatusQuery)
  const change = useUserChange(
    async (registration: Registration) => {
      await ok(client.PUT('/users/registration', { body: { registration } }))
      await queryClient.invalidateQueries(authStatusQuery)
    },
    () => t('users.registration.saved'),
  )
  return (
    <Select
      label={t('users.registration.title')}
      value={change.isPending ? change.variables : (status?.registration ?? 'closed')}
      options={MODES.map((value) => ({ value, label: t(`users.registration.${value}`) }))}
      onChange={(next) => change.mutate(next)}
      disabled={!status || change.isPending}
      className="w-full max-w-sm"
    />
  )
}
