import { useTranslation } from 'react-i18next'
import { Icon } from '../../../../components/media/icon.tsx'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import { COLORS, ICONS } from '../../emotions.ts'
import { scoreList } from '../../reading/score-list.ts'
import { useLive } from '../state/store.ts'
import type { Scores } from '../wire/messages.ts'

const NOTHING: Scores = { happy: 0, sad: 0, angry: 0, surprise: 0, disgust: 0, fear: 0, neutral: 0 }
/** One order for good: bars that change places ten times a second cannot be read. */
const ORDER = ['feliz', 'sorprendido', 'neutral', 'triste', 'enojado', 'miedo', 'disgusto'] as const

/** Every score as a bar that moves in its own place. */
export function LiveScores() {
  const { t } = useTranslation()
  const format = useFormat()
  const scores = useLive(({ result }) => result?.detection.scores ?? NOTHING)
  const of = new Map(scoreList(scores).map(({ emotion, score }) => [emotion, score]))
  return (
    <ul aria-label={t('mood.scores')} className="space-y-2">
      {ORDER.map((emotion) => {
        const score = of.get(emotion) ?? 0
        return (
          <li key={emotion} className="grid grid-cols-[20px_96px_1fr_44px] items-center gap-2.5 text-sm">
            <Icon icon={ICONS[emotion]} size={16} className="text-faint" />
            <span className="truncate text-soft">{t(`mood.emotions.${emotion}`)}</span>
            <span className="h-1.5 overflow-hidden rounded-full bg-pressed">
              <span
                className="block h-full origin-left rounded-full transition-transform duration-200"
                style={{ background: COLORS[emotion], transform: `scaleX(${score})` }}
              />
            </span>
            <span className="text-right tabular text-faint">{format.percent(score)}</span>
          </li>
        )
      })}
    </ul>
  )
}
