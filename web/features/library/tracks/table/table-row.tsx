import clsx from 'clsx'
import { type KeyboardEvent, type MouseEvent, memo } from 'react'
import { ContextMenu, type MenuGroups } from '../../../../components/overlays/menu.tsx'
import { useTrackMenu } from '../../../player/menu/use-track-menu.ts'
import { fromOverview, type PlayerTrack } from '../../../player/queue/track.ts'
import { Box } from '../../track-list/box.tsx'
import { fromControl, isTap } from '../../track-list/roving.ts'
import { RowMenu } from '../../track-list/row-parts.tsx'
import { RowCheck } from '../select/row-check.tsx'
import { Cell, isFigure } from './cells.tsx'
import { type Column, templateOf } from './columns.ts'
import type { Row } from './group.ts'
import { GroupHeart, TitleCell } from './title-cell.tsx'

export type RowHandlers = {
  onPlay: (id: number) => void
  onActive: (index: number) => void
  onSelect: (id: number, range: boolean) => void
}
type Props = RowHandlers & {
  row: Row
  index: number
  columns: readonly Column[]
  phone: boolean
  current: boolean
  active: boolean
  selected: boolean
  selecting: boolean
}

function useRowEvents({ row, track, onPlay, onSelect, selecting }: Props & { track: PlayerTrack }) {
  const id = row.item.track_id
  const play = () => {
    if (track.streamUrl !== null) onPlay(id)
  }
  return {
    play,
    onKeyDown: (event: KeyboardEvent) => {
      if (fromControl(event)) return
      if (event.key === 'Enter') play()
      else if (event.key === ' ') onSelect(id, event.shiftKey)
      else return
      event.preventDefault()
    },
    onClick: (event: MouseEvent) => {
      if (fromControl(event)) return
      if (event.shiftKey || event.ctrlKey || event.metaKey || (selecting && isTap(event))) onSelect(id, event.shiftKey)
      else if (isTap(event)) play()
    },
    onDoubleClick: (event: MouseEvent) => {
      if (!fromControl(event) && !event.shiftKey && !event.ctrlKey && !event.metaKey) play()
    },
  }
}

type CellsProps = Props & { track: PlayerTrack; menu: MenuGroups; onStart: () => void }

function Cells({ row, index, columns, phone, current, active, selected, selecting, onSelect, ...rest }: CellsProps) {
  const { track, menu, onStart } = rest
  const tabIndex = active ? 0 : -1
  const check = { title: track.title, checked: selected, selecting, tabIndex }
  const title = { row, track, current, tabIndex, onPlay: onStart }
  return (
    <>
      {(!phone || selecting) && (
        <Box as="gridcell">
          <RowCheck
            {...check}
            number={phone ? '' : String(index + 1)}
            onToggle={(range) => onSelect(track.id, range)}
          />
        </Box>
      )}
      <TitleCell {...title} withArtist={phone || !columns.includes('artist')} />
      {(phone ? [] : columns).map((column) => (
        <Box
          key={column}
          as="gridcell"
          className={clsx('truncate text-sm text-soft', isFigure(column) && 'text-right tabular text-faint')}
        >
          <Cell column={column} item={row.item} track={track} tabIndex={tabIndex} />
        </Box>
      ))}
      {!phone && (
        <Box as="gridcell">
          <GroupHeart row={row} tabIndex={tabIndex} />
        </Box>
      )}
      <Box as="gridcell">
        <RowMenu title={track.title} groups={menu} tabIndex={tabIndex} />
      </Box>
    </>
  )
}

/** A line of the table, or of the list on a phone. */
export const TableRow = memo(function TableRow(props: Props) {
  const { row, index, columns, phone, current, active, selected, selecting, onActive } = props
  const track = fromOverview(row.item)
  const { play, ...events } = useRowEvents({ ...props, track })
  const menu = useTrackMenu(track)
  const template = phone ? (selecting ? '40px 1fr 32px' : '1fr 32px') : templateOf(columns)
  return (
    <ContextMenu groups={menu}>
      <Box
        {...events}
        as="row"
        data-row={index}
        tabIndex={active ? 0 : -1}
        aria-rowindex={index + 2}
        aria-selected={selected}
        aria-current={current || undefined}
        onFocus={() => onActive(index)}
        style={{ gridTemplateColumns: template }}
        className={clsx(
          'group/row grid h-14 items-center gap-x-3 rounded-control px-2 -outline-offset-2 transition-colors select-none',
          selected ? 'bg-pressed' : current ? 'bg-raised hover:bg-hover' : 'hover:bg-hover',
        )}
      >
        <Cells {...props} track={track} menu={menu} onStart={play} />
      </Box>
    </ContextMenu>
  )
})
