import clsx from 'clsx'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../components/media/icon.tsx'
import { COLORS, EMOTIONS, type Emotion, ICONS } from '../emotions.ts'

type Props = { label: string; value: Emotion | null; onChange: (emotion: Emotion) => void }

/** The eight emotions to pick from: the person knows better than the reading. */
export function ChooseEmotion({ label, value, onChange }: Props) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that act at once, not fields of a form
    <div role="group" aria-label={label} className="grid grid-cols-2 gap-2 sm:grid-cols-4 lg:grid-cols-2">
      {EMOTIONS.map((emotion) => (
        <button
          key={emotion}
          type="button"
          aria-pressed={emotion === value}
          onClick={() => onChange(emotion)}
          className={clsx(
            'flex h-11 items-center gap-2 rounded-control px-3 text-sm font-medium transition-colors',
            emotion === value ? 'bg-text text-page' : 'bg-hover text-text hover:bg-pressed',
          )}
        >
          <span className="size-2 shrink-0 rounded-full" style={{ background: COLORS[emotion] }} />
          <Icon icon={ICONS[emotion]} size={18} className="shrink-0 opacity-70" />
          <span className="truncate">{t(`mood.emotions.${emotion}`)}</span>
        </button>
      ))}
    </div>
  )
}
