import { useVirtualizer } from '@tanstack/react-virtual'
import { ListMusic } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../components/feedback/empty-state.tsx'
import type { Queue } from '../queue/queue.ts'
import { usePlayer } from '../state/player.ts'
import { QueueRow, ROW_HEIGHT } from './queue-row.tsx'

/** The rows in view, beginning with what plays. */
function useRows({ items, index }: Queue) {
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (at) => items[at]?.key ?? at,
    overscan: 6,
  })
  const opened = useRef(false)
  useEffect(() => {
    if (opened.current || index < 0) return
    opened.current = true
    rows.scrollToIndex(Math.max(0, index - 1), { align: 'start' })
  }, [index, rows])
  return { scroller, rows }
}

/** The whole queue; only what is in view exists. */
export function QueueList() {
  const { t } = useTranslation()
  const queue = usePlayer((state) => state.queue)
  const { scroller, rows } = useRows(queue)
  const { items, index } = queue
  if (items.length === 0) {
    return <EmptyState icon={ListMusic} title={t('player.queue.empty')} text={t('player.queue.emptyText')} />
  }
  const last = items.length - 1
  return (
    <div ref={scroller} className="min-h-0 grow overflow-y-auto px-2 pb-4">
      <ol aria-label={t('player.queue.title')} className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index: at, start }) => {
          const item = items[at]
          if (!item) return null
          return (
            <li
              key={item.key}
              aria-posinset={at + 1}
              aria-setsize={items.length}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start}px)` }}
            >
              <QueueRow item={item} index={at} current={at === index} last={at === last} />
            </li>
          )
        })}
      </ol>
    </div>
  )
}
