import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Music } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { EmptyState } from '../../components/feedback/empty-state.tsx'
import { Page } from '../../components/layout/page.tsx'
import { meQuery } from '../../lib/api/query.ts'
import { usePageTitle } from '../../lib/hooks/use-title.ts'
import { firstName, partOfDay } from './greeting.ts'
import { MoodCard } from './mood-card.tsx'
import { addedQuery, favoritesQuery, mostQuery, playsQuery } from './queries.ts'
import { AddedRow, TrackRow } from './rows.tsx'

function NoMusic({ admin }: { admin: boolean }) {
  const { t } = useTranslation()
  const action = (
    <Button asChild look="primary">
      <Link to="/welcome">{t('home.empty.action')}</Link>
    </Button>
  )
  return (
    <EmptyState
      icon={Music}
      title={t('home.empty.title')}
      text={t(admin ? 'home.empty.admin' : 'home.empty.user')}
      action={admin ? action : undefined}
    />
  )
}

function Rows() {
  const { t } = useTranslation()
  const all = (
    <Link
      to="/tracks"
      search={{ filter: 'favorites' }}
      className="rounded px-1 text-sm font-medium text-faint hover:text-text hover:underline"
    >
      {t('home.all')}
    </Link>
  )
  return (
    <div className="mt-10">
      <TrackRow title={t('home.continue')} query={useQuery(playsQuery)} source="recent" />
      <AddedRow />
      <TrackRow
        title={t('home.most')}
        query={useQuery(mostQuery)}
        source="most-played"
        note={(item) => t('home.plays', { count: item.play_count })}
      />
      <TrackRow title={t('home.favorites')} query={useQuery(favoritesQuery)} source="favorites" action={all} />
    </div>
  )
}

export function HomePage() {
  const { t } = useTranslation()
  const { data: user } = useQuery(meQuery)
  const added = useQuery(addedQuery)
  const empty = added.data?.length === 0
  usePageTitle(t('shell.nav.home'))
  return (
    <Page>
      <h1 tabIndex={-1} className="display mt-2 mb-6 text-xl">
        {t(`home.greeting.${partOfDay(new Date().getHours())}`, { name: firstName(user?.name ?? '') })}
      </h1>
      {empty ? <NoMusic admin={user?.role === 'admin'} /> : <MoodCard />}
      {!empty && <Rows />}
    </Page>
  )
}
