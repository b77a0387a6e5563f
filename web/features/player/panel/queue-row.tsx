import clsx from 'clsx'
import { ArrowDown, ArrowUp, EllipsisVertical, Trash2 } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { Cover } from '../../../components/media/cover.tsx'
import { ContextMenu, Menu, type MenuGroups } from '../../../components/overlays/menu.tsx'
import { duration } from '../../../lib/format/format.ts'
import { useTrackMenu } from '../menu/use-track-menu.ts'
import type { QueueItem } from '../queue/queue.ts'
import { queueControls } from '../state/player.ts'
import { removeWithUndo } from './undo.ts'

export const ROW_HEIGHT = 60
const DRAG_TYPE = 'application/x-animo-queue'

type Props = { item: QueueItem; index: number; current: boolean; last: boolean }

/** Dragging a row over another one and letting go puts it there. */
function useDrag(index: number) {
  const [over, setOver] = useState(false)
  const mine = (event: DragEvent) => event.dataTransfer.types.includes(DRAG_TYPE)
  return {
    over,
    handlers: {
      draggable: true,
      onDragStart: (event: DragEvent) => event.dataTransfer.setData(DRAG_TYPE, String(index)),
      onDragOver: (event: DragEvent) => {
        if (!mine(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false)
        const from = Number(event.dataTransfer.getData(DRAG_TYPE))
        if (mine(event) && Number.isInteger(from)) queueControls.move(from, index)
      },
    },
  }
}

/** Whose turn the focus is when a row goes. */
function neighbour(button: HTMLElement): HTMLElement | null {
  const row = button.closest('li')
  const rows = [...(row?.parentElement?.children ?? [])].sort(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  )
  const at = row ? rows.indexOf(row) : -1
  return (rows[at + 1] ?? rows[at - 1])?.querySelector('button') ?? null
}

/** Alt with an arrow moves the row, Delete takes it out; the focus goes with it. */
function onRowKey(event: KeyboardEvent<HTMLElement>, { item, index }: Props): void {
  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
  if (event.altKey && step !== 0) queueControls.move(index, index + step)
  else if (event.key === 'Delete') {
    neighbour(event.currentTarget)?.focus()
    removeWithUndo(item)
  } else return
  event.preventDefault()
  event.stopPropagation()
}

function useRowMenu({ item, index, last }: Props): MenuGroups {
  const { t } = useTranslation()
  const [, places = []] = useTrackMenu(item.track)
  return [
    [
      {
        id: 'up',
        label: t('player.queue.up'),
        icon: ArrowUp,
        disabled: index === 0,
        onSelect: () => queueControls.move(index, index - 1),
      },
      {
        id: 'down',
        label: t('player.queue.down'),
        icon: ArrowDown,
        disabled: last,
        onSelect: () => queueControls.move(index, index + 1),
      },
      { id: 'remove', label: t('player.queue.remove'), icon: Trash2, onSelect: () => removeWithUndo(item) },
    ],
    places,
  ]
}

/** Art, title, artist, length; pressed, it plays. */
function Face(props: Props) {
  const { track } = props.item
  const { t } = useTranslation()
  return (
    <button
      type="button"
      aria-current={props.current || undefined}
      aria-label={`${t('common.playName', { name: track.title })}, ${track.artistLine}`}
      onClick={() => queueControls.jump(props.index)}
      onKeyDown={(event) => onRowKey(event, props)}
      className="flex h-full min-w-0 grow items-center gap-3 rounded-control pl-2 text-left -outline-offset-2"
    >
      <Cover
        name={track.albumName || track.title}
        url={track.coverUrl ?? undefined}
        color={track.coverColor}
        size={40}
      />
      <span className="min-w-0 grow">
        <span className={clsx('block truncate text-sm font-medium', props.current ? 'text-accent-text' : 'text-text')}>
          {track.title}
        </span>
        <span className="block truncate text-xs text-faint">{track.artistLine}</span>
      </span>
      <span className="shrink-0 tabular text-xs text-faint">{duration(track.durationMs)}</span>
    </button>
  )
}

export function QueueRow(props: Props) {
  const { t } = useTranslation()
  const menu = useRowMenu(props)
  const { over, handlers } = useDrag(props.index)
  const label = t('player.menu.label', { title: props.item.track.title })
  return (
    <ContextMenu groups={menu}>
      <div
        {...handlers}
        className={clsx(
          'group flex h-15 items-center gap-1 rounded-control pr-1 transition-colors hover:bg-hover',
          over && 'bg-pressed',
          props.current && 'bg-hover',
        )}
      >
        <Face {...props} />
        <Menu groups={menu}>
          <IconButton icon={EllipsisVertical} label={label} size="small" tip={false} />
        </Menu>
      </div>
    </ContextMenu>
  )
}
