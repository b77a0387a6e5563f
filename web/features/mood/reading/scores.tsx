import { useTranslation } from 'react-i18next'
import { Icon } from '../../../components/media/icon.tsx'
import { useFormat } from '../../../lib/hooks/use-format.ts'
import { COLORS, ICONS } from '../emotions.ts'
import { scoreList } from './score-list.ts'

/** Every score as a thin bar with its icon, word and figure. */
export function Scores({ scores }: { scores: Readonly<Record<string, number>> }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ul aria-label={t('mood.scores')} className="space-y-2.5">
      {scoreList(scores).map(({ emotion, score }) => (
        <li key={emotion} className="grid grid-cols-[20px_96px_1fr_44px] items-center gap-2.5 text-sm">
          <Icon icon={ICONS[emotion]} size={16} className="text-faint" />
          <span className="truncate text-soft">{t(`mood.emotions.${emotion}`)}</span>
          <span className="h-1.5 overflow-hidden rounded-full bg-pressed">
            <span
              className="block h-full origin-left rounded-full transition-transform"
              style={{ background: COLORS[emotion], transform: `scaleX(${score})` }}
            />
          </span>
          <span className="text-right tabular text-faint">{format.percent(score)}</span>
        </li>
      ))}
    </ul>
  )
}
