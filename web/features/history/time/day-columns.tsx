import { useTranslation } from 'react-i18next'
import type { HourCounts } from '../../../lib/api/emotions.ts'
import { COLORS, FOUND } from '../../mood/emotions.ts'
import { dayOf } from '../period/period.ts'
import { Panel } from '../summary/panel.tsx'
import { useWords } from '../words.ts'
import { byDay, type Counts, totalOf, weekdayOf } from './hours.ts'

/** The share of each emotion, stacked; how high the whole is says how much was read. */
function Column({ counts, most }: { counts: Counts; most: number }) {
  const total = totalOf(counts)
  return (
    <span className="flex h-full flex-col justify-end">
      <span
        className="flex flex-col-reverse overflow-hidden rounded-sm"
        style={{ height: `${total === 0 ? 0 : Math.max(4, (total / most) * 100)}%` }}
      >
        {FOUND.map((found) => {
          const count = counts.get(found) ?? 0
          return count > 0 && <span key={found} style={{ background: COLORS[found], flexGrow: count }} />
        })}
      </span>
    </span>
  )
}

type Props = { hours: readonly HourCounts[]; days: readonly string[]; onDay: (day: string) => void }

/** The days of a week or a month; each leads to its own strip. */
export function DayColumns({ hours, days, onDay }: Props) {
  const { t } = useTranslation()
  const words = useWords()
  const sums = byDay(hours, days)
  const most = Math.max(1, ...sums.map(({ counts }) => totalOf(counts)))
  const few = days.length <= 7
  const say = (day: string, counts: Counts) => {
    const [top] = [...counts].sort((a, b) => b[1] - a[1])
    const date = words.day((dayOf(day) ?? new Date()).getTime())
    return top
      ? t('history.dayWords', { day: date, emotion: words.emotion(top[0]), count: totalOf(counts) })
      : t('history.dayEmpty', { day: date })
  }
  return (
    <Panel title={t('history.days')} note={t('history.daysHint')}>
      <ul className="flex h-40 gap-1 sm:gap-2">
        {sums.map(({ day, counts }, index) => (
          <li key={day} className="flex min-w-0 flex-1 flex-col">
            <button
              type="button"
              title={say(day, counts)}
              aria-label={say(day, counts)}
              disabled={counts.size === 0}
              onClick={() => onDay(day)}
              className="min-h-0 grow rounded-control px-[8%] pt-1 transition-colors not-disabled:hover:bg-hover"
            >
              <Column counts={counts} most={most} />
            </button>
            <span aria-hidden="true" className="mt-1 h-4 truncate text-center text-xs tabular text-faint">
              {few ? words.weekday(weekdayOf(day)) : index % 5 === 0 ? Number(day.slice(8)) : ''}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
