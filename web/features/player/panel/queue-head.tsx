import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { useFormat } from '../../../lib/hooks/use-format.ts'
import { usePlayer } from '../state/player.ts'
import { clearWithUndo } from './undo.ts'

/** How much there is, and the way to empty it. */
export function QueueHead() {
  const { t } = useTranslation()
  const format = useFormat()
  const { items, index } = usePlayer((state) => state.queue)
  const left = items.slice(Math.max(0, index)).reduce((sum, item) => sum + item.track.durationMs, 0)
  const size = t('common.tracks', { count: items.length, formatted: format.count(items.length) })
  return (
    <div className="min-w-0 grow">
      <h2 className="display text-lg">{t('player.queue.title')}</h2>
      {items.length > 0 && (
        <p className="flex items-center gap-2 text-sm text-faint">
          <span className="truncate">
            {size} · {format.longDuration(left)}
          </span>
          {items.length > 1 && (
            <Button look="quiet" size="small" onClick={clearWithUndo} className="-my-2">
              {t('player.queue.clear')}
            </Button>
          )}
        </p>
      )}
    </div>
  )
}
