import { Link } from '@tanstack/react-router'
import { MicVocal, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { Page } from '../../../components/layout/page.tsx'
import { PageHeader } from '../../../components/layout/page-header.tsx'
import { Icon } from '../../../components/media/icon.tsx'
import type { ArtistRow } from '../../../lib/api/models.ts'
import { GridPage, usePages } from '../grid/grid-page.tsx'
import { EmptyLibrary } from '../toolbar/empty-library.tsx'
import { GridToolbar, Position } from '../toolbar/grid-toolbar.tsx'
import { useFilters } from '../toolbar/use-filters.ts'
import { ArtistCard } from './artist-card.tsx'
import { HiddenArtists } from './hidden/hidden-dialog.tsx'
import { loadArtists } from './queries.ts'

const ORDERS = ['pop-desc', 'name-asc', 'recent', 'favorites'] as const

function useArtists() {
  const { filters } = useFilters()
  const order = ORDERS.find((known) => known === filters.order) ?? 'pop-desc'
  const { search, genre, from, filter } = filters
  const query = {
    order,
    ...(search && { search }),
    ...(genre && { genre }),
    ...(filter === 'owned' && { owned: 'true' as const }),
    ...(from && order === 'name-asc' && { from }),
  }
  return { query, pages: usePages<ArtistRow>(['artists', 'list', query], loadArtists(query)) }
}

function Empty({ favorites }: { favorites: boolean }) {
  const { t } = useTranslation()
  const words = favorites
    ? { title: t('library.artists.noFavorites'), text: t('library.artists.noFavoritesText') }
    : { title: t('library.artists.empty'), text: t('library.artists.emptyText') }
  return <EmptyLibrary icon={MicVocal} {...words} add={!favorites} />
}

function Actions() {
  const { t } = useTranslation()
  return (
    <>
      <HiddenArtists />
      <Button asChild look="primary">
        <Link to="/artists/add">
          <Icon icon={Plus} size={18} />
          {t('library.artists.add')}
        </Link>
      </Button>
    </>
  )
}

/** All artists: filters in the address, a rail to jump along, hidden ones a click away. */
export function ArtistsPage() {
  const { t } = useTranslation()
  const { query, pages } = useArtists()
  const { order } = query
  const [seen, setSeen] = useState(0)
  const orders = ORDERS.map((value) => ({ value, label: t(`library.artists.orders.${value}`) }))
  return (
    <Page>
      <PageHeader title={t('shell.nav.artists')} action={<Actions />}>
        <GridToolbar
          searchLabel={t('library.artists.search')}
          order={order}
          orders={orders}
          position={<Position seen={seen} total={pages.total} from={query.from} />}
        />
      </PageHeader>
      <GridPage
        label={t('shell.nav.artists')}
        pages={pages}
        round
        byName={order === 'name-asc'}
        card={(artist) => <ArtistCard artist={artist} />}
        empty={<Empty favorites={order === 'favorites'} />}
        onSeen={setSeen}
      />
    </Page>
  )
}
