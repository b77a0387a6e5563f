import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { SearchX, UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/controls/button.tsx'
import { EmptyState } from '../../../../components/feedback/empty-state.tsx'
import { ErrorState } from '../../../../components/feedback/error-state.tsx'
import { Page } from '../../../../components/layout/page.tsx'
import { PageHeader } from '../../../../components/layout/page-header.tsx'
import { type Expansion, type FoundArtist, searchArtists } from '../../../../lib/api/discography.ts'
import { ApiError } from '../../../../lib/api/error.ts'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import { SearchField } from '../../toolbar/search-field.tsx'
import { useFilters } from '../../toolbar/use-filters.ts'
import { Chosen } from './chosen.tsx'
import { FoundList, FoundSkeleton } from './found-list.tsx'
import { Growing } from './growing.tsx'

const MOST = 15

const useFound = (name: string) =>
  useQuery({
    queryKey: ['found-artists', name],
    queryFn: ({ signal }) => searchArtists(name, MOST, signal),
    enabled: name.length > 1,
    placeholderData: keepPreviousData,
    // The server has asked everybody already and says who could not be asked.
    retry: false,
  })

/** The sources do not answer: their own words, and where they are looked after. */
function CannotAsk({ error }: { error: ApiError }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={SearchX}
      title={t('library.add.cannotAsk')}
      text={error.details ?? error.message}
      action={
        <Button asChild>
          <Link to="/settings/providers">{t('library.add.toProviders')}</Link>
        </Button>
      }
    />
  )
}

function Results({ name, onChoose }: { name: string; onChoose: (artist: FoundArtist) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data, error, refetch, isPlaceholderData } = useFound(name)
  if (name.length < 2) {
    return <EmptyState icon={UserRoundPlus} title={t('library.add.start')} text={t('library.add.startText')} />
  }
  if (error instanceof ApiError && error.status === 503) return <CannotAsk error={error} />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <FoundSkeleton />
  if (data.length === 0 && !isPlaceholderData) {
    return <EmptyState icon={SearchX} title={t('library.add.nobody')} text={t('library.add.nobodyText', { name })} />
  }
  const words = isPlaceholderData
    ? t('library.add.looking')
    : t('library.add.found', { count: data.length, formatted: format.count(data.length) })
  return (
    <div aria-busy={isPlaceholderData} className={isPlaceholderData ? 'opacity-60 transition-opacity' : undefined}>
      <p role="status" className="mb-2 tabular text-sm text-faint">
        {words}
      </p>
      <FoundList found={data} onChoose={onChoose} />
    </div>
  )
}

/** Find an artist anywhere, choose it, say whom it brings along, watch it grow. */
export function AddArtistPage() {
  const { t } = useTranslation()
  const { filters, set } = useFilters()
  const [chosen, setChosen] = useState<FoundArtist | null>(null)
  const [added, setAdded] = useState<Expansion | null>(null)
  const again = () => {
    setChosen(null)
    setAdded(null)
    set({ search: undefined })
  }
  const field = (
    <SearchField
      label={t('library.add.search')}
      value={filters.search ?? ''}
      onChange={(search) => set({ search })}
      autoFocus
      className="[&_input]:h-11 [&_input]:text-base [&_svg]:top-3.5 [&_button]:top-1.5"
    />
  )
  return (
    <Page narrow>
      <PageHeader title={t('library.add.title')} note={chosen ? undefined : t('library.add.note')}>
        {!chosen && field}
      </PageHeader>
      {!chosen && <Results name={filters.search ?? ''} onChoose={setChosen} />}
      {chosen && !added && <Chosen artist={chosen} onBack={() => setChosen(null)} onAdded={setAdded} />}
      {chosen && added && <Growing artist={chosen} expansion={added} onAnother={again} />}
    </Page>
  )
}
