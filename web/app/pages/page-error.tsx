import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { EmptyState } from '../../components/feedback/empty-state.tsx'
import { ErrorState } from '../../components/feedback/error-state.tsx'
import { ApiError } from '../../lib/api/error.ts'

/** The boundary around each page: the shell and the music stay. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  if (error instanceof ApiError) return <ErrorState error={error} onRetry={again} />
  return (
    <EmptyState
      icon={TriangleAlert}
      title={t('shell.crash.title')}
      text={t('shell.crash.text')}
      action={
        <div className="flex gap-2">
          <Button look="primary" onClick={again}>
            {t('common.retry')}
          </Button>
          <Button onClick={() => window.location.reload()}>{t('shell.crash.reload')}</Button>
        </div>
      }
    />
  )
}
