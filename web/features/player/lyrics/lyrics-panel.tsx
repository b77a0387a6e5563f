import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { setPanel, usePanels } from '../keys/sheet-state.ts'
import { useCurrentTrack } from '../state/player.ts'
import { LyricsView } from './lyrics-view.tsx'

/** The words: in the place of the queue, beside the page where there is room, over it on narrower screens. */
export function LyricsPanel() {
  const { t } = useTranslation()
  const open = usePanels((panels) => panels.lyrics)
  const track = useCurrentTrack()
  if (!open) return null
  return (
    <aside
      aria-label={t('lyrics.title')}
      onKeyDown={(event) => event.key === 'Escape' && setPanel('lyrics', false)}
      className="fixed top-0 right-0 bottom-20 z-30 flex w-96 max-w-full animate-appear flex-col border-l border-line bg-raised lg:static lg:col-start-3 lg:row-start-1 lg:min-h-0 lg:w-84 xl:w-96"
    >
      <div className="flex min-h-16 items-start gap-2 py-4 pr-3 pl-5">
        <div className="min-w-0 grow">
          <h2 className="display text-lg">{t('lyrics.title')}</h2>
          {track && (
            <p className="truncate text-sm text-faint">
              {track.title} · {track.artistLine}
            </p>
          )}
        </div>
        <IconButton icon={X} label={t('common.close')} tip={false} onClick={() => setPanel('lyrics', false)} />
      </div>
      <LyricsView />
    </aside>
  )
}
