import { useTranslation } from 'react-i18next'
import { useLive } from '../state/store.ts'

const RADIUS = 46
const AROUND = 2 * Math.PI * RADIUS

/** A ring that fills while the resting face is learnt. */
export function Calibrating() {
  const { t } = useTranslation()
  const { state, progress } = useLive((live) => live.calibration)
  if (state !== 'running') return null
  return (
    <div
      role="progressbar"
      aria-label={t('mood.live.relax')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(progress * 100)}
      className="absolute inset-0 grid animate-appear place-items-center bg-black/30"
    >
      <div className="relative size-[min(70%,17rem)] [aspect-ratio:1]">
        <svg viewBox="0 0 100 100" className="size-full -rotate-90" aria-hidden="true" focusable="false">
          <circle cx="50" cy="50" r={RADIUS} fill="none" stroke="rgb(255 255 255 / 0.25)" strokeWidth="2.5" />
          <circle
            cx="50"
            cy="50"
            r={RADIUS}
            fill="none"
            stroke="#fff"
            strokeWidth="2.5"
            strokeLinecap="round"
            strokeDasharray={`${AROUND * Math.min(1, progress)} ${AROUND}`}
          />
        </svg>
        <p className="absolute inset-x-0 bottom-[14%] px-6 text-center text-base font-semibold text-white [text-shadow:0_1px_6px_rgb(0_0_0/0.8)]">
          {t('mood.live.relax')}
        </p>
      </div>
    </div>
  )
}
