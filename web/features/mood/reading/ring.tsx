import { useTranslation } from 'react-i18next'
import { Icon } from '../../../components/media/icon.tsx'
import { useFormat } from '../../../lib/hooks/use-format.ts'
import { type Found, ICONS } from '../emotions.ts'

const RADIUS = 44
const AROUND = 2 * Math.PI * RADIUS

/** How sure the reading is, as a ring around the emotion's icon; `share` null draws it without a figure. */
export function Ring({ emotion, share }: { emotion: Found; share: number | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const figure = share === null ? null : format.percent(share)
  return (
    <div className="relative size-28 shrink-0">
      <svg viewBox="0 0 100 100" className="size-full -rotate-90" aria-hidden="true" focusable="false">
        <circle cx="50" cy="50" r={RADIUS} fill="none" stroke="var(--pressed)" strokeWidth="7" />
        <circle
          cx="50"
          cy="50"
          r={RADIUS}
          fill="none"
          stroke="var(--accent)"
          strokeWidth="7"
          strokeLinecap="round"
          strokeDasharray={`${AROUND * (share ?? 1)} ${AROUND}`}
        />
      </svg>
      <div className="absolute inset-0 grid place-content-center justify-items-center gap-0.5 text-accent-text">
        <Icon icon={ICONS[emotion]} size={figure === null ? 36 : 30} />
        {figure !== null && (
          <span className="tabular text-sm font-semibold text-text">
            <span aria-hidden="true">{figure}</span>
            <span className="sr-only">{t('mood.sure', { figure })}</span>
          </span>
        )}
      </div>
    </div>
  )
}
