import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck, Download, FileSpreadsheet, ListMusic, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { EmptyState } from '../../components/feedback/empty-state.tsx'
import { ErrorState } from '../../components/feedback/error-state.tsx'
import { Page } from '../../components/layout/page.tsx'
import { PageHeader } from '../../components/layout/page-header.tsx'
import { Menu } from '../../components/overlays/menu.tsx'
import { listMissing, type MissingFilters, missingExport } from '../../lib/api/discography.ts'
import { useFormat } from '../../lib/hooks/use-format.ts'
import { ArtistGroups, GridOfSkeletons, ReleaseGrid } from './cards.tsx'
import { MissingFilterBar } from './filters.tsx'
import { useMissingFilters } from './use-missing-filters.ts'

const PAGE = 120

/** The browser downloads it itself: the list may be long. */
function download(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}

function ExportMenu({ filters }: { filters: MissingFilters }) {
  const { t } = useTranslation()
  const item = (format: 'csv' | 'm3u', icon: typeof ListMusic) => ({
    id: format,
    label: t(`missing.${format}`),
    icon,
    onSelect: () => download(missingExport(filters, format)),
  })
  return (
    <Menu groups={[[item('csv', FileSpreadsheet), item('m3u', ListMusic)]]}>
      <Button icon={Download}>{t('missing.export')}</Button>
    </Menu>
  )
}

function Empty({ view }: { view: ReturnType<typeof useMissingFilters> }) {
  const { t } = useTranslation()
  const filtered = view.types.length > 0
  if (filtered) {
    const reset = <Button onClick={() => view.set({ types: undefined })}>{t('missing.reset')}</Button>
    const words = { title: t('missing.noneFiltered'), text: t('missing.noneFilteredText') }
    return <EmptyState icon={SearchX} {...words} action={reset} />
  }
  if (!view.everyone) {
    const all = <Button onClick={() => view.set({ everyone: '1' })}>{t('missing.everyone')}</Button>
    return <EmptyState icon={CircleCheck} title={t('missing.none')} text={t('missing.noneOwnedText')} action={all} />
  }
  const add = (
    <Button asChild>
      <Link to="/artists/add">{t('missing.addArtist')}</Link>
    </Button>
  )
  return <EmptyState icon={CircleCheck} title={t('missing.none')} text={t('missing.noneText')} action={add} />
}

/** What exists and is not owned: by date or by artist, to look at and to take along as a list. */
export function MissingPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const view = useMissingFilters()
  const { filters, by } = view
  const list = useInfiniteQuery({
    queryKey: ['albums', 'missing', filters],
    queryFn: ({ pageParam, signal }) => listMissing(filters, pageParam, PAGE, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })
  const items = list.data?.pages.flatMap((page) => page.items)
  const total = list.data?.pages.at(-1)?.total ?? 0
  const some = items !== undefined && items.length > 0
  const note = some ? t('missing.total', { count: total, formatted: format.count(total) }) : t('missing.note')
  return (
    <Page>
      <PageHeader title={t('missing.title')} action={some && <ExportMenu filters={filters} />} note={note}>
        <MissingFilterBar view={view} />
      </PageHeader>
      {list.isPending && <GridOfSkeletons />}
      {list.error && !items && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {items?.length === 0 && <Empty view={view} />}
      {some &&
        (by === 'artist' ? <ArtistGroups items={items} /> : <ReleaseGrid items={items} label={t('missing.title')} />)}
      {list.hasNextPage && (
        <div className="mt-8 text-center">
          <p className="mb-3 tabular text-sm text-faint">
            {t('missing.shown', { some: format.count(items?.length ?? 0), total: format.count(total) })}
          </p>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('missing.more')}
          </Button>
        </div>
      )}
    </Page>
  )
}
