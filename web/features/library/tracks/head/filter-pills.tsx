import clsx from 'clsx'
import { useTranslation } from 'react-i18next'
import type { OverviewPage } from '../../../../lib/api/models.ts'
import { useFormat } from '../../../../lib/hooks/use-format.ts'

type Summary = NonNullable<OverviewPage['summary']>

/** Every filter with the figure of the summary that counts it. */
export const FILTERS = ['all', 'favorites', 'hasFile', 'missingFile', 'withLink', 'noLink'] as const
export type Filter = (typeof FILTERS)[number]
const COUNTS: Readonly<Record<Filter, keyof Summary>> = {
  all: 'total',
  favorites: 'favorites',
  hasFile: 'with_file',
  missingFile: 'missing_file',
  withLink: 'with_link',
  noLink: 'missing_link',
}

type Props = { value: Filter; summary: Summary | undefined; onChange: (filter: Filter) => void }

/** Which tracks are shown, each choice with its number. */
export function FilterPills({ value, summary, onChange }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that filter, not fields of a form
    <div
      role="group"
      aria-label={t('library.tracks.filters.label')}
      className="no-scrollbar -mx-4 flex gap-1.5 overflow-x-auto px-4 py-1 md:-mx-1 md:px-1"
    >
      {FILTERS.map((filter) => (
        <button
          key={filter}
          type="button"
          aria-pressed={filter === value}
          onClick={() => onChange(filter)}
          className={clsx(
            'inline-flex h-8 shrink-0 items-center gap-2 rounded-full px-3 text-sm font-medium transition-colors',
            filter === value ? 'bg-text text-page' : 'bg-hover text-soft hover:bg-pressed hover:text-text',
          )}
        >
          {t(`library.tracks.filters.${filter}`)}
          <span className="min-w-3 tabular text-xs opacity-70">
            {summary ? format.count(summary[COUNTS[filter]]) : '·'}
          </span>
        </button>
      ))}
    </div>
  )
}
