import { Heart, ListEnd, ListStart, Play, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/controls/button.tsx'
import { IconButton } from '../../../../components/controls/icon-button.tsx'
import { useErrorText } from '../../../../components/feedback/error-text.ts'
import { toast } from '../../../../components/overlays/toasts.ts'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import { keepAll } from '../../../favorites/use-favorite.ts'
import { useQueueing } from '../../../player/menu/use-track-menu.ts'
import { fromOverview } from '../../../player/queue/track.ts'
import { queueControls } from '../../../player/state/player.ts'
import type { Row } from '../table/group.ts'

type Props = { rows: readonly Row[]; onDone: () => void }

function useActions({ rows, onDone }: Props) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const queueing = useQueueing()
  const tracks = rows.map((row) => fromOverview(row.item)).filter((track) => track.streamUrl !== null)
  const then = (act: () => void) => () => {
    act()
    onDone()
  }
  const keep = () => {
    const ids = rows.flatMap((row) => row.ids)
    keepAll('track', ids, true)
      .then(() => toast(t('library.tracks.kept', { count: rows.length })))
      .catch((error: unknown) => toast(errorText(error).what, { tone: 'bad' }))
  }
  return {
    none: tracks.length === 0,
    play: then(() => queueControls.start(tracks, 0, { source: 'tracks' })),
    playNext: then(() => queueing.playNext(tracks)),
    add: then(() => queueing.add(tracks)),
    keep: then(keep),
  }
}

/** What can be done with the chosen tracks; slides up while there are any. */
export function ActionBar({ rows, onDone }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions({ rows, onDone })
  if (rows.length === 0) return null
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-[calc(var(--player-height)+var(--bottom-bar-height)+16px)] z-30 flex justify-center px-4 lg:left-58">
      <section
        aria-label={t('library.tracks.selection')}
        className="pointer-events-auto flex max-w-full animate-rise items-center gap-1 rounded-full border border-line bg-raised py-1.5 pr-1.5 pl-5"
      >
        <p role="status" className="mr-2 tabular text-sm font-medium whitespace-nowrap">
          {t('library.tracks.selected', { count: rows.length, formatted: format.count(rows.length) })}
        </p>
        <Button
          look="primary"
          size="small"
          icon={Play}
          disabled={actions.none}
          onClick={actions.play}
          className="max-sm:[&>span]:sr-only"
        >
          <span>{t('common.play')}</span>
        </Button>
        <IconButton
          icon={ListStart}
          label={t('player.menu.playNext')}
          disabled={actions.none}
          onClick={actions.playNext}
        />
        <IconButton icon={ListEnd} label={t('player.menu.add')} disabled={actions.none} onClick={actions.add} />
        <IconButton icon={Heart} label={t('player.favorite.add')} onClick={actions.keep} />
        <IconButton icon={X} label={t('library.tracks.clearSelection')} keys="Esc" onClick={onDone} />
      </section>
    </div>
  )
}
