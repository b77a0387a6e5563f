import { useTranslation } from 'react-i18next'
import type { HourCounts } from '../../../lib/api/emotions.ts'
import { COLORS } from '../../mood/emotions.ts'
import { Panel } from '../summary/panel.tsx'
import { useWords } from '../words.ts'
import { type Cell, heatOf } from './hours.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
/** The faintest cell that still shows. */
const FAINTEST = 0.25

function useCellWords() {
  const { t } = useTranslation()
  const words = useWords()
  return (weekday: number, hour: number, { total, most }: Cell) =>
    most === null
      ? ''
      : t('history.cell', {
          day: words.weekday(weekday),
          hour: String(hour),
          emotion: words.emotion(most),
          count: total,
        })
}

function Square({ cell, words, most }: { cell: Cell; words: string; most: number }) {
  if (cell.most === null) return <span className="block h-5 rounded-[3px] bg-hover" />
  const strength = FAINTEST + (1 - FAINTEST) * Math.sqrt(cell.total / most)
  return (
    <span
      title={words}
      className="block h-5 rounded-[3px]"
      style={{ background: COLORS[cell.most], opacity: strength }}
    >
      <span className="sr-only">{words}</span>
    </span>
  )
}

/** Every sixth hour under the map. */
function HourLine() {
  return (
    <tfoot aria-hidden="true">
      <tr>
        <td />
        {HOURS.map((hour) => (
          <td key={hour} className="pt-1 text-center tabular">
            {hour % 6 === 0 ? hour : ''}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

/** When in the week faces were read: colour says what was most, strength how much. */
export function HeatMap({ hours }: { hours: readonly HourCounts[] }) {
  const { t } = useTranslation()
  const words = useWords()
  const say = useCellWords()
  const rows = heatOf(hours)
  const most = Math.max(1, ...rows.flat().map(({ total }) => total))
  return (
    <Panel title={t('history.heat')} note={t('history.heatHint')}>
      <table className="w-full table-fixed border-separate border-spacing-[2px] text-xs text-faint">
        <caption className="sr-only">{t('history.heat')}</caption>
        <colgroup>
          <col className="w-10" />
          {HOURS.map((hour) => (
            <col key={hour} />
          ))}
        </colgroup>
        <tbody>
          {rows.map((row, weekday) => (
            <tr key={words.weekday(weekday)}>
              <th scope="row" className="truncate pr-1 text-left font-medium">
                {words.weekday(weekday)}
              </th>
              {row.map((cell, hour) => (
                <td key={HOURS[hour]} className="p-0">
                  <Square cell={cell} words={say(weekday, hour, cell)} most={most} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <HourLine />
      </table>
    </Panel>
  )
}
