import { Link } from '@tanstack/react-router'
import { Compass } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { EmptyState } from '../../components/feedback/empty-state.tsx'
import { usePageTitle } from '../../lib/hooks/use-title.ts'

export function NotFound() {
  const { t } = useTranslation()
  usePageTitle(t('shell.notFound.title'))
  return (
    <EmptyState
      icon={Compass}
      title={t('shell.notFound.title')}
      text={t('shell.notFound.text')}
      action={
        <Button asChild look="primary">
          <Link to="/">{t('shell.notFound.home')}</Link>
        </Button>
      }
    />
  )
}
