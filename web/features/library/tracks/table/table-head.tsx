import clsx from 'clsx'
import { Clock3 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../../components/media/icon.tsx'
import { isFigure } from './cells.tsx'
import { templateOf } from './columns.ts'
import { useColumns } from './view.ts'

/** The names of the columns, in the sticky head of the page. Screen readers find theirs in the table. */
export function TableHead() {
  const { t } = useTranslation()
  const columns = useColumns((state) => state.value)
  return (
    <div
      aria-hidden="true"
      style={{ gridTemplateColumns: templateOf(columns) }}
      className="-mx-2 mt-3 -mb-3 grid h-9 items-center gap-x-3 border-t border-line px-2 text-xs font-medium text-faint max-md:hidden"
    >
      <span className="text-center">#</span>
      <span>{t('library.tracks.columns.title')}</span>
      {columns.map((column) => (
        <span key={column} className={clsx('truncate', isFigure(column) && 'flex justify-end')}>
          {column === 'duration' ? <Icon icon={Clock3} size={14} /> : t(`library.tracks.columns.${column}`)}
        </span>
      ))}
    </div>
  )
}
