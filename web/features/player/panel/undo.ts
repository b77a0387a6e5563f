import i18next from 'i18next'
import { toast } from '../../../components/overlays/toasts.ts'
import type { QueueItem } from '../queue/queue.ts'
import { playerState, queueControls } from '../state/player.ts'

/** Does something to the queue at once and offers the way back. */
function withUndo(text: string, change: () => void): void {
  const before = playerState().queue
  change()
  toast(text, { action: { label: i18next.t('common.undo'), run: () => queueControls.restore(before) } })
}

export const removeWithUndo = (item: QueueItem): void =>
  withUndo(i18next.t('player.queue.removed', { title: item.track.title }), () => queueControls.remove(item.key))

export const clearWithUndo = (): void => withUndo(i18next.t('player.queue.cleared'), () => queueControls.clear())
