import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Select } from '../../../components/controls/select.tsx'
import { ErrorState } from '../../../components/feedback/error-state.tsx'
import { useErrorText } from '../../../components/feedback/error-text.ts'
import { Skeleton } from '../../../components/feedback/skeleton.tsx'
import { Confirm } from '../../../components/overlays/confirm.tsx'
import { toast } from '../../../components/overlays/toasts.ts'
import { type HistorySettings, saveSettings } from '../../../lib/api/emotions.ts'
import { refreshEmotions } from '../../../lib/api/query.ts'
import { settingsQuery } from '../queries.ts'

const SERVER = 'server'
const CHOICES = [7, 30, 90, 365] as const

function useSave() {
  const errorText = useErrorText()
  return useMutation({
    mutationFn: saveSettings,
    onError: (error) => toast(errorText(error).what, { tone: 'bad' }),
    onSettled: refreshEmotions,
  })
}

/** A shorter time erases what is older at once, so it asks first. */
function Choice({ own, server }: { own: number | null; server: number }) {
  const { t } = useTranslation()
  const save = useSave()
  /** A choice that waits for a yes; undefined while there is none, null for the server's time. */
  const [wish, setWish] = useState<number | null | undefined>()
  const days = (count: number) => t('history.keep.days', { count })
  const values = [...new Set([...CHOICES, ...(own === null ? [] : [own])])].sort((a, b) => a - b)
  const options = [
    { value: SERVER, label: t('history.keep.server', { days: days(server) }) },
    ...values.map((value) => ({ value: String(value), label: days(value) })),
  ]
  const choose = (value: string) => {
    const next = value === SERVER ? null : Number(value)
    if ((next ?? server) < (own ?? server)) setWish(next)
    else save.mutate(next)
  }
  return (
    <>
      <Select
        label={t('history.keep.label')}
        value={own === null ? SERVER : String(own)}
        options={options}
        onChange={choose}
        disabled={save.isPending}
      />
      <Confirm
        open={wish !== undefined}
        onOpenChange={(open) => !open && setWish(undefined)}
        title={t('history.keep.shorterTitle', { days: days(wish ?? server) })}
        description={t('history.keep.shorterText')}
        action={t('history.keep.shorter')}
        onConfirm={() => wish !== undefined && save.mutate(wish)}
      />
    </>
  )
}

/** How long the history is kept. */
export function Retention() {
  const { t } = useTranslation()
  const settings = useQuery(settingsQuery)
  const show = ({ retention_days: own, server_retention_days: server }: HistorySettings) => (
    <Choice own={own} server={server} />
  )
  if (settings.isError) return <ErrorState compact error={settings.error} onRetry={() => void settings.refetch()} />
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <span className="text-sm font-medium">{t('history.keep.label')}</span>
      {settings.data ? show(settings.data) : <Skeleton className="h-9 w-56" />}
    </div>
  )
}
