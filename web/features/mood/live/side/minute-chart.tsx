import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../../components/media/icon.tsx'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import { COLORS, type Found, ICONS } from '../../emotions.ts'
import { MINUTE_S, mostOf, type Second, secondsOf } from '../state/minute.ts'
import { useLive } from '../state/store.ts'

const HIGH = 20
/** A run shorter than this has no room for its icon. */
const ICON_S = 5

/** The seconds, taken anew once a second: the chart walks, it does not run. */
function useSeconds(): Second[] {
  const [seconds, setSeconds] = useState<Second[]>([])
  useEffect(() => {
    const look = () => setSeconds(secondsOf(useLive.getState().samples, Date.now()))
    look()
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [])
  return seconds
}

/** Where an emotion begins and holds for a while. */
function runsOf(seconds: readonly Second[]): { found: Found; from: number }[] {
  const runs: { found: Found; from: number; length: number }[] = []
  seconds.forEach((second, index) => {
    const last = runs.at(-1)
    if (second && last?.found === second.found && last.from + last.length === index) last.length += 1
    else if (second) runs.push({ found: second.found, from: index, length: 1 })
  })
  return runs.filter(({ length }) => length >= ICON_S)
}

function Bars({ seconds }: { seconds: readonly Second[] }) {
  return (
    <svg
      viewBox={`0 0 ${MINUTE_S} ${HIGH}`}
      preserveAspectRatio="none"
      className="block h-14 w-full"
      aria-hidden="true"
      focusable="false"
    >
      {seconds.map((second, index) => {
        const high = second ? Math.max(0.18, second.confidence) * HIGH : 0.6
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the minute is what a bar is
            key={index}
            x={index + 0.14}
            width={0.72}
            y={HIGH - high}
            height={high}
            fill={second ? COLORS[second.found] : 'var(--pressed)'}
            opacity={second?.found === 'incierto' ? 0.45 : 1}
          />
        )
      })}
    </svg>
  )
}

/** The last minute, a bar a second: colour and icon say what, height how sure. */
export function MinuteChart() {
  const { t } = useTranslation()
  const format = useFormat()
  const seconds = useSeconds()
  const most = mostOf(seconds)
  const words = most
    ? t('mood.minute.mostly', { emotion: t(`mood.emotions.${most.found}`), figure: format.percent(most.share) })
    : t('mood.minute.nothing')
  return (
    <figure>
      <figcaption className="mb-2 flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="text-sm font-semibold">{t('mood.minute.title')}</span>
        <span className="text-xs text-faint">{words}</span>
      </figcaption>
      <div className="rounded-card bg-raised px-3 pt-2 pb-3">
        <div className="relative h-6">
          {runsOf(seconds).map(({ found, from }) => (
            <span key={from} className="absolute top-0.5 text-soft" style={{ left: `${(from / MINUTE_S) * 100}%` }}>
              <Icon icon={ICONS[found]} size={16} />
            </span>
          ))}
        </div>
        <Bars seconds={seconds} />
      </div>
    </figure>
  )
}
