import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/feedback/error-state.tsx'
import { endsSession } from '../../lib/api/error.ts'
import { authStatusQuery, meQuery } from '../../lib/api/query.ts'
import { usePageTitle } from '../../lib/hooks/use-title.ts'
import { Frame } from '../auth/frame/frame.tsx'
import { MusicStep } from './music-step.tsx'
import type { Source } from './progress-of.ts'
import { ProgressStep } from './progress-step.tsx'
import { WhoStep } from './who-step.tsx'

/** The steps after the account exists: for administrators only. */
function MusicSteps() {
  const me = useQuery({ ...meQuery, retry: false })
  const [source, setSource] = useState<Source | null>(null)
  if (me.error && endsSession(me.error)) return <Navigate to="/login" search={{ next: '/welcome' }} replace />
  if (me.error) return <ErrorState error={me.error} onRetry={() => void me.refetch()} />
  if (!me.data) return null
  if (me.data.role !== 'admin') return <Navigate to="/" replace />
  return source ? <ProgressStep source={source} onAgain={() => setSource(null)} /> : <MusicStep onStarted={setSource} />
}

/** The first start: who you are, where your music is, and it plays. */
export function WelcomePage() {
  const { t } = useTranslation()
  const status = useQuery(authStatusQuery)
  usePageTitle(t('welcome.title'))
  return (
    <Frame>
      {status.error && <ErrorState error={status.error} onRetry={() => void status.refetch()} />}
      {status.data?.first_user_needed === true && <WhoStep onDone={() => void status.refetch()} />}
      {status.data?.first_user_needed === false && <MusicSteps />}
    </Frame>
  )
}
