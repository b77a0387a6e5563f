import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { EmptyState } from '../../components/feedback/empty-state.tsx'
import { ErrorState } from '../../components/feedback/error-state.tsx'
import { Skeleton } from '../../components/feedback/skeleton.tsx'
import { Page } from '../../components/layout/page.tsx'
import { PageHeader } from '../../components/layout/page-header.tsx'
import { type HourCounts, isKept } from '../../lib/api/emotions.ts'
import { ExportMenu } from './keep/export-menu.tsx'
import { KeepPanel } from './keep/keep-panel.tsx'
import { NotThis } from './keep/not-this.tsx'
import { PlayedList } from './list/played-list.tsx'
import { Timeline } from './list/timeline.tsx'
import { FilterBar } from './period/filter-bar.tsx'
import { daysIn, isOneDay } from './period/period.ts'
import { hoursQuery, sessionsQuery, streaksQuery, timelineQuery } from './queries.ts'
import { SessionList } from './sessions/session-list.tsx'
import { Distribution } from './summary/distribution.tsx'
import { Tiles } from './summary/tiles.tsx'
import { DayColumns } from './time/day-columns.tsx'
import { DayStrip } from './time/day-strip.tsx'
import { HeatMap } from './time/heat-map.tsx'
import { type Filters, useFilters } from './use-filters.ts'

const TILES = [1, 2, 3, 4, 5]

function Waiting() {
  return (
    <div aria-hidden="true" className="space-y-4">
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
        {TILES.map((tile) => (
          <Skeleton key={tile} className="h-19 rounded-card" />
        ))}
      </div>
      <Skeleton className="h-44 rounded-card" />
      <div className="grid gap-4 lg:grid-cols-2">
        <Skeleton className="h-80 rounded-card" />
        <Skeleton className="h-80 rounded-card" />
      </div>
    </div>
  )
}

/** Nothing in this period: another one, or the way to a first reading. */
function Nothing({ filters }: { filters: Filters }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={History}
      title={t('history.empty.title')}
      text={t('history.empty.text')}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          <Button asChild look="primary">
            <Link to="/mood">{t('shell.readMood')}</Link>
          </Button>
          {filters.period !== 'month' && (
            <Button onClick={() => filters.change({ period: 'month' })}>{t('history.empty.month')}</Button>
          )}
        </div>
      }
    />
  )
}

/** How the time went: the strip of a day, or the days of a longer period. */
function Course({ filters }: { filters: Filters }) {
  const oneDay = isOneDay(filters.period)
  const streaks = useQuery({ ...streaksQuery(filters.scope), enabled: oneDay })
  const hours = useQuery({ ...hoursQuery(filters.scope), enabled: !oneDay })
  if (oneDay) return streaks.data ? <DayStrip streaks={streaks.data} /> : <Skeleton className="h-44 rounded-card" />
  if (!hours.data) return <Skeleton className="h-60 rounded-card" />
  return (
    <DayColumns
      hours={hours.data.hours}
      days={daysIn(filters.range)}
      onDay={(day) => filters.change({ period: 'day', day })}
    />
  )
}

function Week({ hours }: { hours: readonly HourCounts[] | undefined }) {
  return hours ? <HeatMap hours={hours} /> : <Skeleton className="h-80 rounded-card" />
}

function Report({ filters }: { filters: Filters }) {
  const query = useInfiniteQuery(timelineQuery(filters.scope, filters.emotion))
  const hours = useQuery({ ...hoursQuery(filters.scope), enabled: !isOneDay(filters.period) })
  const [first] = query.data?.pages ?? []
  const oneDay = isOneDay(filters.period)
  if (query.isError && !first) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (!first) return <Waiting />
  if (first.statistics.total_detections === 0) return <Nothing filters={filters} />
  const entries = query.data?.pages.flatMap((page) => page.timeline) ?? []
  return (
    <div className="space-y-4" aria-busy={query.isPlaceholderData}>
      <Tiles statistics={first.statistics} />
      <Course filters={filters} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-2">
        <Distribution statistics={first.statistics} />
        {oneDay ? <PlayedList played={first.playlists_played} /> : <Week hours={hours.data?.hours} />}
      </div>
      {!oneDay && <PlayedList played={first.playlists_played} />}
      <Timeline
        entries={entries}
        dated={!oneDay}
        more={query.hasNextPage}
        busy={query.isFetchingNextPage}
        onMore={() => void query.fetchNextPage()}
      />
    </div>
  )
}

/** What the person's face has shown, for nobody else. */
export function HistoryPage() {
  const { t } = useTranslation()
  const filters = useFilters()
  const sessions = useInfiniteQuery(sessionsQuery)
  const known = sessions.data?.pages.flatMap((page) => page.sessions.filter(isKept)) ?? []
  return (
    <Page>
      <PageHeader title={t('shell.nav.history')} note={t('history.note')} action={<ExportMenu scope={filters.scope} />}>
        <FilterBar filters={filters} sessions={known} />
      </PageHeader>
      <Report filters={filters} />
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2">
        <SessionList chosen={filters.session} onShow={(session) => filters.change({ session })} />
        <KeepPanel scope={filters.scope} />
      </div>
      <div className="mt-4">
        <NotThis />
      </div>
    </Page>
  )
}
