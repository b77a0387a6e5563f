import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { setPanel, usePanels } from '../keys/sheet-state.ts'
import { QueueHead } from './queue-head.tsx'
import { QueueList } from './queue-list.tsx'

/** The queue: beside the page where there is room, over it on narrower screens. */
export function QueuePanel() {
  const { t } = useTranslation()
  const open = usePanels((panels) => panels.queue)
  if (!open) return null
  return (
    <aside
      aria-label={t('player.queue.title')}
      onKeyDown={(event) => event.key === 'Escape' && setPanel('queue', false)}
      className="fixed top-0 right-0 bottom-20 z-30 flex w-96 max-w-full animate-appear flex-col border-l border-line bg-raised lg:static lg:col-start-3 lg:row-start-1 lg:min-h-0 lg:w-84 xl:w-96"
    >
      <div className="flex min-h-16 items-start gap-2 py-4 pr-3 pl-5">
        <QueueHead />
        <IconButton icon={X} label={t('common.close')} tip={false} onClick={() => setPanel('queue', false)} />
      </div>
      <QueueList />
      <p className="border-t border-line px-5 py-2.5 text-xs text-faint">{t('player.queue.hint')}</p>
    </aside>
  )
}
