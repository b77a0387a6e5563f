import { useQuery } from '@tanstack/react-query'
import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { ErrorState } from '../../../components/feedback/error-state.tsx'
import { Skeleton } from '../../../components/feedback/skeleton.tsx'
import { Icon } from '../../../components/media/icon.tsx'
import { ConnectForm } from './connect-form.tsx'
import { rememberSignIn } from './pending.ts'
import { connectWithToken, finishSignIn, type Service, signInQuery } from './queries.ts'

/** Signing in happens in a tab of its own: the music of this one goes on. */
function SignIn({ service }: { service: Service }) {
  const { t } = useTranslation()
  const { data: url, error, refetch } = useQuery(signInQuery(service.service))
  if (error) return <ErrorState compact error={error} onRetry={() => void refetch()} />
  if (!url) return <Skeleton className="h-10 w-48" />
  return (
    <Button asChild look="primary">
      <a
        href={url}
        target="_blank"
        rel="noopener"
        onClick={() => rememberSignIn(service.service, localStorage, Date.now())}
      >
        <Icon icon={ExternalLink} size={18} />
        {t('scrobbling.signIn', { service: service.title })}
      </a>
    </Button>
  )
}

/** How a service is connected: by its token, or by signing in there. */
export function Connect({ service }: { service: Service }) {
  const { t } = useTranslation()
  if (service.connect === 'token')
    return (
      <ConnectForm
        secret
        service={service}
        label={t('scrobbling.token')}
        hint={t('scrobbling.tokenHint', { service: service.title })}
        connect={(token) => connectWithToken(service.service, token)}
      />
    )
  return (
    <div className="flex flex-col gap-6">
      <div>
        <SignIn service={service} />
      </div>
      <ConnectForm
        service={service}
        label={t('scrobbling.paste')}
        hint={t('scrobbling.pasteHint', { service: service.title })}
        connect={(address) => finishSignIn(service.service, address)}
      />
    </div>
  )
}
