import clsx from 'clsx'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../components/media/icon.tsx'
import type { Statistics } from '../../../lib/api/emotions.ts'
import { useFormat } from '../../../lib/hooks/use-format.ts'
import { ICONS, isFound } from '../../mood/emotions.ts'
import { useWords } from '../words.ts'

type TileProps = { name: string; value: ReactNode; note?: string; wide?: boolean }

function Tile({ name, value, note, wide = false }: TileProps) {
  return (
    <div className={clsx('min-w-0 rounded-card bg-raised px-4 py-3.5', wide && 'max-sm:col-span-2')}>
      <dt className="truncate text-xs font-medium text-faint">{name}</dt>
      <dd className="display mt-1 truncate text-lg tabular">{value}</dd>
      {note && <dd className="truncate text-xs text-faint">{note}</dd>}
    </div>
  )
}

/** The period in five figures. */
export function Tiles({ statistics }: { statistics: Statistics }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  const { dominant_emotion: dominant, longest_emotion_streak: longest } = statistics
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
      <Tile
        wide
        name={t('history.dominant')}
        value={
          dominant === null ? (
            '–'
          ) : (
            <span className="flex items-center gap-2 text-accent-text">
              {isFound(dominant) && <Icon icon={ICONS[dominant]} size={20} className="shrink-0" />}
              <span className="truncate">{words.named(dominant)}</span>
            </span>
          )
        }
      />
      <Tile name={t('history.readings')} value={format.count(statistics.total_detections)} />
      <Tile name={t('history.confidence')} value={format.percent(statistics.average_confidence)} />
      <Tile name={t('history.changes')} value={format.count(statistics.emotion_changes)} />
      <Tile
        name={t('history.longest')}
        value={longest ? words.spell(longest.duration_seconds) : '–'}
        {...(longest && { note: words.named(longest.emotion) })}
      />
    </dl>
  )
}
