import { Link } from '@tanstack/react-router'
import type { LucideIcon } from 'lucide-react'
import { Button } from '../../../components/controls/button.tsx'
import { EmptyState } from '../../../components/feedback/empty-state.tsx'
import { ErrorState } from '../../../components/feedback/error-state.tsx'
import { Page } from '../../../components/layout/page.tsx'
import { ApiError } from '../../../lib/api/error.ts'
import { usePageTitle } from '../../../lib/hooks/use-title.ts'

type Props = {
  error: unknown
  onRetry: () => void
  icon: LucideIcon
  title: string
  text: string
  to: '/artists' | '/albums'
  toLabel: string
}

/** A page whose subject is not there: gone for good, or not loaded. */
export function Missing({ error, onRetry, icon, title, text, to, toLabel }: Props) {
  usePageTitle(title)
  const gone = error === null || (error instanceof ApiError && error.status === 404)
  const action = (
    <Button asChild>
      <Link to={to}>{toLabel}</Link>
    </Button>
  )
  return (
    <Page>
      {gone ? (
        <EmptyState icon={icon} title={title} text={text} action={action} />
      ) : (
        <ErrorState error={error} onRetry={onRetry} />
      )}
    </Page>
  )
}
