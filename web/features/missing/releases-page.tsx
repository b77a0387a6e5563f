import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { CalendarPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { Select } from '../../components/controls/select.tsx'
import { EmptyState } from '../../components/feedback/empty-state.tsx'
import { ErrorState } from '../../components/feedback/error-state.tsx'
import { Page } from '../../components/layout/page.tsx'
import { PageHeader } from '../../components/layout/page-header.tsx'
import { listReleases } from '../../lib/api/discography.ts'
import { useFormat } from '../../lib/hooks/use-format.ts'
import { GridOfSkeletons, ReleaseGrid } from './cards.tsx'

const DAYS = ['30', '90', '365'] as const
const PAGE = 120

/** How far back the page looks; kept in the address. */
function useDays() {
  const search: { days?: string } = useSearch({ from: '/shell/new-releases' })
  const navigate = useNavigate()
  const days = DAYS.find((one) => one === search.days) ?? '30'
  const setDays = (next: string) =>
    void navigate({ to: '.', search: next === '30' ? {} : { days: next }, replace: true })
  return { days, setDays }
}

const useReleases = (days: string) =>
  useInfiniteQuery({
    queryKey: ['albums', 'releases', days],
    queryFn: ({ pageParam, signal }) => listReleases(Number(days), pageParam, PAGE, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

/** What the artists of the catalogue brought out lately, newest first. */
export function ReleasesPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const { days, setDays } = useDays()
  const list = useReleases(days)
  const items = list.data?.pages.flatMap((page) => page.items)
  const options = DAYS.map((value) => ({
    value,
    label: t('missing.days', { count: Number(value), formatted: format.count(Number(value)) }),
  }))
  const longer = days !== '365' && <Button onClick={() => setDays('365')}>{t('missing.longer')}</Button>
  return (
    <Page>
      <PageHeader
        title={t('missing.releases')}
        note={t('missing.releasesNote')}
        action={<Select label={t('missing.period')} value={days} options={options} onChange={setDays} />}
      />
      {list.isPending && <GridOfSkeletons />}
      {list.error && !items && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {items?.length === 0 && (
        <EmptyState
          icon={CalendarPlus}
          title={t('missing.noReleases')}
          text={t('missing.noReleasesText')}
          action={longer}
        />
      )}
      {items && items.length > 0 && <ReleaseGrid items={items} label={t('missing.releases')} />}
      {list.hasNextPage && (
        <div className="mt-8 text-center">
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('missing.more')}
          </Button>
        </div>
      )}
    </Page>
  )
}
