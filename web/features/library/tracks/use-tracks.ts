import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { client, ok } from '../../../lib/api/client.ts'
import type { OverviewPage, OverviewQuery } from '../../../lib/api/models.ts'
import type { Filter } from './head/filter-pills.tsx'
import { groupTracks } from './table/group.ts'

const PAGE = 200

type Options = { filter: Filter; search: string; grouping: boolean }

/** The pages of the table so far, as rows; counters come with the first page. */
export function useTracks({ filter, search, grouping }: Options) {
  const query = useInfiniteQuery({
    queryKey: ['tracks', 'overview', { filter, search }],
    queryFn: ({ pageParam, signal }) => {
      const first = pageParam === null
      const asked: OverviewQuery = {
        filter,
        limit: PAGE,
        include_summary: first ? 'true' : 'false',
        ...(search && { search }),
        ...(!first && { after_id: pageParam }),
      }
      return ok(client.GET('/tracks/overview', { params: { query: asked }, signal }))
    },
    initialPageParam: null as number | null,
    getNextPageParam: (page: OverviewPage) => page.next_after,
    placeholderData: keepPreviousData,
  })
  const { data, fetchNextPage, isFetchingNextPage, isFetchNextPageError } = query
  const items = useMemo(() => data?.pages.flatMap((page) => page.items), [data])
  const rows = useMemo(() => groupTracks(items ?? [], grouping), [items, grouping])
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage && !isFetchNextPageError) void fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage, isFetchNextPageError])
  const first = data?.pages[0]
  const total = first?.filtered_total ?? first?.summary?.total
  return { ...query, items, rows, loadMore, summary: first?.summary, total }
}
