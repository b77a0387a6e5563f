import { ChartBar, ChartPie } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Segmented } from '../../../components/choices/segmented.tsx'
import { Icon } from '../../../components/media/icon.tsx'
import type { Statistics } from '../../../lib/api/emotions.ts'
import { useFormat } from '../../../lib/hooks/use-format.ts'
import { COLORS, ICONS } from '../../mood/emotions.ts'
import { useWords } from '../words.ts'
import { Panel } from './panel.tsx'
import { arcsOf, type Share, sharesOf } from './shares.ts'

const RADIUS = 38
const AROUND = 2 * Math.PI * RADIUS
/** A hair of ground between two arcs. */
const GAP = 0.006

/** The shares as a ring; the table beside it holds the words. */
function Ring({ shares }: { shares: readonly Share[] }) {
  const gap = shares.length > 1 ? GAP : 0
  return (
    <svg viewBox="0 0 100 100" className="mx-auto size-44 -rotate-90" aria-hidden="true" focusable="false">
      {arcsOf(shares).map(({ found, from, share }) => (
        <circle
          key={found}
          cx="50"
          cy="50"
          r={RADIUS}
          fill="none"
          stroke={COLORS[found]}
          strokeWidth="13"
          strokeDasharray={`${Math.max(0.002, share - gap) * AROUND} ${AROUND}`}
          strokeDashoffset={-from * AROUND}
        />
      ))}
    </svg>
  )
}

function Row({ found, count, share, bar }: Share & { bar: boolean }) {
  const format = useFormat()
  const words = useWords()
  return (
    <tr className="h-9">
      <th scope="row" className="pr-3 text-left font-normal whitespace-nowrap">
        <span className="flex items-center gap-2.5">
          <span className="size-2 shrink-0 rounded-full" style={{ background: COLORS[found] }} />
          <Icon icon={ICONS[found]} size={16} className="shrink-0 text-faint" />
          <span className="text-soft">{words.emotion(found)}</span>
        </span>
      </th>
      {bar && (
        <td aria-hidden="true" className="w-full">
          <span className="block h-1.5 overflow-hidden rounded-full bg-pressed">
            <span
              className="block h-full origin-left rounded-full"
              style={{ background: COLORS[found], transform: `scaleX(${share})` }}
            />
          </span>
        </td>
      )}
      <td className="pl-4 text-right tabular text-soft">{format.count(count)}</td>
      <td className="pl-4 text-right tabular text-faint">{format.percent(share)}</td>
    </tr>
  )
}

type Look = 'bars' | 'ring'

/** How often each emotion was read: bars or a ring, always with the figures in a table. */
export function Distribution({ statistics }: { statistics: Statistics }) {
  const { t } = useTranslation()
  const [look, setLook] = useState<Look>('bars')
  const shares = sharesOf(statistics)
  const choices = [
    { value: 'bars' as const, label: t('history.bars'), icon: ChartBar },
    { value: 'ring' as const, label: t('history.ring'), icon: ChartPie },
  ]
  return (
    <Panel
      title={t('history.distribution')}
      action={<Segmented label={t('history.look')} value={look} choices={choices} onChange={setLook} />}
    >
      <div className={look === 'ring' ? 'grid items-center gap-6 sm:grid-cols-[auto_1fr]' : ''}>
        {look === 'ring' && <Ring shares={shares} />}
        <table className="w-full text-sm">
          <caption className="sr-only">{t('history.distribution')}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('history.emotion')}</th>
              {look === 'bars' && <td />}
              <th scope="col">{t('history.readings')}</th>
              <th scope="col">{t('history.share')}</th>
            </tr>
          </thead>
          <tbody>
            {shares.map((share) => (
              <Row key={share.found} {...share} bar={look === 'bars'} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
