import { CloudRain, Focus, type LucideIcon, Sun, Waves, Zap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../components/media/icon.tsx'
import { MOODS, type Mood } from '../api.ts'

const ICONS: Readonly<Record<Mood, LucideIcon>> = {
  happy: Sun,
  energetic: Zap,
  calm: Waves,
  focus: Focus,
  sad: CloudRain,
}

/** Music for a mood without any picture. */
export function MoodButtons({ busy, onChoose }: { busy: boolean; onChoose: (mood: Mood) => void }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="moods" className="mt-10">
      <h2 id="moods" className="display text-lg">
        {t('mood.moods.title')}
      </h2>
      <p className="mt-1 text-sm text-faint">{t('mood.moods.text')}</p>
      <div className="mt-4 grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
        {MOODS.map((mood) => (
          <button
            key={mood}
            type="button"
            disabled={busy}
            onClick={() => onChoose(mood)}
            className="flex items-center gap-3 rounded-card bg-raised p-4 text-left transition-colors hover:bg-hover disabled:opacity-60"
          >
            <span className="grid size-10 shrink-0 place-items-center rounded-full bg-hover text-accent-text">
              <Icon icon={ICONS[mood]} />
            </span>
            <span className="min-w-0">
              <span className="block truncate text-sm font-semibold">{t(`mood.moods.${mood}.name`)}</span>
              <span className="block truncate text-xs text-faint">{t(`mood.moods.${mood}.text`)}</span>
            </span>
          </button>
        ))}
      </div>
    </section>
  )
}
