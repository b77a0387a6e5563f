import { CloudOff, RotateCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../controls/button.tsx'
import { Icon } from '../media/icon.tsx'
import { useErrorText } from './error-text.ts'

type Props = { error: unknown; onRetry?: () => void; compact?: boolean }

/** What happened, what was kept, what to do. */
export function ErrorState({ error, onRetry, compact = false }: Props) {
  const { t } = useTranslation()
  const { what, kept } = useErrorText()(error)
  const retry = onRetry && (
    <Button icon={RotateCw} size="small" onClick={onRetry}>
      {t('common.retry')}
    </Button>
  )
  if (compact) {
    return (
      <div role="alert" className="flex flex-wrap items-center gap-3 rounded-card bg-raised px-4 py-3">
        <p className="min-w-0 grow text-sm text-soft">
          <span className="block font-medium text-text">{what}</span>
          {kept}
        </p>
        {retry}
      </div>
    )
  }
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center px-4 py-16 text-center">
      <div className="mb-5 grid size-16 place-items-center rounded-full bg-hover text-danger">
        <Icon icon={CloudOff} size={28} />
      </div>
      <h2 className="display text-lg">{what}</h2>
      {kept && <p className="mt-2 text-base text-soft">{kept}</p>}
      {retry && <div className="mt-6">{retry}</div>}
    </div>
  )
}
