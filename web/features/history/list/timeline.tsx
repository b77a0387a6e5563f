import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { Icon } from '../../../components/media/icon.tsx'
import type { TimelineEntry } from '../../../lib/api/emotions.ts'
import { useFormat } from '../../../lib/hooks/use-format.ts'
import { COLORS, ICONS } from '../../mood/emotions.ts'
import { Panel } from '../summary/panel.tsx'
import { useWords } from '../words.ts'
import { type Stretch, stretchesOf } from './group.ts'

function Row({ stretch, dated }: { stretch: Stretch; dated: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  const { found, source, from, to, count, confidence } = stretch
  const seconds = (to - from) / 1000
  return (
    <li className="grid min-h-12 grid-cols-[88px_minmax(0,1fr)_auto] items-center gap-3 py-2 text-sm [contain-intrinsic-size:auto_48px] [content-visibility:auto] sm:grid-cols-[180px_minmax(0,1fr)_auto_170px_44px]">
      <time
        dateTime={new Date(from).toISOString()}
        title={format.fullDate(new Date(from).toISOString())}
        className="tabular text-faint"
      >
        {dated && <span className="max-sm:block">{words.day(from)} </span>}
        {words.exact(from)}
      </time>
      <span className="flex min-w-0 items-center gap-2.5">
        <span className="size-2 shrink-0 rounded-full" style={{ background: COLORS[found] }} />
        <Icon icon={ICONS[found]} size={16} className="shrink-0 text-faint" />
        <span className="truncate font-medium">{words.emotion(found)}</span>
        {seconds >= 1 && <span className="shrink-0 text-xs text-faint">{words.spell(seconds)}</span>}
      </span>
      <span className="text-xs tabular text-faint max-sm:hidden">
        {t('history.count', { count, formatted: format.count(count) })}
      </span>
      <span className="truncate text-xs text-faint max-sm:hidden">{t(`history.source.${source}`)}</span>
      <span className="text-right tabular text-soft">{format.percent(confidence)}</span>
    </li>
  )
}

type Props = {
  entries: readonly TimelineEntry[]
  /** Several days: each line says its day too. */
  dated: boolean
  more: boolean
  busy: boolean
  onMore: () => void
}

/** Every reading, newest first, what belongs together in one line. Lines out of sight cost nothing. */
export function Timeline({ entries, dated, more, busy, onMore }: Props) {
  const { t } = useTranslation()
  return (
    <Panel title={t('history.timeline')} note={t('history.timelineHint')}>
      {entries.length === 0 ? (
        <p className="text-sm text-soft">{t('history.noneOfThese')}</p>
      ) : (
        <ol className="-my-2 divide-y divide-line">
          {stretchesOf(entries).map((stretch) => (
            <Row key={`${stretch.to} ${stretch.found} ${stretch.source}`} stretch={stretch} dated={dated} />
          ))}
        </ol>
      )}
      {more && (
        <Button busy={busy} onClick={onMore} className="mt-4">
          {t('history.more')}
        </Button>
      )}
    </Panel>
  )
}
