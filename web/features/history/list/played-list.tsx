import { ListMusic } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../components/media/icon.tsx'
import type { Played } from '../../../lib/api/emotions.ts'
import { useFormat } from '../../../lib/hooks/use-format.ts'
import { Panel } from '../summary/panel.tsx'
import { useWords } from '../words.ts'

/** The music that was playing, by the mood it was started for. */
export function PlayedList({ played }: { played: readonly Played[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  return (
    <Panel title={t('history.played')}>
      {played.length === 0 && <p className="text-sm text-soft">{t('history.nothingPlayed')}</p>}
      <ul className="-my-2 divide-y divide-line">
        {played.map((one) => (
          <li key={`${one.playlist_id} ${one.played_at}`} className="flex min-h-12 items-center gap-3 py-2 text-sm">
            <Icon icon={ListMusic} size={18} className="shrink-0 text-faint" />
            <span className="min-w-0 grow">
              <span className="block truncate font-medium">{one.playlist_name}</span>
              <span className="block truncate text-xs text-faint">{words.named(one.emotion)}</span>
            </span>
            <time dateTime={one.played_at} title={format.fullDate(one.played_at)} className="text-xs text-faint">
              {format.ago(one.played_at)}
            </time>
            <span className="w-16 text-right tabular text-soft">{words.spell(one.duration_minutes * 60)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
