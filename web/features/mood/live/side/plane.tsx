import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import { useLive } from '../state/store.ts'
import { freshness, type TrailPoint } from '../state/trail.ts'
import { useSlow } from '../state/use-slow.ts'

const [WIDE, HIGH, EDGE] = [160, 78, 8]
const placeX = ({ valence }: TrailPoint) => EDGE + valence * (WIDE - 2 * EDGE)
const placeY = ({ energy }: TrailPoint) => HIGH - EDGE - energy * (HIGH - 2 * EDGE)

/** The way here: each step fainter the longer ago it was. */
function Trail({ trail }: { trail: readonly TrailPoint[] }) {
  const now = trail.at(-1)?.at ?? 0
  return trail.slice(1).map((point, index) => {
    const from = trail[index] ?? point
    return (
      <line
        key={point.at}
        x1={placeX(from)}
        y1={placeY(from)}
        x2={placeX(point)}
        y2={placeY(point)}
        stroke="var(--accent)"
        strokeWidth="1"
        opacity={freshness(from, now) * 0.65}
      />
    )
  })
}

const CORNERS = [
  ['tense', 'top-2.5 left-3'],
  ['excited', 'top-2.5 right-3'],
  ['down', 'bottom-2.5 left-3'],
  ['calm', 'bottom-2.5 right-3'],
] as const

/** Where the mood is now. */
function Dot({ here }: { here: TrailPoint }) {
  return (
    <g style={{ transform: `translate(${placeX(here)}px, ${placeY(here)}px)` }} className="transition-transform">
      <circle r="5" fill="var(--accent)" opacity="0.22" />
      <circle r="2.4" fill="var(--accent)" stroke="var(--raised)" strokeWidth="0.8" />
    </g>
  )
}

/** The mood as a place: cheer from left to right, energy from bottom to top, with a trail that fades. */
export function MoodPlane() {
  const { t } = useTranslation()
  const format = useFormat()
  const trail = useLive((state) => state.trail)
  const here = trail.at(-1)
  const words = useSlow(
    here
      ? t('mood.plane.at', { valence: format.percent(here.valence), energy: format.percent(here.energy) })
      : t('mood.plane.nothing'),
    4000,
  )
  return (
    <figure>
      <figcaption className="mb-2 text-sm font-semibold">{t('mood.plane.title')}</figcaption>
      <div role="img" aria-label={words} className="relative overflow-hidden rounded-card bg-raised">
        <svg viewBox={`0 0 ${WIDE} ${HIGH}`} className="block w-full" aria-hidden="true" focusable="false">
          <path
            d={`M${WIDE / 2} ${EDGE}V${HIGH - EDGE}M${EDGE} ${HIGH / 2}H${WIDE - EDGE}`}
            stroke="var(--line)"
            strokeWidth="0.4"
          />
          <Trail trail={trail} />
          {here && <Dot here={here} />}
        </svg>
        {CORNERS.map(([name, place]) => (
          <span key={name} className={`absolute text-xs text-faint ${place}`}>
            {t(`mood.plane.${name}`)}
          </span>
        ))}
      </div>
    </figure>
  )
}
