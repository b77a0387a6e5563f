import { type KeyboardEvent, type ReactNode, useEffect } from 'react'
import { CardSkeleton } from '../../../components/feedback/skeleton.tsx'
import { Box } from '../track-list/box.tsx'
import { seenCards } from './shape.ts'
import { useGrid } from './use-grid.ts'

type Props<T> = {
  label: string
  items: readonly T[]
  total: number
  keyOf: (item: T) => number
  card: (item: T) => ReactNode
  round?: boolean
  more: boolean
  loadMore: () => void
  /** The numbers of the first and the last card that can be seen, from one. */
  onSeen?: (first: number, last: number) => void
}

const STEPS = (columns: number): Readonly<Record<string, number>> => ({
  ArrowRight: 1,
  ArrowLeft: -1,
  ArrowDown: columns,
  ArrowUp: -columns,
})

/** Arrow keys move between cards, in both directions. */
function moveFocus(event: KeyboardEvent<HTMLElement>, columns: number): void {
  const step = STEPS(columns)[event.key]
  const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-index]')
  if (step === undefined || !cell || !(event.target as HTMLElement).closest('h3')) return
  const next = Number(cell.dataset.index) + step
  const target = event.currentTarget.querySelector<HTMLElement>(`[data-index="${next}"] h3 a`)
  event.preventDefault()
  target?.focus()
}

/** The focus of a card's link is shown around the whole card. */
const CELL =
  'min-w-0 rounded-card outline-accent-text has-[h3_a:focus-visible]:outline-2 has-[h3_a:focus-visible]:outline-offset-0 [&_h3_a]:outline-none'

type CellsProps<T> = Pick<Props<T>, 'items' | 'total' | 'keyOf' | 'card' | 'round' | 'more'> & {
  row: number
  columns: number
}

/** The cards of a row; where the next page will be, their skeletons. */
function Cells<T>({ row, columns, items, total, keyOf, card, round = false, more }: CellsProps<T>) {
  return Array.from({ length: columns }, (_, column) => {
    const index = row * columns + column
    const item = items[index]
    if (item === undefined && (!more || index >= total)) return null
    return (
      <Box
        key={item === undefined ? `waiting-${index}` : keyOf(item)}
        as="listitem"
        aria-setsize={total}
        aria-posinset={index + 1}
        data-index={index}
        className={CELL}
      >
        {item === undefined ? <CardSkeleton round={round} /> : card(item)}
      </Box>
    )
  })
}

/** Cards in rows, of which only those near the window exist. The page is what scrolls. */
export function CardGrid<T>(props: Props<T>) {
  const { label, items, more, loadMore, onSeen } = props
  const { ref, shape, virtualizer, lines, top, ready } = useGrid({ count: items.length, more, loadMore })
  const offset = virtualizer.scrollOffset ?? 0
  const [first, last] = seenCards(offset - top, virtualizer.scrollRect?.height ?? 0, shape, items.length)
  useEffect(() => onSeen?.(first, last), [first, last, onSeen])
  return (
    <Box
      as="list"
      ref={ref}
      aria-label={label}
      onKeyDown={(event) => moveFocus(event, shape.columns)}
      className="relative min-w-0 grow"
      style={{ height: virtualizer.getTotalSize() }}
    >
      {ready &&
        lines.map((line) => (
          <div
            key={line.key}
            role="presentation"
            className="absolute inset-x-0 grid"
            style={{
              transform: `translateY(${line.start - top}px)`,
              height: shape.rowHeight,
              gridTemplateColumns: `repeat(${shape.columns}, minmax(0, 1fr))`,
            }}
          >
            <Cells {...props} row={line.index} columns={shape.columns} />
          </div>
        ))}
    </Box>
  )
}

/** The grid before its first page: as many cards as fit a screen. */
export function GridSkeleton({ round = false }: { round?: boolean }) {
  const { ref, shape } = useGrid({ count: 0, more: false, loadMore: () => undefined })
  return (
    <div
      ref={ref}
      className="grid min-w-0 grow content-start"
      style={{ gridTemplateColumns: `repeat(${shape.columns}, minmax(0, 1fr))`, gridAutoRows: shape.rowHeight }}
    >
      {Array.from({ length: shape.columns * 4 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        <CardSkeleton key={index} round={round} />
      ))}
    </div>
  )
}
