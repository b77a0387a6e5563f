import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePhone } from '../../../../lib/hooks/use-media.ts'
import { useCurrentTrackId } from '../../../player/state/player.ts'
import { usePlace } from '../../grid/use-grid.ts'
import { Box } from '../../track-list/box.tsx'
import { useRoving } from '../../track-list/roving.ts'
import { RowsSkeleton } from '../../track-list/rows-skeleton.tsx'
import type { Selection } from '../select/selection.ts'
import type { Row } from './group.ts'
import { type RowHandlers, TableRow } from './table-row.tsx'
import { useColumns } from './view.ts'

const ROW_HEIGHT = 56
const OVERSCAN = 10
/** Rows left below the window when the next page is asked for. */
const AHEAD = 60
/** Rows of the coming page that stand at the end as skeletons. */
const WAITING = 3
/** The sticky head covers this much: a focused row must not hide under it. */
const COVERED = 190

type Props = Omit<RowHandlers, 'onActive'> & {
  rows: readonly Row[]
  total: number
  selection: Selection
  selecting: boolean
  more: boolean
  loadMore: () => void
  onSelectAll: () => void
  onClear: () => void
}

/** Control-A chooses all, Escape none. */
function onTableKey(event: KeyboardEvent, { onSelectAll, onClear, selection }: Props): void {
  if (event.key === 'Escape' && selection.ids.size > 0) onClear()
  else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') onSelectAll()
  else return
  event.preventDefault()
}

function useRows({ rows, more, loadMore }: Props) {
  const { ref, top } = usePlace()
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => document.getElementById('page'),
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: top,
    scrollPaddingStart: COVERED,
    getItemKey: (index) => rows[index]?.item.track_id ?? index,
  })
  const lines = virtualizer.getVirtualItems()
  const last = lines.at(-1)?.index ?? 0
  useEffect(() => {
    if (more && last >= rows.length - AHEAD) loadMore()
  }, [more, last, rows.length, loadMore])
  return { ref, top, virtualizer, lines }
}

/** The names of the columns for screen readers; the ones on the screen stand in the page's sticky head. */
function SpokenHead() {
  const { t } = useTranslation()
  const columns = useColumns((state) => state.value)
  return (
    <Box as="row" aria-rowindex={1} className="sr-only">
      <Box as="columnheader">{t('library.tracks.selection')}</Box>
      <Box as="columnheader">{t('library.tracks.columns.title')}</Box>
      {columns.map((column) => (
        <Box key={column} as="columnheader">
          {t(`library.tracks.columns.${column}`)}
        </Box>
      ))}
    </Box>
  )
}

/** The same functions for every draw, so that a row is drawn anew only when something of its own has changed. */
function useStable({ onPlay, onSelect }: Omit<RowHandlers, 'onActive'>) {
  const latest = useRef({ onPlay, onSelect })
  latest.current = { onPlay, onSelect }
  return useRef<Omit<RowHandlers, 'onActive'>>({
    onPlay: (id) => latest.current.onPlay(id),
    onSelect: (id, range) => latest.current.onSelect(id, range),
  }).current
}

type LinesProps = Props & {
  place: ReturnType<typeof useRows>
  active: number
  onActive: (index: number) => void
}

/** The rows near the window, each in its place. */
function Lines({ place, active, onActive, ...props }: LinesProps) {
  const { rows, selection, selecting } = props
  const phone = usePhone()
  const columns = useColumns((state) => state.value)
  const currentId = useCurrentTrackId()
  const handlers = useStable(props)
  return place.lines.map(({ key, index, start }) => {
    const row = rows[index]
    if (!row) return null
    const id = row.item.track_id
    const style = { transform: `translateY(${start - place.top}px)` }
    return (
      <div key={key} role="presentation" className="absolute inset-x-0" style={style}>
        <TableRow
          {...handlers}
          row={row}
          index={index}
          columns={columns}
          phone={phone}
          current={id === currentId}
          active={index === active}
          selected={selection.ids.has(id)}
          selecting={selecting}
          onActive={onActive}
        />
      </div>
    )
  })
}

/** Thousands of tracks, of which only those near the window exist. */
export function TrackTable(props: Props) {
  const { t } = useTranslation()
  const place = useRows(props)
  const { ref, virtualizer } = place
  const roving = useRoving(props.rows.length, (index) => virtualizer.scrollToIndex(index, { align: 'auto' }))
  return (
    <Box
      as="grid"
      aria-label={t('shell.nav.tracks')}
      aria-rowcount={props.total + 1}
      aria-multiselectable
      onKeyDown={(event) => {
        onTableKey(event, props)
        roving.onKeyDown(event)
      }}
      className="-mx-2"
    >
      <SpokenHead />
      <div ref={ref} role="presentation" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        <Lines {...props} place={place} active={roving.active} onActive={roving.setActive} />
      </div>
      {props.more && <RowsSkeleton rows={WAITING} cover />}
    </Box>
  )
}
