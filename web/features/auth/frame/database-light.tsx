import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { useTranslation } from 'react-i18next'
import { client, ok } from '../../../lib/api/client.ts'

const EVERY_MS = 30_000

/** Whether the server and its database answer; with the reason when they do not. */
export function DatabaseLight() {
  const { t } = useTranslation()
  const { data, isError } = useQuery({
    queryKey: ['db-status'],
    queryFn: ({ signal }) => ok(client.GET('/db-status', { signal })),
    refetchInterval: EVERY_MS,
    retry: false,
  })
  if (!data && !isError) return <span className="h-5" />
  const state = isError || !data ? 'unknown' : data.status
  return (
    <p
      role="status"
      className="flex min-w-0 items-center gap-2 text-sm text-faint"
      title={data?.last_error ?? undefined}
    >
      <span className={clsx('size-2 shrink-0 rounded-full', state === 'online' ? 'bg-good' : 'bg-danger')} />
      {t(`auth.database.${state}`)}
      {data?.last_error && <span className="truncate">({data.last_error})</span>}
    </p>
  )
}
