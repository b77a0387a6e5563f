import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ScanFace } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { Icon } from '../../components/media/icon.tsx'
import { useFormat } from '../../lib/hooks/use-format.ts'
import { COLORS, ICONS, isFound } from '../mood/emotions.ts'
import { lastEmotionQuery } from './queries.ts'

/** The mark, large: a wave that is a smile. */
function Drawing() {
  return (
    <svg
      viewBox="0 0 420 180"
      className="absolute top-0 right-0 h-full mask-l-from-50% max-md:hidden"
      aria-hidden="true"
      focusable="false"
    >
      {[0, 1, 2, 3, 4, 5, 6].map((line) => (
        <path
          key={line}
          d={`M${-20 + line * 10} ${48 + line * 14} C 70 ${175 + line * 8}, 165 ${190 + line * 6}, 225 ${98 + line * 9} S 340 ${46 + line * 12}, 440 ${20 + line * 15}`}
          fill="none"
          stroke="var(--accent)"
          strokeWidth={line === 0 ? 5 : 1.5}
          strokeLinecap="round"
          opacity={line === 0 ? 0.95 : 0.45 - line * 0.055}
        />
      ))}
    </svg>
  )
}

/** What was read last, where a history is kept. A failure here is no news for the home page. */
function Last() {
  const { t } = useTranslation()
  const format = useFormat()
  const { data: last } = useQuery(lastEmotionQuery)
  if (!last || !isFound(last.clase_detallada)) return null
  const found = last.clase_detallada
  return (
    <Link
      to="/history"
      title={format.fullDate(last.timestamp)}
      className="inline-flex h-10 items-center gap-2 rounded-full bg-hover px-3.5 text-sm text-soft transition-colors hover:bg-pressed hover:text-text"
    >
      <span className="size-2 shrink-0 rounded-full" style={{ background: COLORS[found] }} />
      <Icon icon={ICONS[found]} size={16} />
      {t('home.mood.last', { emotion: t(`mood.emotions.${found}`), ago: format.ago(last.timestamp) })}
    </Link>
  )
}

/** The way to the face. */
export function MoodCard() {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="mood-card" className="relative overflow-hidden rounded-card bg-raised p-6 md:p-8">
      <Drawing />
      <div className="relative max-w-md">
        <h2 id="mood-card" className="display text-xl">
          {t('home.mood.title')}
        </h2>
        <p className="mt-2 text-base text-soft">{t('home.mood.text')}</p>
        <div className="mt-5 flex flex-wrap items-center gap-3">
          <Button asChild look="primary">
            <Link to="/mood">
              <Icon icon={ScanFace} size={18} />
              {t('home.mood.action')}
            </Link>
          </Button>
          <Last />
        </div>
      </div>
    </section>
  )
}
