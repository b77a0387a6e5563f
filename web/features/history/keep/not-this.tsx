import { Info } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../components/media/icon.tsx'

const POINTS = ['feeling', 'use', 'yours', 'accuracy'] as const

/** What a history of expressions is not, in plain words. */
export function NotThis() {
  const { t } = useTranslation()
  return (
    <aside aria-label={t('history.not.title')} className="rounded-card border border-line p-5">
      <h2 className="flex items-center gap-2.5 text-base font-semibold">
        <Icon icon={Info} size={18} className="text-accent-text" />
        {t('history.not.title')}
      </h2>
      <ul className="mt-3 max-w-3xl list-disc space-y-1.5 pl-5 text-sm text-soft marker:text-faint">
        {POINTS.map((point) => (
          <li key={point}>{t(`history.not.${point}`)}</li>
        ))}
      </ul>
    </aside>
  )
}
