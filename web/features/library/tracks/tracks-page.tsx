import { AudioLines, ListChecks, SearchX } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { EmptyState } from '../../../components/feedback/empty-state.tsx'
import { ErrorState } from '../../../components/feedback/error-state.tsx'
import { Page } from '../../../components/layout/page.tsx'
import { PageHeader } from '../../../components/layout/page-header.tsx'
import { useFormat } from '../../../lib/hooks/use-format.ts'
import { usePhone } from '../../../lib/hooks/use-media.ts'
import { fromOverview } from '../../player/queue/track.ts'
import { EmptyLibrary } from '../toolbar/empty-library.tsx'
import { SearchField } from '../toolbar/search-field.tsx'
import { useFilters } from '../toolbar/use-filters.ts'
import { playFrom } from '../track-list/play.ts'
import { RowsSkeleton } from '../track-list/rows-skeleton.tsx'
import { FILTERS, type Filter, FilterPills } from './head/filter-pills.tsx'
import { ViewMenu } from './head/view-menu.tsx'
import { ActionBar } from './select/action-bar.tsx'
import { all, extend, NOTHING, type Selection, toggle } from './select/selection.ts'
import { TableHead } from './table/table-head.tsx'
import { TrackTable } from './table/track-table.tsx'
import { useGrouping } from './table/view.ts'
import { useTracks } from './use-tracks.ts'

type Tracks = ReturnType<typeof useTracks>

/** `Showing 200 of 4 120`, and how many rows stand for several versions. */
function Shown({ tracks }: { tracks: Tracks }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { items, rows, total } = tracks
  if (!items || total === undefined) return null
  const shown = t('library.tracks.showing', { shown: format.count(items.length), total: format.count(total) })
  const merged = items.length - rows.length
  const versions =
    merged > 0 ? ` · ${t('library.tracks.merged', { count: merged, formatted: format.count(merged) })}` : ''
  return (
    <p role="status" className="tabular text-sm text-faint max-md:mb-2">
      {shown + versions}
    </p>
  )
}

/** What stands where there is no row. */
function Nothing({ filter, search }: { filter: Filter; search: string }) {
  const { t } = useTranslation()
  const { set } = useFilters()
  if (search !== '' || filter !== 'all') {
    const reset = (
      <Button onClick={() => set({ search: undefined, filter: undefined })}>{t('library.grid.reset')}</Button>
    )
    const favorites = filter === 'favorites' && search === ''
    return (
      <EmptyState
        icon={SearchX}
        title={t(favorites ? 'library.tracks.noFavorites' : 'library.tracks.nothing')}
        text={t(favorites ? 'library.tracks.noFavoritesText' : 'library.tracks.nothingText')}
        action={reset}
      />
    )
  }
  return <EmptyLibrary icon={AudioLines} title={t('library.tracks.empty')} text={t('library.tracks.emptyText')} add />
}

function useSelection(order: readonly number[]) {
  const [selection, setSelection] = useState<Selection>(NOTHING)
  /** On a phone there is no pointer that could show the boxes, so a button does. */
  const [asked, setAsked] = useState(false)
  const clear = useCallback(() => {
    setSelection(NOTHING)
    setAsked(false)
  }, [])
  return {
    selection,
    selecting: asked || selection.ids.size > 0,
    ask: () => setAsked(true),
    clear,
    selectAll: () => setSelection(all(order)),
    select: (id: number, range: boolean) => setSelection((old) => (range ? extend(old, order, id) : toggle(old, id))),
  }
}

function Table({ tracks, choice }: { tracks: Tracks; choice: ReturnType<typeof useSelection> }) {
  const { rows, total = 0 } = tracks
  const play = (id: number) =>
    playFrom(
      rows.map((row) => fromOverview(row.item)),
      id,
      'tracks',
    )
  return (
    <>
      <TrackTable
        rows={rows}
        total={total}
        selection={choice.selection}
        selecting={choice.selecting}
        more={tracks.hasNextPage}
        loadMore={tracks.loadMore}
        onPlay={play}
        onSelect={choice.select}
        onSelectAll={choice.selectAll}
        onClear={choice.clear}
      />
      {tracks.isFetchNextPageError && (
        <ErrorState compact error={tracks.error} onRetry={() => void tracks.fetchNextPage()} />
      )}
      <ActionBar rows={rows.filter((row) => choice.selection.ids.has(row.item.track_id))} onDone={choice.clear} />
    </>
  )
}

type HeadProps = { tracks: Tracks; filter: Filter; search: string; choice: ReturnType<typeof useSelection> }

/** Search, filters, columns; on a phone also the way to choose several. */
function Tools({ tracks, filter, search, choice }: HeadProps) {
  const { t } = useTranslation()
  const phone = usePhone()
  const { set } = useFilters()
  const onSearch = useCallback((next: string) => set({ search: next }), [set])
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <SearchField label={t('library.tracks.search')} value={search} onChange={onSearch} className="w-60 max-md:grow" />
      {phone && (
        <IconButton
          icon={ListChecks}
          label={t('library.tracks.selectSome')}
          pressed={choice.selecting}
          onClick={choice.selecting ? choice.clear : choice.ask}
          className="size-9"
        />
      )}
      <div className="md:order-last md:ml-auto">
        <ViewMenu />
      </div>
      <FilterPills
        value={filter}
        summary={tracks.summary}
        onChange={(next) => set({ filter: next === 'all' ? undefined : next })}
      />
    </div>
  )
}

/** Every track: filters, search, columns, many at once. */
export function TracksPage() {
  const { t } = useTranslation()
  const phone = usePhone()
  const { filters } = useFilters()
  const grouping = useGrouping((state) => state.value)
  const filter = FILTERS.find((known) => known === filters.filter) ?? 'all'
  const search = filters.search ?? ''
  const tracks = useTracks({ filter, search, grouping })
  const order = useMemo(() => tracks.rows.map((row) => row.item.track_id), [tracks.rows])
  const choice = useSelection(order)
  const empty = tracks.data && tracks.rows.length === 0
  return (
    <Page>
      <PageHeader title={t('shell.nav.tracks')} action={!phone && <Shown tracks={tracks} />}>
        <Tools tracks={tracks} filter={filter} search={search} choice={choice} />
        {!empty && <TableHead />}
      </PageHeader>
      {phone && <Shown tracks={tracks} />}
      {tracks.isPending && <RowsSkeleton rows={12} cover />}
      {tracks.error && !tracks.data && <ErrorState error={tracks.error} onRetry={() => void tracks.refetch()} />}
      {empty && <Nothing filter={filter} search={search} />}
      {tracks.data && !empty && <Table tracks={tracks} choice={choice} />}
    </Page>
  )
}
