import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { toast } from '../../../components/overlays/toasts.ts'
import { isExpected } from './pending.ts'
import { finishSignIn, type Service } from './queries.ts'
import { useConnect, useTrouble } from './use-connect.ts'

/** A token is good for one use, also where an effect runs twice. */
const used = new Set<string>()

/** The way back from a service. Who did not start it here is asked first; then the token leaves the address. */
export function Arrival({ service, token }: { service: Service; token: string }) {
  const { t } = useTranslation()
  const trouble = useTrouble()
  const navigate = useNavigate()
  const [expected] = useState(() => isExpected(service.service, localStorage, Date.now()))
  const { mutate, isPending } = useConnect((grant) => finishSignIn(service.service, grant))
  const leave = () => void navigate({ to: '/settings/scrobbling', search: {}, replace: true })
  const connect = () => {
    if (used.has(token)) return
    used.add(token)
    mutate(token, {
      onSettled: leave,
      onError: (error) => toast(trouble(error), { tone: 'bad' }),
    })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when one arrives
  useEffect(() => {
    if (expected) connect()
  }, [expected])
  if (expected) return null
  return (
    <div role="alert" className="mb-4 flex flex-wrap items-center justify-between gap-3 rounded-card bg-hover p-4">
      <p className="text-sm text-text">{t('scrobbling.arrived', { service: service.title })}</p>
      <div className="flex gap-2">
        <Button look="quiet" onClick={leave}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" busy={isPending} onClick={connect}>
          {t('scrobbling.connectName', { service: service.title })}
        </Button>
      </div>
    </div>
  )
}
