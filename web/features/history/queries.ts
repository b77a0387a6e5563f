import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import {
  type HistoryScope,
  listSessions,
  readHistory,
  readHours,
  readSettings,
  readStreaks,
  type Streak,
} from '../../lib/api/emotions.ts'
import type { Found } from '../mood/emotions.ts'

const PAGE = 100
/** The history grows while a camera runs elsewhere; half a minute old is fresh enough. */
const FRESH_MS = 30_000

/** The zone of this place, for hours as the person lived them. */
export const ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** Statistics of the period and its timeline, newest first, page by page. */
export const timelineQuery = (scope: HistoryScope, emotion: Found | null) =>
  infiniteQueryOptions({
    queryKey: ['emotions', 'history', scope, emotion],
    queryFn: ({ pageParam, signal }) =>
      readHistory(
        scope,
        { limit: PAGE, order: 'desc' as const, ...(emotion && { emotion }), ...(pageParam && { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ metadata }) => (metadata.has_more ? metadata.next_cursor : null),
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  })

/** A day has rarely more streaks than two answers hold; more would not show on a strip. */
const MOST_PAGES = 4

async function allStreaks(scope: HistoryScope, signal: AbortSignal): Promise<Streak[]> {
  const streaks: Streak[] = []
  let cursor: string | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const part: Awaited<ReturnType<typeof readStreaks>> = await readStreaks(scope, cursor, signal)
    streaks.push(...part.streaks)
    cursor = part.metadata.next_cursor
    if (!part.metadata.has_more || cursor === null) break
  }
  return streaks
}

export const streaksQuery = (scope: HistoryScope) =>
  queryOptions({
    queryKey: ['emotions', 'streaks', scope],
    queryFn: ({ signal }) => allStreaks(scope, signal),
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  })

export const hoursQuery = (scope: HistoryScope) =>
  queryOptions({
    queryKey: ['emotions', 'hours', scope],
    queryFn: ({ signal }) => readHours(scope, ZONE, signal),
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  })

export const sessionsQuery = infiniteQueryOptions({
  queryKey: ['emotions', 'sessions'],
  queryFn: ({ pageParam, signal }) => listSessions(pageParam === '' ? null : pageParam, signal),
  initialPageParam: '',
  getNextPageParam: ({ metadata }) => (metadata.has_more ? metadata.next_cursor : null),
  staleTime: FRESH_MS,
})

export const settingsQuery = queryOptions({
  queryKey: ['emotions', 'settings'],
  queryFn: ({ signal }) => readSettings(signal),
})
