import { keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { type ReactNode, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { EmptyState } from '../../../components/feedback/empty-state.tsx'
import { ErrorState } from '../../../components/feedback/error-state.tsx'
import { useFilters } from '../toolbar/use-filters.ts'
import { CardGrid, GridSkeleton } from './card-grid.tsx'
import { LetterRail } from './letter-rail.tsx'
import { fromOf, type Letter, letterFrom, letterOf } from './letters.ts'

type PageOf<T> = { items: T[]; total: number; next_cursor: string | null }
type Item = { id: number; name: string }

/** A list that comes by page, page after page. */
export function usePages<T>(
  queryKey: QueryKey,
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<PageOf<T>>,
) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  })
  const { fetchNextPage, isFetchingNextPage, isFetchNextPageError } = query
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage && !isFetchNextPageError) void fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage, isFetchNextPageError])
  return {
    ...query,
    loadMore,
    items: query.data?.pages.flatMap((page) => page.items),
    total: query.data?.pages[0]?.total,
  }
}

type Props<T extends Item> = {
  label: string
  pages: ReturnType<typeof usePages<T>>
  card: (item: T) => ReactNode
  round?: boolean
  /** The list is sorted by name: the rail shows where we are. */
  byName: boolean
  /** What the page says while the library has nothing of this at all. */
  empty: ReactNode
  onSeen: (seen: number) => void
}

function NothingFound() {
  const { t } = useTranslation()
  const { filters, set } = useFilters()
  const jumped = filters.from !== undefined && !filters.search && !filters.genre
  const reset = () => set({ search: undefined, genre: undefined, from: undefined })
  return (
    <EmptyState
      icon={SearchX}
      title={t(jumped ? 'library.grid.end' : 'library.grid.nothing')}
      text={t(jumped ? 'library.grid.endText' : 'library.grid.nothingText')}
      action={<Button onClick={reset}>{t(jumped ? 'library.grid.toStart' : 'library.grid.reset')}</Button>}
    />
  )
}

const NONE: never[] = []

/** The grid and its rail; the rail shows the letter of the first card that can be seen. */
function Grid<T extends Item>({ label, pages, card, round = false, byName, onSeen }: Omit<Props<T>, 'empty'>) {
  const { filters, set } = useFilters()
  const [first, setFirst] = useState(0)
  const { items = NONE, total = 0, isPending } = pages
  const see = useCallback(
    (now: number, last: number) => {
      setFirst(now)
      onSeen(last)
    },
    [onSeen],
  )
  const jump = (letter: Letter) => set({ order: 'name-asc', from: fromOf(letter) })
  const current = items[Math.max(0, first - 1)]
  const letter = current ? letterOf(current.name) : letterFrom(filters.from)
  return (
    <div className="-ml-2 flex gap-1">
      {isPending ? (
        <GridSkeleton round={round} />
      ) : (
        <CardGrid
          label={label}
          items={items}
          total={filters.from ? items.length : total}
          keyOf={(item) => item.id}
          card={card}
          round={round}
          more={pages.hasNextPage}
          loadMore={pages.loadMore}
          onSeen={see}
        />
      )}
      <LetterRail current={byName ? letter : undefined} onJump={jump} />
    </div>
  )
}

/** A list of cards in each of its states. */
export function GridPage<T extends Item>({ empty, ...grid }: Props<T>) {
  const { filters } = useFilters()
  const { items, error, data, refetch, fetchNextPage, isFetchNextPageError } = grid.pages
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  const filtered = Boolean(filters.search || filters.genre || filters.from)
  if (items?.length === 0) return filtered ? <NothingFound /> : empty
  return (
    <>
      <Grid {...grid} />
      {isFetchNextPageError && (
        <div className="mt-4">
          <ErrorState compact error={error} onRetry={() => void fetchNextPage()} />
        </div>
      )}
    </>
  )
}
