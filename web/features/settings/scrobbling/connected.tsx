import { useMutation } from '@tanstack/react-query'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { useErrorText } from '../../../components/feedback/error-text.ts'
import { Icon } from '../../../components/media/icon.tsx'
import { Confirm } from '../../../components/overlays/confirm.tsx'
import { toast } from '../../../components/overlays/toasts.ts'
import { useFormat } from '../../../lib/hooks/use-format.ts'
import { disconnect, refreshServices, type Service } from './queries.ts'

function Disconnect({ service }: { service: Service }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const [asking, setAsking] = useState(false)
  const { mutate, isPending } = useMutation({
    mutationFn: () => disconnect(service.service),
    onSuccess: async () => {
      toast(t('scrobbling.disconnected', { service: service.title }))
      await refreshServices()
    },
    onError: (error) => toast(errorText(error).what, { tone: 'bad' }),
  })
  return (
    <>
      <Button look="danger" busy={isPending} onClick={() => setAsking(true)}>
        {t('scrobbling.disconnect')}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('scrobbling.disconnectTitle', { service: service.title })}
        description={t('scrobbling.disconnectText')}
        action={t('scrobbling.disconnect')}
        onConfirm={() => mutate()}
      />
    </>
  )
}

function State({ service }: { service: Service }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { waiting, last_sent_at: sent } = service
  return (
    <p className="text-sm text-faint" title={sent ? format.fullDate(sent) : undefined}>
      <span className="tabular">
        {waiting > 0
          ? t('scrobbling.waiting', { count: waiting, formatted: format.count(waiting) })
          : sent && t('scrobbling.upToDate')}
      </span>
      {(waiting > 0 || sent) && ' · '}
      {sent ? t('scrobbling.lastSent', { ago: format.ago(sent) }) : t('scrobbling.never')}
    </p>
  )
}

/** A connected account: whose, whether it works, what waits. */
export function Connected({ service }: { service: Service }) {
  const { t } = useTranslation()
  const broken = service.state === 'refused'
  return (
    <div className="flex flex-wrap items-center justify-between gap-4">
      <div className="flex min-w-0 flex-col gap-1">
        <p className="flex items-center gap-2 text-base font-medium text-text">
          <Icon icon={broken ? CircleAlert : CircleCheck} size={18} className={broken ? 'text-danger' : 'text-good'} />
          <span className="truncate">{t('scrobbling.account', { account: service.account ?? '' })}</span>
        </p>
        <State service={service} />
        {broken && (
          <p role="status" className="text-sm text-danger">
            {t('scrobbling.refused', { service: service.title })}
          </p>
        )}
        {!service.available && <p className="text-sm text-soft">{t('scrobbling.off', { service: service.title })}</p>}
        {service.note && <p className="text-sm text-faint">{service.note}</p>}
      </div>
      <Disconnect service={service} />
    </div>
  )
}
