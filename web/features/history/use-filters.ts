import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { HistoryScope } from '../../lib/api/emotions.ts'
import { type Emotion, FOUND, type Found } from '../mood/emotions.ts'
import { dayOf, dayText, PERIODS, type Period, type Range, rangeOf } from './period/period.ts'

const route = getRouteApi('/shell/history')

export type Filters = {
  period: Period
  day: string
  emotion: Found | null
  session: string
  range: Range
  scope: HistoryScope
  change: (change: { period?: Period; day?: string; emotion?: Emotion | Found | null; session?: string }) => void
}

/** What the page shows, from its address: it can be shared with oneself and survives going back. */
export function useFilters(): Filters {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const today = dayText(new Date())
  const period = PERIODS.find((one) => one === search.period) ?? 'today'
  const day = search.day ?? today
  const emotion = FOUND.find((one) => one === search.emotion) ?? null
  const session = search.session ?? 'all'
  // The day is part of the key: past midnight "today" is another range.
  const range = useMemo(() => rangeOf(period, dayOf(day), dayOf(today) ?? new Date()), [period, day, today])
  const scope = { session, from: range.from.toISOString(), to: range.to.toISOString() }
  const change: Filters['change'] = (wish) => {
    const next = { period, day, emotion, session, ...wish }
    void navigate({
      replace: true,
      search: {
        ...(next.period !== 'today' && { period: next.period }),
        ...(next.period === 'day' && { day: next.day }),
        ...(next.emotion !== null && { emotion: next.emotion }),
        ...(next.session !== 'all' && { session: next.session }),
      },
    })
  }
  return { period, day, emotion, session, range, scope, change }
}
